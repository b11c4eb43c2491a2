"""Which heading of a sheet that nobody knows is which column: what a person says, checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import UserError
from dashboard.importer.desk_report import Reported
from dashboard.importer.meanings import own_headings
from dashboard.importer.normalise.person import is_person
from dashboard.importer.normalise.text import fold, squash
from dashboard.importer.own_layouts import columns, head_texts, lacking, tables
from dashboard.store import own_layouts

TALLEST = 3  # rows that headings may be told to take
LONGEST = 80  # letters of a layout's name
Rows = Sequence[Sequence[str]]


class ColumnsLacking(UserError):
    key = "error.columns_lacking"


class ColumnTwice(UserError):
    key = "error.column_twice"


class NameMissing(UserError):
    key = "error.layout_name_missing"


class NoHeadings(UserError):
    key = "error.no_headings"


class NoSuchSheet(UserError):
    key = "error.no_such_sheet"


@dataclass(frozen=True, slots=True)
class Place:
    """A sheet of a batch's report, and where in it the headings are said to stand."""

    file: int
    sheet: int
    top: int = 0  # from 0, of the rows that are shown
    height: int = 1
    table: str = ""


def sheet_at(found: Sequence[Reported], place: Place) -> tuple[str, str, Rows]:
    """Path, name of the sheet, its first rows. Raises NoSuchSheet."""
    if place.file >= len(found) or place.sheet >= len(found[place.file].sheets):
        raise NoSuchSheet
    one = found[place.file]
    return (one.file.path, *one.sheets[place.sheet])


def likely_top(rows: Rows) -> int:
    """The row with most headings that some table knows; else the first with more than two texts."""
    known = [max(_known(row, table) for table in tables()) for row in rows]
    if max(known, default=0) > 1:
        return known.index(max(known))
    return next((top for top, row in enumerate(rows) if sum(map(bool, row)) > 2), 0)


def texts_at(rows: Rows, place: Place) -> list[str]:
    """How each column is headed. Raises NoHeadings where there are no such rows."""
    if not 1 <= place.height <= TALLEST or place.top + place.height > len(rows):
        raise NoHeadings
    return head_texts(rows, place.top, place.height)


def suggested(texts: Sequence[str], table: str) -> dict[str, str]:
    """Text → column, where the table is known to be headed so; each column once."""
    known, found = own_headings(table), {}
    for text in texts:
        column = known.get(fold(text))
        if column in columns(table) and column not in found.values():
            found[text] = column
    return found


def save(
    store: Path, rows: Rows, place: Place, told: Mapping[int, str], said: tuple[str, str]
) -> str:
    """`told`: column of the table by the place of the heading; `said`: a name for it, and by whom.

    Returns the key. Raises NoSuchSheet, NoHeadings, and what `checked` raises.
    """
    if place.table not in tables():
        raise NoSuchSheet
    texts, (name, who) = texts_at(rows, place), said
    pairs = [(texts[i], column) for i, column in told.items() if i < len(texts) and texts[i]]
    _no_names(rows, place, [text for text, _ in pairs])
    headings = checked(place.table, pairs)
    told_of = own_layouts.Told(_name(name), place.table, place.height, headings)
    return own_layouts.add(store, told_of, who)


def change(store: Path, seen: int, told: Mapping[int, str], name: str, who: str) -> None:
    """`told`: column by the place of the heading in the version that was seen.

    Raises LayoutChanged, and what `checked` raises.
    """
    old = next((one for one in own_layouts.standing(store) if one.id == seen), None)
    if old is None:
        raise own_layouts.LayoutChanged
    texts = list(old.columns)
    pairs = [(texts[i], column) for i, column in told.items() if i < len(texts)]
    own_layouts.change(store, seen, _name(name), checked(old.table_name, pairs), who)


def checked(table: str, pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Heading → column, of those that are taken. Raises ColumnTwice, ColumnsLacking."""
    taken = [(text, column) for text, column in pairs if column in columns(table)]
    names = [column for _, column in taken]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ColumnTwice(columns=twice)
    if lacks := lacking(table, names):
        raise ColumnsLacking(columns=lacks)
    if not taken:
        raise NoHeadings
    return dict(taken)


def _known(row: Sequence[str], table: str) -> int:
    """A 5 alone may be a count as well as a heading."""
    return sum(fold(text) in own_headings(table) for text in row if not text.isdecimal())


def _no_names(rows: Rows, place: Place, texts: Sequence[str]) -> None:
    """A name above a name is no heading but a row of people, and is not to be kept. Raises
    NoHeadings."""
    below = place.top + place.height
    all_texts, known = texts_at(rows, place), own_headings(place.table)
    for text in texts:
        under = rows[below][all_texts.index(text)] if below < len(rows) else ""
        if fold(text) not in known and is_person(text) and (is_person(under) or not under):
            raise NoHeadings


def _name(text: str) -> str:
    if not squash(text):
        raise NameMissing
    return squash(text)[:LONGEST]
