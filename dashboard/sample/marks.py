"""Made-up marks: one teaching group's marks in one subject through a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from dashboard.sample.content import card
from dashboard.sample.pupils import Pupil
from dashboard.sample.terms import YEAR

VALUES = {"n5": 5, "n4": 4, "n3": 3, "n2": 2}
NAMES = {value: name for name, value in VALUES.items()}


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is the same for all who sit in them. `plain`: the export knows only 5, 4, 3 and 2."""

    level: float
    plain: bool
    credited: bool  # credit or no credit instead of marks
    physical: bool  # some pupils are exempt


def marks_by_period(
    pupils: Sequence[Pupil], lessons: Lessons, periods: Sequence[str], chance: Random
) -> dict[str, list[str]]:
    """For each period a mark per pupil, as the name of the count it goes to."""
    by_pupil = [_pupil_marks(pupil, lessons, periods, chance) for pupil in pupils]
    by_period = {period: list(marks) for period, marks in zip(periods, zip(*by_pupil))}
    return by_period if lessons.plain else _sometimes_without_marks(by_period, chance)


def _sometimes_without_marks(
    by_period: dict[str, list[str]], chance: Random
) -> dict[str, list[str]]:
    """Now and then a whole class has no marks yet."""
    share = card("effects")["whole_class_without_marks"]
    return {
        period: ["no_mark"] * len(marks) if chance.random() < share else marks
        for period, marks in by_period.items()
    }


def _pupil_marks(
    pupil: Pupil, lessons: Lessons, periods: Sequence[str], chance: Random
) -> list[str]:
    if lessons.physical and pupil.exempt and not lessons.plain:
        return ["exempt"] * len(periods)
    if lessons.credited:
        return [_credit(pupil, chance)] * len(periods)
    spread = card("effects")["spread"]
    score = lessons.level + pupil.ability + chance.gauss(0, spread["subject"])
    marks = [_mark(score + chance.gauss(0, spread["quarter"]), lessons, chance) for _ in periods]
    return [*marks[:-1], _yearly(marks)] if YEAR in periods else marks


def _credit(pupil: Pupil, chance: Random) -> str:
    weak = pupil.ability < 0 and chance.random() < 2 * card("effects")["not_credited"]
    return "not_credited" if weak else "credited"


def _mark(score: float, lessons: Lessons, chance: Random) -> str:
    effects = card("effects")
    luck = 1.0 if lessons.plain else chance.random()
    if luck < effects["no_mark"]:
        return "no_mark"
    if luck < effects["no_mark"] + effects["not_assessed"]:
        return "not_assessed"
    return next((name for name, limit in effects["limits"].items() if score > limit), "n2")


def _yearly(marks: list[str]) -> str:
    """The mean of the quarters, a half counted up; not assessed without a single mark."""
    values = [VALUES[mark] for mark in marks[:-1] if mark in VALUES]
    if not values:
        return "not_assessed"
    return NAMES[(2 * sum(values) + len(values)) // (2 * len(values))]
