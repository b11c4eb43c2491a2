"""Made-up results of the national test: a school's leavers of each year that is over."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.markbook import Strengths
from dashboard.sample.pupils import Pupil, SchoolClass
from dashboard.sample.terms import LATEST

LAST_GRADE = 11
MAIN_TEST = ""


@dataclass(frozen=True, slots=True)
class ExamResult:
    """One school, one test. A test that nobody took is listed: its leavers count."""

    school: str
    first_year: int
    subject: str  # "" is the main test
    graduates: int
    takers: int
    passed: int  # at or above the threshold
    score_sum: int
    score_max: int | None


def exam_results(
    school: School, classes: list[SchoolClass], strengths: Strengths, chance: Random
) -> list[ExamResult]:
    """What makes marks high makes scores high too, unless the school marks leniently."""
    leavers: dict[int, list[Pupil]] = defaultdict(list)
    for school_class in classes:
        if school_class.grade == LAST_GRADE and school_class.first_year < LATEST:
            leavers[school_class.first_year] += school_class.pupils
    return [
        ExamResult(school.code, first_year, subject, len(pupils), *summed(subject, scores))
        for first_year, pupils in sorted(leavers.items())
        for subject, scores in _sat(school, pupils, strengths, first_year, chance)
    ]


def _sat(
    school: School, pupils: list[Pupil], strengths: Strengths, first_year: int, chance: Random
) -> Iterator[tuple[str, list[int]]]:
    """The main test, then each subject that those who took it may choose."""
    told = card("tests")
    level = strengths.in_year(first_year)
    if school.has_flaw("lenient"):
        level -= told["lenient"]["level"]
    takers = [pupil for pupil in pupils if _takes_part(pupil, chance)]
    yield MAIN_TEST, [_score(level + pupil.ability, "main", chance) for pupil in takers]
    for subject, share in told["choices"].items():
        own = level + strengths.subjects.get(subject, 0.0)
        chose = [pupil for pupil in takers if chance.random() < share]
        yield subject, [_score(own + pupil.ability, "subject", chance) for pupil in chose]


def _takes_part(pupil: Pupil, chance: Random) -> bool:
    takers = card("tests")["takers"]
    return chance.random() < takers["share"] + takers["by_level"] * pupil.ability


def _score(level: float, kind: str, chance: Random) -> int:
    scale = card("tests")[kind]
    score = round(scale["middle"] + scale["step"] * level + chance.gauss(0, scale["luck"]))
    return min(scale["highest"], max(scale["lowest"], score))


def summed(subject: str, scores: list[int]) -> tuple[int, int, int, int | None]:
    """Takers, those at or above the threshold, the sum and the highest of the scores."""
    threshold = card("tests")["main" if subject == MAIN_TEST else "subject"]["threshold"]
    passed = sum(score >= threshold for score in scores)
    return len(scores), passed, sum(scores), max(scores, default=None)
