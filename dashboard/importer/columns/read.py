"""A large file in our own columns → its sound rows column by column, the others row by row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dashboard.importer.columns.coded import NOTHING, Coded
from dashboard.importer.columns.plain import columns
from dashboard.importer.columns.text import cut, may_be_large_text
from dashboard.importer.layouts import RATES
from dashboard.importer.lines import plan_of
from dashboard.importer.recognise import Table, recognise
from dashboard.importer.row import Reading
from dashboard.importer.rows import read_rows
from dashboard.spec import core
from dashboard.spec.sheet import Cell, Sheet

Cut = tuple[Sheet, Sequence[Coded] | None]


@dataclass(frozen=True, slots=True)
class Picked(Sequence):
    """The heading and some of the rows below it, found by their numbers."""

    heading: tuple[Cell, ...]
    texts: Sequence[Coded]

    def __len__(self) -> int:
        return len(self.texts[0].codes) + 1

    def __getitem__(self, number: int) -> tuple[Cell, ...]:
        if not number:
            return self.heading
        places = (coded.codes[number - 1] for coded in self.texts)
        return tuple(
            None if place == NOTHING else coded.values[place]
            for place, coded in zip(places, self.texts)
        )


def by_columns(
    data: bytes, layout: str | None, cut: Callable[[bytes], Cut | None] = cut
) -> tuple[Table, Reading] | None:
    """None for a file that must be read row by row: small, of another layout, uneven, or empty."""
    head, texts = (may_be_large_text(data) and cut(data)) or (None, None)
    table = _table(head, layout) if texts else None
    if table is None or len(texts) != len(table.sheet.rows[0]):
        return None
    rows = Picked(table.sheet.rows[0], texts)
    whole = replace(table, sheet=replace(table.sheet, rows=rows), body=range(1, len(rows)))
    sound, odd = columns(plan_of(whole), texts)
    one_by_one = replace(whole, body=tuple((odd + 1).tolist()))
    reading = replace(read_rows(one_by_one), columns=sound)
    return (whole, reading) if reading.found else None


def _table(head: Sheet, layout: str | None) -> Table | None:
    """The one table of the file, if its headings are our own and stand in the first row."""
    found = recognise([head], layout).tables
    if len(found) != 1 or not _plain(found[0]):
        return None
    return found[0]


def _plain(table: Table) -> bool:
    heading, layout = table.heading, table.heading.layout
    there = heading.columns.keys()
    twice = "class" in there and not there.isdisjoint(("grade", "letter"))
    return (
        layout.canonical
        and core.tables()[layout.table].kind == "facts"
        and (heading.top, heading.height) == (0, 1)
        and not twice
        and there.isdisjoint(RATES)
        and not layout.fill_down
    )
