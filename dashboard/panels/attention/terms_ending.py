"""Mentors whose term ends within three months of the latest day of their register."""

from collections import Counter

from dashboard.i18n import day, plural, t
from dashboard.metrics.mentor_terms import SOON, ending, months_after
from dashboard.metrics.mentoring import standing
from dashboard.metrics.mentors import Term, latest_day, register
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.finding import Finding


def findings(asked: Asked) -> list[Finding]:
    """Once, counted by direction, as the page of mentors counts them. Mentors are not named."""
    terms = [term for term in _ending(asked) if asked.takes_in(term.school)]
    if not terms:
        return []
    language = asked.language
    last = day(max(term.end for term in terms), language)
    directions = Counter(term.direction for term in terms)
    sentence = plural("attention.terms", len(terms), language, day=last)
    evidence = ", ".join(
        f"{t(f'choice.{direction}', language)} {count}"
        for direction, count in directions.most_common()
    )
    return [Finding(("terms_ending",), 0.0, "low", sentence, evidence, _href(asked))]


def _ending(asked: Asked) -> list[Term]:
    snapshot = asked.asking.snapshot
    on = latest_day(snapshot)
    if on is None:
        return []
    known = register(snapshot)
    return list(ending(known.terms, standing(known, on).live, months_after(on, SOON)).values())


def _href(asked: Asked) -> str:
    """The page of mentors, of the same schools."""
    return "/mentors" + asked.asking.view.narrower()
