"""Counts from the store, kept per snapshot: a snapshot never changes, so they never go stale."""

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

Counts = tuple[dict, ...]


def counts(
    snapshot: Snapshot, view: str, by: tuple[str, ...], where: tuple[tuple[str, tuple], ...]
) -> Counts:
    """Rows of one view as dictionaries, grouped by `by`, narrowed by `where`."""
    return _kept(snapshot, view, by, where)


def takes(view: str) -> frozenset[str]:
    """The dimensions that a view can group by."""
    params = sql.load(f"views/{view}").card["params"]
    return frozenset(name.removeprefix("by_") for name in params if name.startswith("by_"))


def narrows(view: str) -> frozenset[str]:
    """The filters that a view can take."""
    params = sql.load(f"views/{view}").card["params"]
    return frozenset(name for name, kind in params.items() if kind.endswith("[]"))


def periods(snapshot: Snapshot, view: str) -> Counts:
    """Which times the view has data of, with the number of schools: year, period …, schools."""
    return _periods(snapshot, view)


def _ask(
    snapshot: Snapshot, view: str, by: tuple[str, ...], where: tuple[tuple[str, tuple], ...]
) -> Counts:
    params = {f"by_{name}": name in by for name in takes(view)} | dict(where)
    return _rows(snapshot, f"views/{view}", params)


def _ask_periods(snapshot: Snapshot, view: str) -> Counts:
    return _rows(snapshot, f"views/{view}_periods", {})


def _rows(snapshot: Snapshot, name: str, params: dict) -> Counts:
    columns = sql.load(name).columns
    return tuple(dict(zip(columns, row)) for row in sql.run(name, params, snapshot.engine))


_kept = Kept(_ask, size=4096)
_periods = Kept(_ask_periods, size=64)
