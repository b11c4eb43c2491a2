"""One metric at every time of the kind that is looked at: quarters, half-years or years."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.i18n import t
from dashboard.metrics import metric
from dashboard.metrics.times import ENDS, taken, usual
from dashboard.panels.view import Asking
from dashboard.spec.answer import Taken, Value

Time = tuple[str, ...]  # (year, period), (year,) or () where a metric has no times
Groups = Mapping[tuple, Value]


@dataclass(frozen=True, slots=True)
class OverTime:
    """`groups` are, at each time, oldest first, the values by the dimensions asked for."""

    taken: Taken
    groups: Mapping[Time, Groups]

    @property
    def now(self) -> Groups:
        """At the time that the page is of; empty where there are no data."""
        return self.groups.get(_time(self.taken), {})

    @property
    def year_ago(self) -> Groups:
        """At the same period of the year before; empty where nothing was sent then."""
        year, *period = _time(self.taken) or ("",)
        return self.groups.get((year_before(year), *period), {}) if year else {}

    def like_now(self) -> dict[Time, Groups]:
        """Up to now, the same period of each year: from one quarter to the next the subjects
        that carry marks are others, and a line through them would go up and down with that."""
        period = _time(self.taken)[1:]
        return {
            time: groups
            for time, groups in self.groups.items()
            if time[1:] == period and not self._later(time)
        }

    def _later(self, time: Time) -> bool:
        return in_time(time) > in_time(_time(self.taken))


def over_time(key: str, asking: Asking, by: tuple[str, ...] = ()) -> OverTime:
    """Under the view's filters but those of time, which say only what is taken."""
    where = asking.view.filters.where()
    when = taken(asking.snapshot, metric(key), (), where, usual(asking.settings))
    if metric(key).times and when.year is None:
        return OverTime(when, {})
    times = [name for name in ("year", "period") if getattr(when, name)]
    answer = asking.answer(key, (*times, *by), year=(), period=_alike(when.period))
    found: dict[Time, dict] = {}
    for row in answer.rows:
        found.setdefault(row.key[: len(times)], {})[row.key[len(times) :]] = row
    return OverTime(when, {time: found[time] for time in sorted(found, key=in_time)})


def year_before(year: str) -> str:
    """«2025-2026» → «2024-2025»."""
    return f"{int(year[:4]) - 1}-{int(year[5:]) - 1}"


def in_time(time: Time) -> tuple:
    """A key to sort times by."""
    year, *period = time or ("",)
    return year, *(ENDS[name] for name in period)


def time_name(time: Time, language: str) -> str:
    year, *period = time or ("",)
    return ", ".join((year, *(t(f"period.{name}", language) for name in period)))


def _time(when: Taken) -> Time:
    return tuple(part for part in (when.year, when.period) if part)


def _alike(period: str | None) -> tuple[str, ...]:
    """Quarters follow each other; half-years and years are other things."""
    return tuple(name for name in ENDS if period and name[0] == period[0])
