"""`tirek snapshots`: what was imported when, and what is in use."""

import argparse
import sys

import orjson

from dashboard.i18n import t
from dashboard.settings import Settings
from dashboard.store import frozen, snapshots

NAME = "snapshots"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("json", "table"), default="table")


def run(call: argparse.Namespace, settings: Settings) -> int:
    kept = frozen.frozen(settings.store) if settings.store.exists() else {}
    history = [
        snapshot | {"frozen": snapshot["id"] in kept}
        for snapshot in snapshots.history(settings.store)
    ]
    if call.format == "json":
        sys.stdout.buffer.write(orjson.dumps(history, option=orjson.OPT_INDENT_2) + b"\n")
        return 0
    for snapshot in history:
        sys.stdout.write(_line(snapshot, settings.language) + "\n")
    return 0


def _line(snapshot: dict, language: str) -> str:
    tables = ", ".join(f"{name} {rows}" for name, rows in snapshot["tables"].items())
    marks = [t("cli.in_use", language)] if snapshot["in_use"] else []
    marks += [t("keeping.is_frozen", language)] if snapshot["frozen"] else []
    mark = f"  ← {', '.join(marks)}" if marks else ""
    return f"{snapshot['id']}  {snapshot['created']}  {tables}{mark}"
