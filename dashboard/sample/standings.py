"""Pupils of a class by their lowest final mark over all subjects of a period."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.sample.markbook import Page

# The groups make up the class; the pupils of the two others stand in «good» and «satisfactory».
GROUPS = ("excellent", "good", "satisfactory", "failing", "not_assessed")
ONE_MARK_AWAY = ("one_four", "one_three")


@dataclass(frozen=True, slots=True)
class Standing:
    """One class in one period. `roster` is the class, also those in whose cells nothing stands."""

    school: str
    first_year: int
    period: str
    grade: int
    letter: str
    roster: int
    excellent: int = 0
    good: int = 0
    one_four: int = 0
    satisfactory: int = 0
    one_three: int = 0
    failing: int = 0
    not_assessed: int = 0

    @property
    def placed(self) -> int:
        """All pupils of the groups, «н/а» too: the denominator of the default rule."""
        return sum(getattr(self, name) for name in GROUPS)


def standings(pages: Iterable[Page]) -> list[Standing]:
    """One for each class and period in which it has marks, in the order of the pages."""
    marks: dict[tuple, list[list[str]]] = {}
    for page in pages:
        for period, given in page.by_period.items():
            _enter(marks, page, period, given)
    return [
        Standing(*about, roster=len(of_pupils), **_counted(of_pupils))
        for about, of_pupils in marks.items()
    ]


def _enter(marks: dict[tuple, list[list[str]]], page: Page, period: str, given: list[str]) -> None:
    """The page's marks, each to its pupil."""
    of = page.school_class
    about = (page.school, of.first_year, period, of.grade, of.letter)
    if about not in marks:
        marks[about] = [[] for _ in of.pupils]
    of_pupils = marks[about]
    for seat, mark in zip(page.seats, given):
        of_pupils[seat].append(mark)


def _counted(of_pupils: list[list[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for marks in of_pupils:
        counts.update(groups_of(marks))
    return counts


def groups_of(marks: list[str]) -> tuple[str, ...]:
    """The groups of a pupil with these marks; none if all his cells are empty, exempt or credit.

    «н/а» in a single subject leaves a pupil without a standing: he counts as not assessed alone.
    """
    if "not_assessed" in marks:
        return ("not_assessed",)
    if "n2" in marks:
        return ("failing",)
    if "n3" in marks:
        return ("satisfactory", "one_three") if marks.count("n3") == 1 else ("satisfactory",)
    if "n4" in marks:
        return ("good", "one_four") if marks.count("n4") == 1 else ("good",)
    return ("excellent",) if "n5" in marks else ()
