"""Schools that rose or fell much since the same period a year ago, overall or in a subject."""

from collections.abc import Iterator

from dashboard.i18n import t
from dashboard.panels import lives
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.change import Moved, between, moved, points, pupils, usual_change
from dashboard.panels.attention.finding import Finding
from dashboard.statistics.comparison import difference


def findings(asked: Asked) -> list[Finding]:
    """Beyond the limits about what changed for everyone, and by themselves on the same side."""
    found = _real(asked, "subject")
    if not asked.chosen.get("subject"):
        found += _real(asked)
    return [_finding(each, asked) for each in found if asked.takes_in(each.key[-1])]


def _real(asked: Asked, *by: str) -> list[Moved]:
    """A school that stood still while all others rose did not fall."""
    then, now = asked.year_ago(*by, "school"), asked.now(*by, "school")
    usual = usual_change(asked.year_ago(*by), asked.now(*by), now)
    return [
        each
        for each in moved(then, now, usual)
        if each.excess * each.move.change > 0 and each.move.told_apart()
    ]


def _finding(each: Moved, asked: Asked) -> Finding:
    *subject, school = each.key
    move, language = each.move, asked.language
    way = "rose" if move.change > 0 else "fell"
    what = asked.subject(subject[0]) if subject else t("attention.all_subjects", language)
    size = points(move.change, language)
    name = asked.school(school)
    return Finding(
        key=(way, school, *subject),
        weight=each.weight,
        tone="high" if way == "rose" else "low",
        sentence=t(f"attention.moved.{way}", language, school=name, what=what, points=size),
        evidence=" · ".join((_evidence(each, asked), *_taken_in(school, asked))),
        href=_href(school, subject, asked),
        about=school,
    )


def _taken_in(school: str, asked: Asked) -> Iterator[str]:
    """It may have risen or fallen by the pupils that came from a closed school."""
    for other in lives.taken_in(school, asked.taken(), asked.asking):
        yield t("lives.since", asked.language, other=asked.school(other.id))


def _href(school: str, subject: list[str], asked: Asked) -> str:
    if subject:
        return asked.href(school=school, subject=subject[0])
    return asked.passport(school)


def _evidence(each: Moved, asked: Asked) -> str:
    move, language = each.move, asked.language
    change = difference(move.after, move.after_pupils, move.before, move.before_pupils)
    went = t(
        "attention.went",
        language,
        before=asked.shown(move.before),
        after=asked.shown(move.after),
    )
    counted = pupils(move.before_pupils, move.after_pupils, language)
    return " · ".join((went, counted, between(change, language)))
