"""Empty workbooks that a school or a district fills in: one for each canonical table."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.spec.core import CoreTable, tables
from dashboard.templates.lists import Lists
from dashboard.templates.workbook import workbook

DRAWN = frozenset(("boundaries",))  # comes from a map file; no cell could hold an outline


def filled_in() -> dict[str, CoreTable]:
    """The tables that people fill in by hand."""
    return {name: table for name, table in tables().items() if name not in DRAWN}


def write(folder: Path, language: str, lists: Lists) -> Iterator[Path]:
    """Each path as soon as it is written. A file of the same name gives way."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in filled_in().items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(workbook(table, language, lists))
        yield path
