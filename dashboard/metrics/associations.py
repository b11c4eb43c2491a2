"""Counts of methodical work that stand beside the metrics: associations, spread of the load."""

from collections.abc import Mapping
from typing import NamedTuple

from dashboard.metrics.counts import counts, narrows
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

Where = Mapping[str, tuple]


class Tally(NamedTuple):
    """Of some associations in one school year; none of them is nobody's secret."""

    associations: int
    meetings: int
    with_minutes: int
    without_meeting: int  # associations


class Spread(NamedTuple):
    """Hours a week of some teachers: the quarter's ends, the ends, and those above a load."""

    teachers: int  # whose hours are told
    untold: int
    lower: float | None  # a quarter of the teachers have fewer, linear between two of them
    upper: float | None  # a quarter have more
    fewest: float | None
    most: float | None
    above: int

    @property
    def middle_half(self) -> float | None:
        """Hours between the ends of the middle half: the interquartile range (Tukey 1977). A few
        teachers with very many or very few hours do not move it."""
        return None if self.lower is None else self.upper - self.lower


def tallies(snapshot: Snapshot, by: tuple[str, ...], where: Where) -> dict[tuple, Tally]:
    """By the values of the dimensions; `where` has the one year."""
    narrow = {name: values for name, values in where.items() if name in narrows("meetings")}
    found = counts(snapshot, "meetings", by, tuple(sorted(narrow.items())))
    key = [found.places[name] for name in by]
    told = [found.places[name] for name in Tally._fields]
    return {
        tuple(row[place] for place in key): Tally(*(row[place] for place in told))
        for row in found.rows
    }


def load_spread(snapshot: Snapshot, where: Where, load: float | None) -> dict[str | None, Spread]:
    """By school, and under None of all of them. It hides nothing: whoever asks shows only the
    groups whose median is shown."""
    narrow = tuple(sorted((name, values) for name, values in where.items()))
    return _spread(snapshot, narrow, load)


def unknown_meetings(snapshot: Snapshot, year: str) -> int:
    """Meetings of a year whose association no register of that year names: they count nowhere."""
    return _unknown(snapshot).get(year, 0)


def _read_spread(snapshot: Snapshot, narrow: tuple, load: float | None) -> dict[str | None, Spread]:
    params = dict(narrow) | {"usual_load": load}
    rows = sql.run("associations/load_spread", params, snapshot.engine)
    return {school: Spread(*told) for school, *told in rows}


def _read_unknown(snapshot: Snapshot) -> dict[str, int]:
    return dict(sql.run("associations/unknown_associations", {}, snapshot.engine))


_spread = Kept(_read_spread, size=64)
_unknown = Kept(_read_unknown, size=4)
