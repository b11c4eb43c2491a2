"""The store's own secret, with which codes are made of the names of pupils."""

import secrets
from pathlib import Path

from dashboard.store import places

BYTES = 32


def pupil_key(store: Path, keep: bool = True) -> bytes:
    """Made once. Without `keep` (a check) a new key is made for this time only."""
    path = places.pupil_key(store)
    if path.exists():
        return path.read_bytes()
    made = secrets.token_bytes(BYTES)
    if keep:
        places.write_whole(path, made)
        path.chmod(0o600)
    return made
