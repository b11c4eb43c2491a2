"""What each filter offers: ids with their words, in the order a person looks for them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.filters import PERIODS
from dashboard.i18n import day, order, t
from dashboard.metrics import metric
from dashboard.metrics.counts import counts, periods
from dashboard.metrics.norms import norm_sets
from dashboard.metrics.registers import grades, schools, subjects
from dashboard.metrics.times import taken, usual
from dashboard.panels import View, lives, words
from dashboard.settings import Settings
from dashboard.spec.answer import Taken
from dashboard.spec.filters import FilterSpec, FilterState
from dashboard.spec.page import Page
from dashboard.store.current import Snapshot

MONTHS_BACK, MONTHS_ON = 24, 12  # days to look at a register on
Offer = tuple[str, str]  # id, words
# One is always taken, chosen or not.
TIMES = frozenset({"year", "period", "round", "survey", "on", "valid", "norm_set"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What the offers depend on; `taken` is what the page's first metric takes."""

    snapshot: Snapshot
    language: str
    counted: str  # the view of queries/views that the page's metrics are counted from
    taken: Taken


def seen(page: Page, view: View, snapshot: Snapshot, settings: Settings) -> Seen:
    card = metric(page.blocks[0].metrics[0])
    times = taken(snapshot, card, (), view.filters.where(), usual(settings))
    return Seen(snapshot, view.language, card.view, times)


def offer(spec: FilterSpec, seen: Seen) -> list[Offer]:
    offers = _counted if spec.counted else OFFERS.get(spec.key, _closed)
    return offers(spec, seen)


def settled(page: Page, filters: FilterState, snapshot: Snapshot) -> FilterState:
    """Without a period that the chosen year does not have."""
    counted = metric(page.blocks[0].metrics[0]).view
    years, wanted = filters.values.get("year"), filters.values.get("period")
    if not years or not wanted:
        return filters
    known = {row["period"] for row in periods(snapshot, counted) if row["year"] in years}
    if known.issuperset(wanted):
        return filters
    return FilterState(filters.specs, {**filters.values, "period": ()})


def _years(_spec: FilterSpec, seen: Seen) -> list[Offer]:
    years = {row["year"] for row in periods(seen.snapshot, seen.counted)}
    return [(year, year) for year in sorted(years, reverse=True)]


def _periods(_spec: FilterSpec, seen: Seen) -> list[Offer]:
    rows = periods(seen.snapshot, seen.counted)
    there = {row["period"] for row in rows if row["year"] == seen.taken.year}
    return [(key, t(f"period.{key}", seen.language)) for key in PERIODS if key in there]


def _days(_spec: FilterSpec, seen: Seen) -> list[Offer]:
    """The latest day that the register tells of, and the first of each month a year either way."""
    latest = max((row["on"] for row in periods(seen.snapshot, seen.counted)), default=None)
    if latest is None:
        return []
    found = {latest, *(_month(latest, apart) for apart in range(-MONTHS_BACK, MONTHS_ON + 1))}
    return [(on.isoformat(), day(on, seen.language)) for on in sorted(found, reverse=True)]


def _month(of: date, apart: int) -> date:
    """The first of the month so many months later."""
    months = of.year * 12 + of.month - 1 + apart
    return date(months // 12, months % 12 + 1, 1)


def _schools(_spec: FilterSpec, seen: Seen) -> list[Offer]:
    """Closed ones too, marked: their years are theirs."""
    known = schools(seen.snapshot).values()
    return _by_words(((s.id, lives.called(s, seen.language)) for s in known), seen.language)


def _subjects(_spec: FilterSpec, seen: Seen) -> list[Offer]:
    """Those that the page counts: of marks other ones than of tests. A register has a day."""
    at = (("on", (seen.taken.on,)),) if seen.taken.on else ()
    counted = counts(seen.snapshot, seen.counted, ("subject",), at)
    there = {row[counted.places["subject"]] for row in counted.rows}
    found = (
        (subject.id, subject.name(seen.language))
        for subject in subjects(seen.snapshot).values()
        if subject.id in there
    )
    return _by_words(found, seen.language)


def _grades(_spec: FilterSpec, seen: Seen) -> list[Offer]:
    return [(str(grade), str(grade)) for grade in grades(seen.snapshot)]


def _places(spec: FilterSpec, seen: Seen) -> list[Offer]:
    names = {getattr(school, spec.key) for school in schools(seen.snapshot).values()}
    return _by_words(((name, name) for name in names if name), seen.language)


def _taught_in(spec: FilterSpec, seen: Seen) -> list[Offer]:
    there = {school.language for school in schools(seen.snapshot).values()}
    return [offered for offered in _closed(spec, seen) if offered[0] in there]


def _norm_sets(spec: FilterSpec, seen: Seen) -> list[Offer]:
    sets = norm_sets(seen.snapshot)
    return [(one, words.name(spec.key, one, seen.snapshot, seen.language)) for one in sets]


def _counted(spec: FilterSpec, seen: Seen) -> list[Offer]:
    """What the page's facts hold at any time; a closed list keeps its order."""
    found = counts(seen.snapshot, seen.counted, (spec.key,), ())
    there = {row[found.places[spec.key]] for row in found.rows} - {None}
    in_order = [value for value in spec.closed if value in there] or sorted(there)
    named = (words.name(spec.key, value, seen.snapshot, seen.language) for value in in_order)
    return list(zip(map(str, in_order), named))


def _closed(spec: FilterSpec, seen: Seen) -> list[Offer]:
    return [(value, t(f"choice.{value}", seen.language)) for value in spec.closed]


def _by_words(found: Iterable[Offer], language: str) -> list[Offer]:
    return sorted(found, key=lambda offered: order(offered[1], language))


OFFERS: dict[str, Callable[[FilterSpec, Seen], list[Offer]]] = {
    "year": _years,
    "on": _days,
    "period": _periods,
    "district": _places,
    "aimak": _places,
    "school": _schools,
    "subject": _subjects,
    "grade": _grades,
    "language": _taught_in,
    "norm_set": _norm_sets,
}
