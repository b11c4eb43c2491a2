"""Where the rows of a snapshot came from: one source for each file that was loaded."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from dashboard.spec.problem import Problem
from dashboard.store import schema
from dashboard.store.transaction import Draft


@dataclass(frozen=True, slots=True)
class Source:
    source_id: int
    sha256: str
    name: str
    layout: str
    options: str  # JSON of the options and the manifest's words it was imported with
    scope: str  # sha256 of what the file says it is of
    rows_loaded: int
    rows_waiting: int
    imported: str  # ISO time; one for all files that came together, and for no others


def all_sources(draft: Draft) -> list[Source]:
    table = schema.metadata().tables["source"]
    rows = draft.connection.execute(sa.select(*table.columns).order_by(table.c.source_id))
    return [Source(**row._mapping) for row in rows]


def next_id(draft: Draft) -> int:
    table = schema.metadata().tables["source"]
    last = draft.connection.execute(sa.select(sa.func.max(table.c.source_id))).scalar()
    return (last or 0) + 1


def add(draft: Draft, source: Source) -> None:
    """Dated as its draft, to the microsecond: two imports of one second are two."""
    values = asdict(source) | {"imported": moment(draft)}
    draft.connection.execute(sa.insert(schema.metadata().tables["source"]).values(**values))


def moment(draft: Draft) -> str:
    """When the draft was begun: UTC, ISO 8601, with microseconds."""
    begun = datetime.strptime(draft.id, "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
    return begun.isoformat(timespec="microseconds")


def date_back(draft: Draft, batch: Iterable[Source]) -> None:
    """To when they were imported first, for sources that were entered once more."""
    table = schema.metadata().tables["source"]
    for source in batch:
        mine = sa.update(table).where(table.c.source_id == source.source_id)
        draft.connection.execute(mine.values(imported=source.imported))


def note(draft: Draft, source_id: int, problems: Iterable[Problem]) -> None:
    """Keep how often each check spoke; never a cell's value: it may hold a pupil's name."""
    counts = Counter((problem.check, problem.severity) for problem in problems)
    table = schema.metadata().tables["problem"]
    for (check, severity), count in sorted(counts.items()):
        draft.connection.execute(
            sa.insert(table).values(
                source_id=source_id, check_name=check, severity=severity, count=count
            )
        )
