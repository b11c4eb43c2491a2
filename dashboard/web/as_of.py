"""Of which day the data are, and how many schools they are of."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import day, integer, moment, plural, t
from dashboard.metrics.counts import periods
from dashboard.metrics.registers import schools
from dashboard.web.offers import Seen


def as_of(seen: Seen) -> list[Component | str]:
    """«Data of 18 November 2026 · 43 of 45 schools reported»."""
    made = moment(seen.snapshot.created, seen.language)
    said = [t("frame.data_of", seen.language, day=made)]
    if seen.taken.on:
        on = day(date.fromisoformat(seen.taken.on), seen.language)
        return [*said, " · ", html.B(t("frame.on_day", seen.language, day=on))]
    total = len(schools(seen.snapshot))
    if total and seen.taken.period:
        said += [" · ", html.B(_of(seen, total)), " "]
        said.append(plural("frame.reported", total, seen.language))
    return said


def _of(seen: Seen, total: int) -> str:
    there = sum(
        row["schools"]
        for row in periods(seen.snapshot, seen.counted)
        if (row["year"], row["period"]) == (seen.taken.year, seen.taken.period)
    )
    number, of = integer(there, seen.language), integer(total, seen.language)
    return t("filter.some", seen.language, chosen=number, of=of)
