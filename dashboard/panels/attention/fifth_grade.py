"""Schools where the same children drop from grade 4 to grade 5 beyond the district's own drop."""

from dashboard.i18n import t
from dashboard.panels.attention.asked import Asked, Values
from dashboard.panels.attention.change import Moved, between, moved, points, pupils
from dashboard.panels.attention.finding import Finding
from dashboard.statistics.cohort import SMALL, Cohort, change

BEFORE, AFTER = 4, 5


def findings(asked: Asked) -> list[Finding]:
    """Not of a school with few pupils in either grade, nor where the filters leave a grade out."""
    grades = asked.chosen.get("grade", (BEFORE, AFTER))
    if not {BEFORE, AFTER} <= {*grades}:
        return []
    then, now = asked.year_ago("grade", "school"), asked.now("grade", "school")
    own = _own(asked)
    if own is None:
        return []
    before, after = _of_grade(then, BEFORE), _of_grade(now, AFTER)
    found = moved(before, after, dict.fromkeys(after, own))
    return [_finding(each, asked) for each in found if _tells(each, asked)]


def _of_grade(values: Values, grade: int) -> Values:
    return {key[1:]: v for key, v in values.items() if key[0] == grade and not _few(v.pupils)}


def _few(pupils: int | None) -> bool:
    return pupils is None or pupils < SMALL


def _own(asked: Asked) -> float | None:
    """The district's own change; None where either grade has no value."""
    before = asked.year_ago("grade").get((BEFORE,))
    after = asked.now("grade").get((AFTER,))
    if before is None or after is None or before.value is None or after.value is None:
        return None
    return after.value - before.value


def _tells(each: Moved, asked: Asked) -> bool:
    return each.excess < 0 and each.move.told_apart() and asked.takes_in(each.key[-1])


def _finding(each: Moved, asked: Asked) -> Finding:
    move, language, (school,) = each.move, asked.language, each.key
    cohort = Cohort(move.before, move.before_pupils, move.after, move.after_pupils)
    told = change(cohort, move.usual)
    sentence = t(
        "attention.fifth_grade",
        language,
        school=asked.school(school),
        points=points(move.change, language),
        district=_districts(move.usual, language),
    )
    evidence = (
        t(
            "attention.went",
            language,
            before=asked.shown(move.before),
            after=asked.shown(move.after),
        ),
        pupils(move.before_pupils, move.after_pupils, language),
        t(
            "attention.beyond",
            language,
            interval=between((told.beyond, told.low, told.high), language),
        ),
    )
    return Finding(
        key=("fifth_grade", school),
        weight=each.weight,
        tone="low",
        sentence=sentence,
        evidence=" · ".join(evidence),
        href=asked.href("cohort", school=school),
        about=school,
    )


def _districts(usual: float, language: str) -> str:
    """The district's own change, in words: it may have risen."""
    way = "down" if usual < 0 else "up"
    return t(f"attention.district.{way}", language, points=points(usual, language))
