"""The imported rows behind a number: of which file, sheet and row, and what stands in them.

A query of queries/rows says which rows are counted, by the key of their table; here they are found
again with their origin. Only to be shown: nothing is counted from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import sqlalchemy as sa

from dashboard.spec import core
from dashboard.store import reference, schema, sql
from dashboard.store.current import Snapshot


@dataclass(frozen=True, slots=True)
class File:
    """One imported file, or a sheet of it."""

    source_id: int
    name: str
    layout: str
    imported: str
    sha256: str
    rows: int  # of it that are counted

    def plus(self, rows: int) -> "File":
        return replace(self, rows=self.rows + rows)


@dataclass(frozen=True, slots=True)
class Row:
    """One counted row: where it stands, and its own cells by their columns."""

    source_id: int
    file: str
    sheet: str | None
    number: int | None
    cells: Mapping[str, object]


class Choice(NamedTuple):
    """Which rows of one table are counted in a view."""

    view: str
    table: str
    params: Mapping[str, object]

    @property
    def query(self) -> str:
        return _query(self.view, self.table)


def files(snapshot: Snapshot, choice: Choice) -> list[File]:
    """The files whose rows of one table are counted, in the order of their names."""
    source = _source()
    of_file = (source.c[name] for name in ("source_id", "name", "layout", "imported", "sha256"))
    columns = [*of_file]
    chosen = (
        sa.select(*columns, sa.func.count())
        .select_from(_joined(choice, source))
        .group_by(*columns)
        .order_by(source.c.name, source.c.source_id)
    )
    return [File(*row) for row in _run(snapshot, chosen, choice)]


def rows(
    snapshot: Snapshot, choice: Choice, limit: int | None = None, source_id: int | None = None
) -> list[Row]:
    """As they stand in their files; of one file where `source_id` is given."""
    target, source = schema.core_table(choice.table), _source()
    names = list(core.tables()[choice.table].columns)
    place = (target.c.source_id, source.c.name, target.c.source_sheet, target.c.source_row)
    # several rows may have been made of one of the file: a journal has a column for each mark
    key = (target.c[name] for name in core.tables()[choice.table].key)
    chosen = (
        sa.select(*place, *(target.c[name] for name in names))
        .select_from(_joined(choice, source))
        .order_by(source.c.name, target.c.source_id, *place[2:], *key)
        .limit(limit)
    )
    if source_id is not None:
        chosen = chosen.where(target.c.source_id == source_id)
    found = _run(snapshot, chosen, choice)
    return [Row(*row[:4], dict(zip(names, row[4:]))) for row in found]


def source(snapshot: Snapshot, source_id: int) -> tuple[str, str] | None:
    """The sha256 and the name of one imported file; None where there is none of that number."""
    table = _source()
    chosen = sa.select(table.c.sha256, table.c.name).where(table.c.source_id == source_id)
    with snapshot.engine.connect() as connection:
        found = connection.execute(chosen).first()
    return tuple(found) if found else None


def tables(view: str) -> list[str]:
    """The canonical tables whose rows are counted in a view, in the order of its card."""
    of = _rows_of(view)
    there = {name.rpartition("/")[2] for name in sql.names(f"rows/{of}")}
    return [table for table in sql.load(f"views/{view}").card["tables"] if table in there]


def named(view: str, table: str) -> frozenset[str]:
    """What the choice of its rows has to be told."""
    return frozenset(sql.load(_query(view, table)).card["params"])


def _rows_of(view: str) -> str:
    """Some views count the same rows: `rows_of` on their cards names one."""
    return sql.load(f"views/{view}").card.get("rows_of", view)


def _query(view: str, table: str) -> str:
    return f"rows/{_rows_of(view)}/{table}"


def _joined(choice: Choice, source: sa.Table) -> sa.Join:
    """The rows with the keys counted. `is not distinct from`: a class without a letter has a key
    too."""
    target, key = schema.core_table(choice.table), core.tables()[choice.table].key
    columns = (sa.column(name, target.c[name].type) for name in key)
    found = sql.load(choice.query).statement.columns(*columns).subquery("counted")
    same = (found.c[name].is_not_distinct_from(target.c[name]) for name in key)
    own = sa.and_(
        target.c.source_id == source.c.source_id, source.c.source_id != reference.SOURCE_ID
    )
    return target.join(found, sa.and_(*same)).outerjoin(source, own)


def _source() -> sa.Table:
    return schema.metadata().tables["source"]


def _run(snapshot: Snapshot, chosen: sa.Select, choice: Choice) -> list[tuple]:
    bound = sql.bound(sql.load(choice.query), dict(choice.params))
    with snapshot.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(chosen, bound)]
