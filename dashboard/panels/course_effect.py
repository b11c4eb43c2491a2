"""Quality before and after, in schools with teachers trained in between and in schools without."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from dashboard.metrics import metric
from dashboard.metrics.counts import periods
from dashboard.metrics.course_effect import MARKS, Span, Trained, spans, trained
from dashboard.metrics.registers import schools
from dashboard.panels.view import OF_SCHOOLS, Asking
from dashboard.spec.answer import Value
from dashboard.spec.page import Page
from dashboard.statistics.difference_in_differences import FEWEST, Effect, effect

NOBODY = Trained(0, 0, 0)
SIDES = ("with", "without")
# The comparison is of the whole district: of one aimak there are never enough schools, and two
# choices that differ by one school would tell its change.
WHOLE = dict.fromkeys(OF_SCHOOLS, ())
Qualities = Mapping[tuple[str, str], Value]  # by year and school


@dataclass(frozen=True, slots=True)
class OfSchool:
    """`side`: with, without, other (trained at another time), nobody (no register of teachers),
    few (so few teachers that nothing is said of them)."""

    school: str
    side: str
    people: Trained
    before: Value | None
    after: Value | None
    earlier: Value | None = None

    @property
    def change(self) -> float | None:
        """None where one of the two is hidden, unreliable or missing."""
        return _change(self.before, self.after)

    @property
    def change_before(self) -> float | None:
        """The same before any course."""
        return _change(self.earlier, self.before)

    @property
    def why_out(self) -> str:
        """Why it is not compared: its side, marks of few pupils or none; "" where it is."""
        if self.side not in SIDES:
            return self.side
        if self.change is not None:
            return ""
        flags = {value.flag if value else "x" for value in (self.before, self.after)}
        return "pupils" if flags & {"c", "u"} else "marks"


@dataclass(frozen=True, slots=True)
class Compared:
    """Without enough schools on both sides there is no effect to be told."""

    subject: str  # "": all together
    span: Span
    schools: tuple[OfSchool, ...]

    def side(self, name: str) -> list[OfSchool]:
        """The schools that are compared on one side."""
        return [each for each in self.schools if each.side == name and not each.why_out]

    @property
    def enough(self) -> bool:
        return min(len(self.side(name)) for name in SIDES) >= FEWEST

    @property
    def effect(self) -> Effect | None:
        return effect(*([each.change for each in self.side(name)] for name in SIDES))

    @property
    def effect_before(self) -> Effect | None:
        """The same sides as long again before the courses: what was apart without them."""
        changes = ([each.change_before for each in self.side(name)] for name in SIDES)
        return effect(*([change for change in side if change is not None] for side in changes))


@dataclass(frozen=True, slots=True)
class Ground:
    """What every comparison of one kind of course stands on."""

    kind: str
    spans: tuple[Span, ...]
    values: Mapping[str, Qualities]  # by subject, "": all together
    few: frozenset[str]  # schools whose coverage is hidden: their side would tell of it
    known: bool  # whether any course of anybody is
    asking: Asking

    @property
    def marked(self) -> bool:
        """Whether there are marks of any year."""
        return bool(periods(self.asking.snapshot, metric(MARKS).view))

    def compared(self, subject: str) -> Compared | None:
        """From the nearest year that leaves enough schools on both sides, for the longer the
        time, the more else has changed; where no year does, from the nearest. None where no
        period has marks in two years."""
        found = [self._from(span, subject) for span in self.spans]
        return next((each for each in found if each.enough), found[0] if found else None)

    def subjects(self) -> list[str]:
        """Those that can be compared."""
        found = ((subject, self.compared(subject)) for subject in self.values if subject)
        return [subject for subject, made in found if made is not None and made.enough]

    def _from(self, span: Span, subject: str) -> Compared:
        by_subject = trained(self.asking.snapshot, self.kind, span, bool(subject))
        people, values = by_subject.get(subject or None, {}), self.values.get(subject, {})
        known = sorted(schools(self.asking.snapshot))
        made = (self._school(key, people.get(key, NOBODY), span, values) for key in known)
        return Compared(subject, span, tuple(made))

    def _school(self, school: str, people: Trained, span: Span, values: Qualities) -> OfSchool:
        years = (values.get((year, school)) for year in (span.before, span.after, span.earlier))
        return OfSchool(school, "few" if school in self.few else people.side, people, *years)


def kind(page: Page, asking: Asking) -> str:
    """The one chosen in the filter, else that of the page's option."""
    chosen = asking.view.filters.where().get("course_kind", ())
    return chosen[0] if len(chosen) == 1 else asking.view.option(page, "course")


def ground(page: Page, asking: Asking) -> Ground:
    """Up to the day of the page. Of the schools chosen there nothing is narrower: see `WHOLE`."""
    return ground_of(kind(page, asking), asking)


def ground_of(of_kind: str, asking: Asking) -> Ground:
    on = max(asking.view.filters.where().get("on", ()), default=None)
    found = spans(asking.snapshot, on)
    coverage = asking.answer("course_coverage", ("school",), course_kind=(), **WHOLE).rows
    few = frozenset(row.key[0] for row in coverage if row.flag == "c")
    known = any(row.flag != "x" for row in coverage)
    return Ground(of_kind, found, _values(found, asking), few, known, asking)


def mean_quality(there: Sequence[OfSchool]) -> tuple[float, float]:
    """Before and after: each school counts once, as in the comparison."""
    return fmean(each.before.value for each in there), fmean(each.after.value for each in there)


def _values(found: tuple[Span, ...], asking: Asking) -> Mapping[str, Qualities]:
    """Of all years that are looked at, in one question."""
    if not found:
        return {}
    years = {year for span in found for year in (span.before, span.after, span.earlier)}
    where = {"year": tuple(sorted(years)), "period": (found[0].period,), **WHOLE}
    values: dict[str, dict[tuple[str, str], Value]] = defaultdict(dict)
    for row in asking.answer(MARKS, ("year", "school"), **where).rows:
        values[""][row.key] = row
    for row in asking.answer(MARKS, ("year", "school", "subject"), **where).rows:
        values[row.key[2]][row.key[:2]] = row
    return dict(values)


def _change(before: Value | None, after: Value | None) -> float | None:
    there = [value for value in (before, after) if value is not None and not value.flag]
    return after.value - before.value if len(there) == 2 else None
