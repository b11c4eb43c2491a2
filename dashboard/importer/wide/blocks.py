"""Transcripts below each other: where each begins, what stands above it, where its marks are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.importer.labels import Label, labels
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.text import plain
from dashboard.importer.recognise import Table
from dashboard.importer.wide.summary import is_final, summary
from dashboard.spec.sheet import Cell, Sheet

DEEPEST = 5  # rows of headings, and one to spare
YEAR = ("year_mark", "last_mark")  # of both the later counts


@dataclass(frozen=True, slots=True)
class Block:
    """One pupil. `finals` is which period each column of final marks is of."""

    head: int
    subjects: tuple[int, ...]  # rows
    finals: tuple[tuple[int, str], ...]
    labels: Mapping[str, Label]


def blocks(table: Table) -> Iterator[Block]:
    sheet = table.sheet
    heads = [row for row in range(table.heading.top, len(sheet.rows)) if _is_head(table, row)]
    ends = [*heads[1:], len(sheet.rows)]
    told, above = dict(table.labels), 0
    for head, end in zip(heads, ends):
        told |= labels((), ((row + 1, _own(sheet, row)) for row in range(above, head)))
        finals = tuple(_finals(table, head))
        subjects = tuple(row for row in range(head, end) if _is_subject(table, row, finals))
        yield Block(head, subjects, finals, dict(told))
        above = (subjects[-1] if subjects else head) + 1


def _is_head(table: Table, row: int) -> bool:
    columns, texts = table.heading.columns, table.heading.texts
    cells = table.sheet.rows[row]
    return not _repeats(table.sheet, row, columns["periods"], upward=True) and all(
        plain(cells[columns[name]]) == texts[name] for name in ("subject", "periods")
    )


def _finals(table: Table, head: int) -> Iterator[tuple[int, str]]:
    """«Итог» under a quarter; then the mark of the year."""
    rows = table.sheet.rows[head : head + DEEPEST]
    for depth, cells in enumerate(rows):
        for index, cell in enumerate(cells):
            above = _above(rows[:depth], index) if is_final(plain(cell)) else None
            if above and index not in table.heading.columns.values():
                yield index, above
    columns = table.heading.columns
    yield from ((columns[name], "Y") for name in YEAR if name in columns)


def _above(rows: tuple[tuple[Cell, ...], ...], index: int) -> str | None:
    """The period over a column: without merged cells it stands over the first of its columns."""
    for cells in reversed(rows):
        text = next((said for cell in cells[index::-1] if (said := plain(cell))), "")
        try:
            return period(text)
        except ValueError:
            continue
    return None


def _is_subject(table: Table, row: int, finals: tuple[tuple[int, str], ...]) -> bool:
    """A word with a place in the list or with a mark, that is no heading and sums up nothing."""
    cells, at = table.sheet.rows[row], table.heading.columns["subject"]
    text = plain(cells[at])
    named = any(map(str.isalpha, text)) and text != table.heading.texts["subject"]
    if not named or summary(text) or _repeats(table.sheet, row, at):
        return False
    placed = any(plain(cell).strip(".").isdecimal() for cell in cells[:at])
    given = any(plain(cells[index]) for index, _ in finals)
    return placed or (given and not any(is_final(plain(cells[index])) for index, _ in finals))


def _repeats(sheet: Sheet, row: int, index: int, upward: bool = False) -> bool:
    """The cell only repeats one that is merged with it."""
    if (row, index) not in sheet.filled:
        return False
    beside = sheet.rows[row - 1][index] if upward else sheet.rows[row][index - 1]
    return beside == sheet.rows[row][index]


def _own(sheet: Sheet, row: int) -> tuple[Cell, ...]:
    return tuple(
        None if (row, column) in sheet.filled else cell
        for column, cell in enumerate(sheet.rows[row])
    )
