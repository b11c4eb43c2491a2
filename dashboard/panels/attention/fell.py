"""Subjects that fell in the whole district against the same period a year ago."""

from dashboard.i18n import integer, plural, t
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.change import between, points, pupils
from dashboard.panels.attention.finding import Finding
from dashboard.panels.view import OF_SCHOOLS
from dashboard.spec.answer import Value
from dashboard.statistics.comparison import difference
from dashboard.statistics.funnel import Z_ACTION
from dashboard.statistics.gap import gap_in_pupils


def findings(asked: Asked) -> list[Finding]:
    """Where the change leaves 0 out at 99.8 %. Of chosen schools nothing: it is not about them."""
    if OF_SCHOOLS & asked.chosen.keys():
        return []
    before = asked.year_ago("subject")
    pairs = ((before.get(key), value) for key, value in asked.now("subject").items())
    found = (_finding(then, now, asked) for then, now in pairs if _both(then, now))
    return [finding for finding in found if finding is not None]


def _both(then: Value | None, now: Value) -> bool:
    return then is not None and then.value is not None and now.value is not None


def _finding(then: Value, now: Value, asked: Asked) -> Finding | None:
    _, _, high = difference(now.value, now.pupils, then.value, then.pupils, Z_ACTION)
    if high >= 0:
        return None
    subject, language = now.key[-1], asked.language
    change = difference(now.value, now.pupils, then.value, then.pupils)
    sentence = t(
        "attention.fell",
        language,
        subject=asked.subject(subject),
        points=points(change[0], language),
        before=asked.shown(then.value),
        after=asked.shown(now.value),
    )
    fewer = abs(gap_in_pupils(now.value, now.pupils, then.value))
    evidence = (
        plural(
            "attention.gap.fewer_than_last_year", fewer, language, number=integer(fewer, language)
        ),
        pupils(then.pupils, now.pupils, language),
        between(change, language),
    )
    return Finding(
        key=("fell", "", subject),
        weight=-high * now.pupils,
        tone="low",
        sentence=sentence,
        evidence=" · ".join(evidence),
        href=asked.href(subject=subject),
    )
