"""How a corrected cell and its row are called, in words."""

from datetime import date

from dashboard.i18n import day, number, t
from dashboard.panels import words
from dashboard.spec import core
from dashboard.spec.core import Column
from dashboard.store.current import Snapshot

NAMED = {"school": "school", "subject": "subject", "period": "period"}
NOTHING = words.NOTHING


def said(column: Column, written: str, language: str) -> str:
    """A value as a person reads it, from its text in a correction."""
    if written == "":
        return NOTHING
    if column.type == "choice":
        return t(f"choice.{written}", language)
    if column.type == "flag":
        return t(f"correct.{written}", language)
    if column.type == "date":
        return day(date.fromisoformat(written), language)
    if column.type in ("count", "number", "degree"):
        return number(float(written), language, len(written.partition(".")[2]))
    return written


def row(table: str, key: dict[str, object], snapshot: Snapshot, language: str) -> str:
    """«№ 5 мектеп, 2026-2027, 1-чейрек, 7А, химия»: what the row is of."""
    spec = core.tables()[table]
    there = {name: value for name, value in key.items() if value is not None}
    if "grade" in there and "letter" in there:
        there["grade"] = f"{there['grade']}{there.pop('letter')}"
    parts = (_part(spec.columns[name], value, snapshot, language) for name, value in there.items())
    return ", ".join(parts)


def _part(column: Column, value: object, snapshot: Snapshot, language: str) -> str:
    kind = "school" if column.name == "school_id" else column.type
    if kind in NAMED:
        return words.name(NAMED[kind], value, snapshot, language)
    if column.type in ("choice", "round"):
        return t(f"choice.{value}", language)
    return day(value, language) if isinstance(value, date) else str(value)
