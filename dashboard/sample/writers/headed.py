"""A table under the headings of one language: each column by its name, in their order."""

from collections.abc import Iterable, Mapping

from dashboard.sample.content import card
from dashboard.sample.export import Cell


def headed(table: str, language: str, rows: Iterable[Mapping[str, Cell]]) -> list[list[Cell]]:
    """The headings, then for each row the cells they ask for; what a row lacks stays empty."""
    heads = card("headings")[table][language]
    return [list(heads.values()), *([row.get(column) for column in heads] for row in rows)]
