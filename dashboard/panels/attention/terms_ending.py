"""Mentors whose term ends within three months of the latest day of data."""

from collections import Counter

from dashboard.i18n import day, plural, t
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.finding import Finding
from dashboard.panels.attention.registers import terms_ending


def findings(asked: Asked) -> list[Finding]:
    """Once, counted by direction. Mentors are not named."""
    rows = [row for row in terms_ending(asked.asking.snapshot) if asked.takes_in(row[0])]
    if not rows:
        return []
    language, directions = asked.language, Counter()
    for _, direction, mentors, _ in rows:
        directions[direction] += mentors
    last = day(max(row[3] for row in rows), language)
    sentence = plural("attention.terms", directions.total(), language, day=last)
    evidence = ", ".join(
        f"{t(f'choice.{direction}', language)} {count}"
        for direction, count in directions.most_common()
    )
    return [Finding(("terms_ending",), 0.0, "low", sentence, evidence)]
