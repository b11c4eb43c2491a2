"""Rows of canonical tables in a draft: newer ones replace older ones of the same grain."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import sqlalchemy as sa

from dashboard.spec import core
from dashboard.store import schema
from dashboard.store.transaction import Draft

STAGED = "staged_rows"
ROW = "staged_place"


def replace(draft: Draft, table: str, rows: Sequence[Mapping], source_id: int) -> int:
    """Put the rows in; older rows of the same key give way. Returns how many did.

    Rows carry canonical columns, `source_sheet` and `source_row`; what they lack is empty.
    Of rows with one key the last one counts.
    """
    if not rows:
        return 0
    target = schema.core_table(table)
    frame = pd.DataFrame({column.name: _column(column, rows) for column in target.columns})
    key = list(core.tables()[table].key)
    last = frame.assign(source_id=source_id, **{ROW: range(len(rows))})
    return _put(draft, table, last.drop_duplicates(subset=key, keep="last"))


def replace_coded(
    draft: Draft,
    table: str,
    cells: Mapping[str, tuple[Sequence, np.ndarray]],
    place: tuple[str | None, np.ndarray],
    source_id: int,
) -> int:
    """The same for many rows at once: of a column its values, and for each row which (-1: none).

    `place` is their sheet and their numbers in it. No two have one key.
    """
    sheet, numbers = place
    target = schema.core_table(table)
    found = {
        column.name: _coded(column, *cells.get(column.name, ((), np.full(len(numbers), -1))))
        for column in target.columns
    }
    own = {"source_sheet": sheet, "source_row": numbers, "source_id": source_id, ROW: numbers}
    return _put(draft, table, pd.DataFrame(found).assign(**own))


def _put(draft: Draft, table: str, frame: pd.DataFrame) -> int:
    target = schema.core_table(table)
    staged = _stage(draft, target, frame)
    alike, same = _alike(table, target, frame), _same_key(table, target, staged)
    replaced = draft.connection.execute(sa.delete(target).where(*alike, same))
    columns = [column.name for column in target.columns]
    chosen = sa.select(*(staged.c[name] for name in columns)).order_by(staged.c[ROW])
    draft.connection.execute(sa.insert(target).from_select(columns, chosen))
    _raw(draft).unregister(STAGED)
    return replaced.rowcount


def withdraw(draft: Draft, source_id: int) -> int:
    """Take out every row that came from one file. Returns how many there were."""
    gone = (
        draft.connection.execute(sa.delete(table).where(table.c.source_id == source_id)).rowcount
        for table in _core_tables()
    )
    return sum(gone)


def standing(draft: Draft, source_id: int) -> int:
    """How many rows of one file are still in use."""
    count = sa.select(sa.func.count())
    return sum(
        draft.connection.execute(
            count.select_from(table).where(table.c.source_id == source_id)
        ).scalar_one()
        for table in _core_tables()
    )


def register(draft: Draft, table: str, columns: Sequence[str]) -> list[tuple]:
    """The named columns of every row, in the order of the table's key."""
    target = schema.core_table(table)
    key = [target.c[name] for name in core.tables()[table].key]
    found = draft.connection.execute(sa.select(*(target.c[c] for c in columns)).order_by(*key))
    return [tuple(row) for row in found]


def _core_tables() -> list[sa.Table]:
    return [t for t in schema.metadata().sorted_tables if t.name.startswith("core_")]


def _stage(draft: Draft, target: sa.Table, frame: pd.DataFrame) -> sa.Table:
    _raw(draft).register(STAGED, frame)
    columns = (sa.column(column.name, column.type) for column in target.columns)
    return sa.table(STAGED, *columns, sa.column(ROW))


def _column(column: sa.Column, rows: Sequence[Mapping]) -> pd.Series:
    return _typed(column, [row.get(column.name) for row in rows])


def _coded(column: sa.Column, values: Sequence, codes: np.ndarray) -> pd.Series:
    return _typed(column, [*values, None]).take(codes).reset_index(drop=True)


def _typed(column: sa.Column, values: Sequence) -> pd.Series:
    if isinstance(column.type, sa.Integer):
        return pd.Series(values, dtype="Int64")
    if isinstance(column.type, sa.Double):
        return pd.Series(values, dtype="Float64")
    if isinstance(column.type, sa.Boolean):
        return pd.Series(values, dtype="boolean")
    if isinstance(column.type, sa.Date):
        return pd.Series(pd.to_datetime(values))
    return pd.Series(values, dtype="str")


def _alike(table: str, target: sa.Table, frame: pd.DataFrame) -> list[sa.ColumnElement[bool]]:
    """What all rows have in common of their key, most often school and year: it follows from
    `_same_key`, and leaves DuckDB a handful of rows to compare instead of a whole table."""
    firsts = {name: frame[name].iloc[0] for name in core.tables()[table].key}
    return [
        target.c[name] == sa.cast(sa.literal(str(first)), target.c[name].type)
        for name, first in firsts.items()
        if not pd.isna(first) and (frame[name] == first).all()
    ]


def _same_key(table: str, target: sa.Table, staged: sa.Table) -> sa.ColumnElement[bool]:
    """`is not distinct from`: a class without a letter is one class, not none."""
    same = (
        staged.c[name].is_not_distinct_from(target.c[name]) for name in core.tables()[table].key
    )
    return sa.exists(sa.select(sa.literal(1)).select_from(staged).where(*same))


def _raw(draft: Draft) -> object:
    """DuckDB's own connection, which can see a data frame as a table."""
    return draft.connection.connection.dbapi_connection
