"""Which mentors' terms end soon, which are over, and who would be left without help."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from dashboard.metrics.mentoring import Link
from dashboard.metrics.mentors import Term

SOON = 3  # months, where nobody says


def months_after(day: date, months: int) -> date:
    """The same day so many months later; of a shorter month its last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ending(terms: Iterable[Term], live: Mapping[str, Term], until: date) -> dict[str, Term]:
    """Of the mentors with a live term those whose last one ends by then: a term that is followed
    by another does not end."""
    last: dict[str, date] = {}
    for term in terms:
        last[term.mentor] = max(term.end, last.get(term.mentor, term.end))
    return {m: term for m, term in live.items() if last.get(m, term.end) <= until}


def over(approved: Mapping[str, Term], live: Mapping[str, Term]) -> dict[str, Term]:
    """Mentors whose term ended within the two years before, without another."""
    return {mentor: term for mentor, term in approved.items() if mentor not in live}


def sole_help(links: Iterable[Link]) -> dict[str, str]:
    """School → mentor, where one mentor has every mentee of the school."""
    mentors: dict[str, set[str]] = defaultdict(set)
    for link in links:
        mentors[link.getter].add(link.mentor)
    return {school: next(iter(them)) for school, them in mentors.items() if len(them) == 1}
