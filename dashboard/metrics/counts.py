"""Counts from the store, kept per snapshot: a snapshot never changes, so they never go stale."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import add, itemgetter

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
    """Rows of one view, grouped by `by` in whatever order, narrowed by `where`."""
    return _kept(snapshot, view, tuple(sorted(by)), where)


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
    finer = _finer(snapshot, view, by, where)
    if finer is not None:
        return added(finer, by, takes(view))
    columns = sql.load(f"views/{view}").columns
    places = {name: place for place, name in enumerate(columns)}
    if any(values == (None,) and name in narrows(view) for name, values in where):
        return Counts(places, ())  # a time that is not there, as the year before the first
    params = {f"by_{name}": name in by for name in takes(view)} | dict(where)
    rows = sql.run(f"views/{view}", params, snapshot.engine)
    return Counts(places, tuple(rows))


def _finer(
    snapshot: Snapshot, view: str, by: tuple[str, ...], where: tuple[tuple[str, tuple], ...]
) -> Counts | None:
    """Counts by one dimension more that are kept and add up to those asked for."""
    apart = (name for name in sql.load(f"views/{view}").card.get("apart", ()) if name not in by)
    kept = (_kept.peek(snapshot, view, tuple(sorted((*by, name))), where) for name in apart)
    return next((found for found in kept if found is not None), None)


def added(finer: Counts, by: tuple[str, ...], dimensions: frozenset[str]) -> Counts:
    """Finer counts added up: what the store would say, without asking it.

    True only where the dimensions left out part the children (`apart` on the view's card): the
    subjects of a class are of the same children, so their pupils do not add up. A flag holds for
    the whole where it holds for any part.
    """
    places = finer.places
    keys = [place for name, place in places.items() if name in by]
    kept = [place for name, place in places.items() if name not in dimensions]
    key_of, part_of = _several(keys), _several(kept)
    sums: dict[tuple, tuple] = {}
    for row in finer.rows:
        key, part = key_of(row), part_of(row)
        known = sums.get(key)
        sums[key] = part if known is None else tuple(map(add, known, part))
    flags = [place for place in kept if finer.rows and isinstance(finer.rows[0][place], bool)]
    rows = []
    for key in sorted(sums, key=_as_ordered):
        told = dict(zip(keys, key)) | dict(zip(kept, sums[key]))
        told |= {place: bool(told[place]) for place in flags}
        rows.append(tuple([told.get(place) for place in range(len(places))]))
    return Counts(places, tuple(rows))


def _several(places: list[int]) -> Callable[[tuple], tuple]:
    """`itemgetter` gives a tuple for two or more."""
    return itemgetter(*places) if len(places) > 1 else lambda row: tuple(row[p] for p in places)


def _as_ordered(key: tuple) -> list[tuple]:
    """As the views order their rows: what is empty last."""
    return [(part is None, part) for part in key]


def _ask_periods(snapshot: Snapshot, view: str) -> tuple[dict, ...]:
    of = sql.load(f"views/{view}").card.get("periods", view)
    name = f"views/{of}_periods"
    columns = sql.load(name).columns
    return tuple(dict(zip(columns, row)) for row in sql.run(name, {}, snapshot.engine))


_kept = Kept(_ask, size=4096)
_periods = Kept(_ask_periods, size=64)
