"""Schools where nobody in post holds a course that counts."""

from dashboard.i18n import integer, plural
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.finding import Finding
from dashboard.panels.attention.naming import named
from dashboard.panels.course_zero import nobody

COVERAGE = "course_coverage"


def findings(asked: Asked) -> list[Finding]:
    """Once, of all of them. A school that is hidden is not named: it would name its teachers."""
    language, everything = asked.language, dict.fromkeys(asked.chosen, ())
    answer = asked.asking.answer(COVERAGE, ("school",), **everything)
    rows = [row for row in nobody(answer.rows) if asked.takes_in(row.key[0])]
    if not rows:
        return []
    teachers = sum(row.pupils for row in rows)
    names = named([row.key[0] for row in rows], asked)
    return [
        Finding(
            key=("untrained",),
            weight=0.0,
            tone="low",
            sentence=plural("attention.untrained", len(rows), language, schools=names),
            evidence=plural(
                "attention.teachers", teachers, language, number=integer(teachers, language)
            ),
            href=f"/courses?lang={language}",
        )
    ]
