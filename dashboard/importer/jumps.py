"""Is the quality of a class far from that of the period before? Asked once the file stands.

Then whatever was told before stands beside it: in the snapshot, in this import, in this file.
"""

from collections.abc import Sequence

from dashboard.importer.staged import Staged
from dashboard.spec.problem import Problem
from dashboard.store import sql
from dashboard.store.transaction import Draft

POINTS = 40
FEWEST = 10  # pupils with marks, both times; of fewer four or five make such a jump
COLUMNS = ("quality", "n5")  # where to look, if the file has them


def jumps(draft: Draft, file: Staged, source_id: int) -> list[Problem]:
    """One question for all rows of the file."""
    query = sql.load("checks/jumps")
    asked = {"source": source_id, "fewest": FEWEST, "points": POINTS}
    found = draft.connection.execute(query.statement, sql.bound(query, asked)).fetchall()
    headings = _headings(file) if found else {}
    return [_problem(row, headings.get(row.source_sheet or "")) for row in found]


def _problem(row: Sequence, heading: str | None) -> Problem:
    about = {
        "earlier_period": row.earlier_period,
        "earlier": f"{row.earlier_quality:.0f}",
        "now": f"{row.quality:.0f}",
        "points": POINTS,
    }
    place = (row.source_sheet, row.source_row, heading)
    return Problem("rate_jumped", "warning", *place, f"{row.quality:.0f} %", about)


def _headings(file: Staged) -> dict[str, str]:
    """By sheet; a list of pupils has no such column."""
    found = {}
    for table, _ in file.parts:
        there = table.heading.texts
        named = [there[name] for name in COLUMNS if name in there]
        if table.heading.layout.table == "marks" and named:
            found[table.sheet.name] = named[0]
    return found
