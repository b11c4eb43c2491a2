"""Schools where no teacher has completed a course."""

from dashboard.i18n import integer, plural
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.finding import Finding
from dashboard.panels.attention.naming import named
from dashboard.panels.attention.registers import untrained


def findings(asked: Asked) -> list[Finding]:
    """Once, of all of them. A school with few teachers is not named: it would name them."""
    least, language = asked.asking.settings.hide_below, asked.language
    rows = [row for row in untrained(asked.asking.snapshot, least) if asked.takes_in(row[0])]
    if not rows:
        return []
    teachers = sum(count for _, count in rows)
    names = named([school for school, _ in rows], asked)
    return [
        Finding(
            key=("untrained",),
            weight=0.0,
            tone="low",
            sentence=plural("attention.untrained", len(rows), language, schools=names),
            evidence=plural(
                "attention.teachers", teachers, language, number=integer(teachers, language)
            ),
        )
    ]
