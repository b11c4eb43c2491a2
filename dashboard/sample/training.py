"""Made-up courses of teachers: who finished which, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.quotas import quota
from dashboard.sample.staff import Teacher, by_school


@dataclass(frozen=True, slots=True)
class Completion:
    teacher: str
    course: str
    finished: str  # a date, year first
    certificate: str


def completions(
    teachers: list[Teacher], schools: Mapping[str, School], seed: int
) -> list[Completion]:
    """From schools that train nobody there is none; a few certificates are second ones."""
    chance = Random(f"{seed} training")
    known = [each for each in teachers if not schools[each.school].has_flaw("untrained")]
    made = [
        (teacher.code, chance.choice(taken["courses"]), chance.choice(taken["days"]))
        for taken in card("staff")["taken"]
        for teacher in _sent(taken, known, len(schools), chance)
    ]
    again = card("staff")["again"]
    made += [
        (teacher, course, again["day"])
        for teacher, course, _ in made
        if chance.random() < again["share"]
    ]
    return [Completion(*told, f"№ {number:05}") for number, told in enumerate(made, start=1)]


def _sent(taken: dict, known: list[Teacher], schools: int, chance: Random) -> list[Teacher]:
    """As many as went; fewer where there are not so many."""
    able = list(_able(taken, known, schools))
    return chance.sample(able, min(len(able), quota(taken["teachers"], schools)))


def _able(taken: dict, known: list[Teacher], schools: int) -> Iterator[Teacher]:
    places = by_school(known)
    largest = sorted(places, key=lambda school: (-len(places[school]), school))
    senders = largest[: quota(taken["schools"], schools)] if "schools" in taken else largest
    for teacher in known:
        if teacher.school in senders and taken.get("position") in (None, teacher.position):
            yield teacher
