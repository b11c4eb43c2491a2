"""The sample district, written and imported once, kept for the next run."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from dashboard.settings import Settings
from dashboard.store import upgrade

FOLDER = Path(os.environ.get("TIREK_BENCH", Path(tempfile.gettempdir()) / "tirek-bench"))


def settings() -> Settings:
    """Settings over a store that holds the district; says how long writing and importing took."""
    store = FOLDER / "store"
    if not (store / "current").exists():
        _call("sample", str(FOLDER / "sample"))
        _call("import", str(FOLDER / "sample"), "--store", str(store))
    found = replace(Settings.from_env(), store=store)
    upgrade.bring_up_to_date(found)  # kept by an earlier version
    return found


def _call(*arguments: str) -> None:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "dashboard", *arguments], check=True)
    sys.stdout.write(f"tirek {arguments[0]:<52} {time.perf_counter() - began:8.1f} s\n")
