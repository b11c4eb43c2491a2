"""Which files the numbers of a view come from."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.metrics.cards import metric
from dashboard.metrics.counts import narrows
from dashboard.store import sql
from dashboard.store.current import Snapshot


@dataclass(frozen=True, slots=True)
class File:
    """One imported file; `rows` are those of it that the filters take in, of all periods."""

    name: str
    layout: str
    imported: str
    rows: int


def sources(key: str, where: Mapping[str, tuple], snapshot: Snapshot) -> list[File]:
    """The files behind a metric under some filters, in the order of their names."""
    view = metric(key).view
    narrow = {name: values for name, values in where.items() if name in narrows(view)}
    tables = sql.load(f"views/{view}").card["tables"]
    rows = sql.run("sources/files", {"tables": tables, **narrow}, snapshot.engine)
    return [File(*row) for row in rows]
