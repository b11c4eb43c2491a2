"""Made-up teachers, by code alone: where they work, what they teach, for how long."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from dashboard.sample.content import card
from dashboard.sample.curriculum import subjects_of
from dashboard.sample.district import School
from dashboard.sample.staffing import staffing

PRIMARY = ("primary_reading", "mathematics", "world_around")
PRIMARY_UNTIL = 4


@dataclass(frozen=True, slots=True)
class Teacher:
    code: str
    school: str
    position: str  # a key of staff.toml
    subjects: tuple[str, ...]  # none in the preparatory group
    experience: int  # years
    category: str
    young: bool  # a young specialist
    young_told: bool  # whether the register says so
    hours: int | None  # a week; None where the register does not say


def staff(schools: Iterable[tuple[School, int]], seed: int) -> list[Teacher]:
    """`schools` with their pupils. Codes run on, so that more schools change none of the first."""
    made: list[Teacher] = []
    for school, pupils in schools:
        number = staffing(school).teachers or _number(pupils)
        chance = Random(f"{seed} {school.code} staff")
        made += _of_school(school, range(len(made) + 1, len(made) + number + 1), chance)
    return made


def by_school(teachers: Iterable[Teacher]) -> dict[str, list[Teacher]]:
    found: dict[str, list[Teacher]] = {}
    for teacher in teachers:
        found.setdefault(teacher.school, []).append(teacher)
    return found


def _number(pupils: int) -> int:
    size = card("staff")["size"]
    return round(size["least"] + pupils / size["pupils"])


def _of_school(school: School, numbers: range, chance: Random) -> Iterator[Teacher]:
    """First the primary classes, then subject after subject until all have their lessons."""
    positions = _positions(school, len(numbers))
    taught = _subjects(school)
    for place, (number, position) in enumerate(zip(numbers, positions)):
        own = PRIMARY if position == "primary" else (taught[place % len(taught)],)
        if position in ("subject", "deputy") and chance.random() < _terms()["second_subject"]:
            own = tuple(dict.fromkeys((*own, taught[(place + 1) % len(taught)])))
        yield _teacher(school, number, position, () if position == "preschool" else own, chance)


def _positions(school: School, number: int) -> list[str]:
    primary = round(number * _terms()["primary_share"]) if school.grades[0] == 1 else 0
    first = ["deputy", *["preschool"] * bool(primary), *["primary"] * primary]
    return [*first, *["subject"] * (number - len(first))][:number]


def _subjects(school: School) -> list[str]:
    """Those of the upper grades; a school without such grades has none but its own."""
    upper = [grade for grade in school.grades if grade > PRIMARY_UNTIL] or list(school.grades)
    language = school.profile["language"]
    return list(dict.fromkeys(s.key for grade in upper for s in subjects_of(grade, language)))


def _teacher(
    school: School, number: int, position: str, subjects: tuple[str, ...], chance: Random
) -> Teacher:
    terms = _terms()
    young = chance.random() < terms["young_share"] and position != "deputy"
    least, most = (
        (0, terms["young_until"]) if young else (terms["young_until"] + 1, terms["longest"])
    )
    experience = chance.randint(least, most)
    category = next(c["name"] for c in card("staff")["categories"] if experience >= c["from"])
    told = chance.random() >= terms["young_untold"]
    return Teacher(
        *(f"T{number:04}", school.code, position, subjects, experience, category),
        *(young, told, _hours(school, chance)),
    )


def _hours(school: School, chance: Random) -> int | None:
    """Near the middle for most; in some schools a few teach nearly everything."""
    terms, hours = _terms(), _terms()["hours"]
    if chance.random() < terms["hours_untold"]:
        return None
    if school.has_flaw("unfair_load"):
        return chance.randint(*chance.choice(terms["unfair"]))
    drawn = round(chance.gauss(hours["middle"], hours["spread"]))
    return min(hours["most"], max(hours["least"], drawn))


def _terms() -> dict:
    return card("staff")["terms"]
