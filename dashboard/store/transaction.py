"""What an import works on: one open transaction on a copy of the last snapshot."""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa


@dataclass(frozen=True, slots=True)
class Draft:
    """Made by `draft.draft`, made lasting by `draft.publish`."""

    store: Path
    id: str
    parent: str | None
    path: Path
    engine: sa.Engine
    connection: sa.Connection
