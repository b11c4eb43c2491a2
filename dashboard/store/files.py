"""The files as received, kept by their sha256, each with the options it was imported with."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from dashboard.store import places


def fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def keep(store: Path, data: bytes, name: str, options: Mapping[str, str]) -> str:
    """Keep the bytes once, and note beside them under which name and options they came."""
    sha256 = fingerprint(data)
    folder = places.files(store)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / sha256).exists():
        places.write_whole(folder / sha256, data)
    _note(folder / f"{sha256}.json", {"name": name, "options": dict(options)})
    return sha256


def _note(path: Path, use: dict) -> None:
    uses = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    if use not in uses:
        text = json.dumps([*uses, use], ensure_ascii=False, indent=1, sort_keys=True)
        places.write_whole(path, text.encode("utf-8"))
