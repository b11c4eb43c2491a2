"""The first rows of a sheet, and what each of their cells may head."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.importer import meanings
from dashboard.importer.labels import Label, labels
from dashboard.importer.layouts import layouts
from dashboard.importer.meanings import Names
from dashboard.importer.normalise.text import plain
from dashboard.spec.sheet import Cell, Sheet

DEEPEST = 60  # rows of a sheet that are looked through
TALLEST = 4  # rows that headings may take
MANY = 1_000  # columns of a layout that heads whatever stands over marks


@dataclass(frozen=True, slots=True)
class Head:
    sheet: Sheet
    texts: list[list[str]]
    known: list[list[Names]]
    both: dict[tuple[int, int], Names] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: Sheet) -> "Head":
        rows = sheet.rows[:DEEPEST]
        texts = [[plain(cell) for cell in row] for row in rows]
        return cls(sheet, texts, [meanings.known(row) for row in rows])

    @property
    def width(self) -> int:
        return len(self.sheet.rows[0]) if self.sheet.rows else 0

    def tops(self) -> Iterator[int]:
        """Rows that may be the first of the headings."""
        for top, row in enumerate(self.known):
            if any(row) and not _is_label_line(self.sheet.rows[top], row):
                yield top

    def words(self, top: int, keys: frozenset[str]) -> dict[str, int]:
        """Layouts that a word of the row speaks of, and the most columns that each could have
        with the rows below."""
        named = _named(self.known[top], self.sheet.rows[top]) & keys
        rows = range(top, min(top + TALLEST, len(self.known)))
        found: Counter[str] = Counter()
        for index in range(self.width) if named else ():
            of_column: set[str] = set()
            for row in rows:
                of_column.update(self.known[row][index])
                of_column.update(self.joined(row, index) if row > top else ())
            found.update(of_column & named)
        return {key: MANY if _open(key) else found[key] for key in named}

    def joined(self, row: int, index: int) -> Names:
        """The cell and the group head over it, read together."""
        if (row, index) not in self.both:
            group = _spread(self.texts[row - 1], index)
            self.both[row, index] = meanings.joined(group, self.sheet.rows[row][index])
        return self.both[row, index]


def _open(key: str) -> bool:
    """Whether the layout takes columns that no heading tells: courses, subjects."""
    layout = layouts()[key]
    return "course" in layout.columns or layout.reader == "class_list"


def _spread(texts: list[str], index: int) -> str:
    """The group head over a column: without merged cells it stands over the first alone."""
    return next((text for text in texts[index::-1] if text), "")


def _named(known: list[Names], row: tuple[Cell, ...]) -> set[str]:
    """Layouts that a word of the row speaks of; a 5 alone may be a count as well as a heading."""
    return {
        key
        for names, cell in zip(known, row)
        if isinstance(cell, str) and not cell.strip(" «»\"'").isdecimal()
        for key, name in names.items()
        if not name.startswith(("final:", "day:"))
    }


def _is_label_line(row: tuple[Cell, ...], known: list[Names]) -> bool:
    """«Учебный год: 2025-2026» right above the headings tells a value; it heads no column."""
    told = labels((), ((1, row),)).values()
    texts = [text for cell in row if (text := plain(cell))]
    headed = {plain(cell) for cell, names in zip(row, known) if names}
    if not told or any(_heads(label, headed, texts) for label in told):
        return False
    said = [text for label in told for text in (label.text, label.word) if text]
    return all(any(part in text for part in said) for text in texts)


def _heads(label: Label, headed: set[str], texts: list[str]) -> bool:
    """What stands beside the word is a heading too, and no colon says that it is its value."""
    marked = any(label.word in text and ":" in text for text in texts)
    return bool(label.word) and not marked and label.text in headed
