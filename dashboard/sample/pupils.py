"""Made-up pupils in their classes; a class moves up a grade each year with small changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School


@dataclass(frozen=True, slots=True)
class Pupil:
    ability: float
    exempt: bool  # from physical education


@dataclass(frozen=True, slots=True)
class SchoolClass:
    first_year: int
    grade: int
    letter: str
    pupils: tuple[Pupil, ...]


def classes(school: School, years: range, chance: Random) -> list[SchoolClass]:
    """Every class of every year, by year, grade and letter."""
    made = [
        school_class
        for entry in range(years[0] - school.grades[-1], years[-1] - school.grades[0] + 1)
        for letter in _letters(school, chance)
        for school_class in _cohort(school, entry, letter, chance)
        if school_class.first_year in years
    ]
    return sorted(made, key=lambda c: (c.first_year, c.grade, c.letter))


def _size(school: School) -> dict:
    return card("district")["sizes"][school.profile["size"]]


def _letters(school: School, chance: Random) -> list[str]:
    """The classes that a year's children make up."""
    size = _size(school)
    count = chance.randint(*size["classes"])
    return card("district")["letters"][:count] if size["letters"] else [""]


def _cohort(school: School, entry: int, letter: str, chance: Random) -> Iterator[SchoolClass]:
    """One class from its first to its last grade; `entry` is the year it would be in grade 0."""
    pupils = [_pupil(chance) for _ in range(chance.randint(*_size(school)["pupils"]))]
    for grade in school.grades:
        yield SchoolClass(entry + grade, grade, letter, tuple(pupils))
        pupils = _moved_up(pupils, grade, _size(school)["moves"], chance)


def _moved_up(pupils: list[Pupil], grade: int, moves: float, chance: Random) -> list[Pupil]:
    stays = card("effects")["stays_after_nine"] if grade == 9 and moves else 1 - moves
    kept = [pupil for pupil in pupils if chance.random() < stays] or pupils[:1]
    return kept + [_pupil(chance) for _ in pupils if chance.random() < moves]


def _pupil(chance: Random) -> Pupil:
    effects = card("effects")
    return Pupil(chance.gauss(0, effects["spread"]["ability"]), chance.random() < effects["exempt"])
