"""Of which day the data are, and how many schools they are of."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import day, integer, moment, plural, t
from dashboard.metrics.counts import periods
from dashboard.metrics.expected import expected
from dashboard.web.offers import Seen


def as_of(seen: Seen) -> list[Component | str]:
    """«Data of 18 November 2026 · 43 of 45 schools reported»."""
    made = moment(seen.snapshot.created, seen.language)
    said = [t("frame.data_of", seen.language, day=made)]
    if seen.taken.on:
        on = day(date.fromisoformat(seen.taken.on), seen.language)
        return [*said, " · ", html.B(t("frame.on_day", seen.language, day=on))]
    total = len(expected(seen.snapshot, seen.taken))
    if total and seen.taken.period:
        there = _there(seen)
        said += [" · ", html.B(_of(there, max(total, there), seen.language)), " "]
        said.append(plural("frame.reported", max(total, there), seen.language))
    return said


def _of(there: int, total: int, language: str) -> str:
    chosen, of = integer(there, language), integer(total, language)
    return t("filter.some", language, chosen=chosen, of=of)


def _there(seen: Seen) -> int:
    """One that sent marks though it had closed is among them (the import has warned of it)."""
    return sum(
        row["schools"]
        for row in periods(seen.snapshot, seen.counted)
        if (row["year"], row["period"]) == (seen.taken.year, seen.taken.period)
    )
