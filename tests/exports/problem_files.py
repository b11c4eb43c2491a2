"""Workbooks that go back to a school, read as the importer and as a person would read them."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import openpyxl

from dashboard.exports import problem_rows
from dashboard.importer import staged
from dashboard.importer.options import Options
from dashboard.importer.reading import read
from dashboard.importer.staged import Staged
from dashboard.importer.told import Unknown
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Sheet


def understood(sheets: Sequence[Sheet], layout: str | None = None) -> Staged:
    given = Options(layout=layout)
    return staged.understood(Staged("a", "", b"", given, Options()), sheets)


def said(found: Staged) -> list:
    """What the rows say, whatever number they have."""
    rows = [[_placeless(row.values) for row in part.rows] for _, part in found.parts]
    told = [{key: label.text for key, label in table.labels.items()} for table, _ in found.parts]
    return [found.layout, rows, told]


def _placeless(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: replace(value, row=None) if isinstance(value, Unknown) else value
        for name, value in values.items()
    }


def back(
    sheets: Sequence[Sheet], problems: Sequence[Problem], language: str = "en", name: str = "5.xlsx"
) -> bytes:
    return problem_rows.write(sheets, problems, language, name)


def again(data: bytes) -> tuple[Sheet, ...]:
    """As the importer reads what comes back."""
    return tuple(read("back.xlsx", data))


def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def wrong(row: int | None, **told: object) -> Problem:
    """A cell that holds no number."""
    about = {"column": told.get("column", ""), "value": told.get("value", "")}
    return Problem("bad_number", "error", row=row, about=about, **told)
