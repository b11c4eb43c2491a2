"""One child in several rows of a file, a text or a form each: the median, told once."""

from collections.abc import Sequence

from dashboard.importer.diagnosis.passages import middle
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

MOST = 10  # children of whom the rows are told
SAME = ("pupil_code", "school_id", "year", "round", "grade", "letter", "language")


def together(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Rows without a code are left as they are: nobody knows whose they are."""
    groups: dict[tuple, list[Row]] = {}
    for place, row in enumerate(rows):
        coded = row.values.get("pupil_code") is not None
        key = tuple(row.values.get(name) for name in SAME) if coded else (place,)
        groups.setdefault(key, []).append(row)
    several = [group for group in groups.values() if len(group) > 1]
    whole = tuple(middle(group) if len(group) > 1 else group[0] for group in groups.values())
    return whole, (_told(several),) if several else ()


def _told(several: Sequence[Sequence[Row]]) -> Problem:
    places = [", ".join(str(row.number) for row in group) for group in several]
    first = several[0][0]
    about = {"where": listed(places), "children": len(several)}
    return Problem("several_rows", "warning", first.sheet or None, first.number, about=about)


def listed(places: Sequence[str]) -> str:
    return "; ".join([*places[:MOST], *(["…"] if len(places) > MOST else [])])
