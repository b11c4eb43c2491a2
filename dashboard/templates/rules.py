"""What a spreadsheet checks as a cell is typed. It warns and lets pass: the import decides."""

from datetime import date

from dashboard.i18n import t
from dashboard.templates.entries import Entry

EARLIEST = date(1900, 1, 1)
LONGEST = 255  # letters that a spreadsheet lets a message have


def rule(column: Entry, place: str | None, language: str) -> dict | None:
    """For `Worksheet.data_validation`; None where any text will do."""
    asked = _asked(column, place)
    if asked is None:
        return None
    said = {"error_title": t("template.check", language), "error_message": _short(column.about)}
    return asked | said | {"error_type": "warning"}


def _asked(column: Entry, place: str | None) -> dict | None:
    if place:
        return {"validate": "list", "source": place}
    if column.limits:
        low, high = column.limits
        whole = "integer" if column.kind == "count" else "decimal"
        return {"validate": whole, "criteria": "between", "minimum": low, "maximum": high}
    if column.kind == "date" and not column.year_will_do:
        return {"validate": "date", "criteria": ">=", "value": EARLIEST}
    if column.kind in ("count", "number"):
        whole = "integer" if column.kind == "count" else "decimal"
        return {"validate": whole, "criteria": ">=", "value": 0}
    return None


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
