"""A subject told for a file that has no place for one is refused: it meant another report."""

from collections.abc import Sequence

from dashboard.importer.scope import Part
from dashboard.spec import core
from dashboard.spec.problem import Problem

NAME = "subject_id"


def unused(parts: Sequence[Part]) -> list[Problem]:
    """Registers name no subject in passing: `--subject` beside a folder is not of them."""
    tables = [core.tables()[part.table.heading.layout.table] for part in parts]
    said = next((part.told.outside[NAME] for part in parts if NAME in part.told.outside), None)
    facts = [table for table in tables if table.kind == "facts"]
    if said is None or not facts or any(NAME in table.columns for table in tables):
        return []
    text = getattr(said, "text", said)
    return [Problem("option_not_used", "error", value=str(text), about={"value": str(text)})]
