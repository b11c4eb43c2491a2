"""A school's records of marks: every page of its mark books, counted."""

from collections.abc import Iterable

from dashboard.sample.markbook import Page
from dashboard.sample.result import Result, Tally


def results(pages: Iterable[Page]) -> list[Result]:
    return [
        Result(
            page.school,
            page.school_class.first_year,
            period,
            page.school_class.grade,
            page.school_class.letter,
            page.group,
            page.subject,
            len(marks),
            Tally.of(marks),
        )
        for page in pages
        for period, marks in page.by_period.items()
    ]
