"""Sheets that are called by a person: kept by their place alone, so no name of a child stays."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.importer.names import Names
from dashboard.importer.normalise.person import is_person
from dashboard.importer.recognise import Table
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem


def persons(tables: Sequence[Table], names: Names) -> dict[str, str]:
    """Name of a sheet → «№ 3», where it is like a person's and no subject's."""
    sheets = dict.fromkeys(table.sheet.name for table in tables)
    return {
        name: f"№ {place}"
        for place, name in enumerate(sheets, 1)
        if is_person(name) and names.sheet_subject(name)[0] is None
    }


def rows(found: Sequence[Row], called: Mapping[str, str]) -> list[Row]:
    return [replace(row, sheet=called.get(row.sheet, row.sheet)) for row in found]


def problems(found: Sequence[Problem], called: Mapping[str, str]) -> tuple[Problem, ...]:
    return tuple(replace(one, sheet=called.get(one.sheet, one.sheet)) for one in found)
