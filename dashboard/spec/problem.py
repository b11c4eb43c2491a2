"""What is wrong in the data: where, what, and (through its check's words) what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Bad data is a value, collected and shown; it is never raised.

    `check` names the message `problem.<check>` in the catalogues; `about` fills its places.
    An error means that the row (or, without a row, the file) is not loaded.
    """

    check: str
    severity: Severity
    sheet: str | None = None
    row: int | None = None  # as numbered in the file, from 1
    column: str | None = None  # the heading as it stands in the file
    value: str | None = None
    about: Mapping[str, object] = field(default_factory=dict)
