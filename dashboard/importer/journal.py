"""A class journal → counts: one row a pupil in the file, one row a period here.

The pupils' names are looked at to tell a pupil's row from another, and go no further.
"""

from collections import Counter
from collections.abc import Iterator

from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row
from dashboard.importer.rows import PARTS
from dashboard.importer.subtotal import summed_grades
from dashboard.importer.wide.mark import final_mark
from dashboard.spec.problem import Problem


def read_journal(table: Table) -> Reading:
    heading = table.heading
    pupils = [number for number in table.body if _is_pupil(table, number)]
    rows: list[Row] = []
    problems: list[Problem] = []
    for name, index in heading.columns.items():
        if name.startswith("final:") and pupils:
            bad = list(_unreadable(table, pupils, index, heading.texts[name]))
            problems += bad
            if not bad:
                rows.append(_row(table, pupils, name, index))
    finals = sum(name.startswith("final:") for name in heading.columns)
    rejected = finals - len(rows) if pupils else 0
    return Reading(tuple(rows), (), rejected, tuple(problems))


def _is_pupil(table: Table, number: int) -> bool:
    """A row with a name: not an empty one, not the second row of headings, not a sum."""
    cell = table.sheet.rows[number][table.heading.columns["pupil"]]
    name = plain(cell)
    if is_empty(cell) or not any(letter.isalpha() for letter in name):
        return False
    return fold(name) != fold(table.heading.texts["pupil"]) and summed_grades(name) is None


def _unreadable(table: Table, pupils: list[int], index: int, heading: str) -> Iterator[Problem]:
    for number in pupils:
        cell = table.sheet.rows[number][index]
        if final_mark(cell) is None:
            about = {"column": heading, "value": plain(cell)}
            sheet = table.sheet.name or None
            yield Problem("bad_mark", "error", sheet, number + 1, heading, plain(cell), about)


def _row(table: Table, pupils: list[int], name: str, index: int) -> Row:
    kinds = Counter(final_mark(table.sheet.rows[number][index]) for number in pupils)
    values = {"period": name.partition(":")[2], "roster": len(pupils)}
    values |= {part: kinds[part] for part in PARTS}
    return Row(
        "marks", table.sheet.name, pupils[0] + 1, values, {"period": table.heading.texts[name]}
    )
