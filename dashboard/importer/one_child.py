"""Several texts of one child in a file in our own columns: taken together, told once."""

from collections.abc import Sequence

from dashboard.importer.diagnosis.together import SAME, together
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

TABLE = "reading"


def one_child(rows: Sequence[Row]) -> tuple[Sequence[Row], tuple[Problem, ...]]:
    """A line that merely repeats another is no second text, and is told as such."""
    repeated = _repeated(rows)
    read = [row for row in rows if row.table == TABLE and _weighs(row) and id(row) not in repeated]
    whole, problems = together(read)
    if not problems:
        return rows, ()
    taken = {id(row) for row in read}
    others = (row for row in rows if id(row) not in taken)
    return sorted((*whole, *others), key=lambda row: row.number), problems


def _weighs(row: Row) -> bool:
    values = row.values
    return values.get("status") != "tested" or values.get("words_correct") is not None


def _repeated(rows: Sequence[Row]) -> set[int]:
    """Rows of children of whom every line says the same."""
    of_child: dict[tuple, list[Row]] = {}
    for row in rows:
        if row.table == TABLE:
            of_child.setdefault(tuple(row.values.get(name) for name in SAME), []).append(row)
    same = (group for group in of_child.values() if all(_alike(row, group[0]) for row in group))
    return {id(row) for group in same for row in group}


def _alike(row: Row, other: Row) -> bool:
    return _told(row) == _told(other)


def _told(row: Row) -> dict[str, object]:
    return {name: value for name, value in row.values.items() if value is not None}
