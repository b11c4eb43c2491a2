"""Counts from the store, kept per snapshot: a snapshot never changes, so they never go stale."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows as the store gives them: hundreds are divided for one heat map, so no dictionaries."""

    places: Mapping[str, int]  # where each column stands in a row
    rows: tuple[tuple, ...]


def counts(
    snapshot: Snapshot, view: str, by: tuple[str, ...], where: tuple[tuple[str, tuple], ...]
) -> Counts:
    """Rows of one view, grouped by `by`, narrowed by `where`."""
    return _kept(snapshot, view, by, where)


def takes(view: str) -> frozenset[str]:
    """The dimensions that a view can group by."""
    params = sql.load(f"views/{view}").card["params"]
    return frozenset(name.removeprefix("by_") for name in params if name.startswith("by_"))


def narrows(view: str) -> frozenset[str]:
    """The filters that a view can take."""
    params = sql.load(f"views/{view}").card["params"]
    return frozenset(name for name, kind in params.items() if kind.endswith("[]"))


def periods(snapshot: Snapshot, view: str) -> tuple[dict, ...]:
    """Which times the view has data of, with the number of schools: year, period …, schools."""
    return _periods(snapshot, view)


def forget() -> None:
    """Give up what is kept: a measurement wants the whole cost of an answer."""
    _kept.forget()


def _ask(
    snapshot: Snapshot, view: str, by: tuple[str, ...], where: tuple[tuple[str, tuple], ...]
) -> Counts:
    params = {f"by_{name}": name in by for name in takes(view)} | dict(where)
    rows = sql.run(f"views/{view}", params, snapshot.engine)
    columns = sql.load(f"views/{view}").columns
    return Counts({name: place for place, name in enumerate(columns)}, tuple(rows))


def _ask_periods(snapshot: Snapshot, view: str) -> tuple[dict, ...]:
    name = f"views/{view}_periods"
    columns = sql.load(name).columns
    return tuple(dict(zip(columns, row)) for row in sql.run(name, {}, snapshot.engine))


_kept = Kept(_ask, size=4096)
_periods = Kept(_ask_periods, size=64)
