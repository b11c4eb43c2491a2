"""Which grades carry no marks, by the rules of the schools' countries."""

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


def unmarked_grades(snapshot: Snapshot, year: str) -> tuple[int, ...]:
    """Grades in which no registered school gives marks in that school year."""
    return _unmarked(snapshot, year)


def _read(snapshot: Snapshot, year: str) -> tuple[int, ...]:
    rows = sql.run("options/unmarked_grades", {"year": year}, snapshot.engine)
    return tuple(grade for (grade,) in rows)


_unmarked = Kept(_read, size=16)
