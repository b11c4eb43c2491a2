"""Assigning mentors to needs at the size of an oblast, beside the assignment's own floor."""

import random
from collections.abc import Iterator

from dashboard.statistics.assignment import Far, Mentor, Need, assign
from dashboard.statistics.similarity import kilometres
from tests.benchmarks.timing import Times, timed

RUNS = 23  # three of them to warm up
SUBJECTS = {
    "natural_exact": ("algebra", "geometry", "physics", "chemistry", "biology", "informatics"),
    "humanities": ("kyrgyz_language", "russian_language", "english", "history", "law"),
    "technology_primary": ("technology", "art", "music"),
}
FLAT = [(subject, area) for area, subjects in SUBJECTS.items() for subject in subjects]
Made = tuple[list[Need], list[Mentor], Far]


def run() -> Iterator[Times]:
    """400 schools × 200 mentors, with one and with four low subjects of each school."""
    for each in (1, 4):
        districts = [_district(400, 200, each, seed) for seed in range(RUNS)]
        name = f"assignment, 400 schools × {each}, 200 mentors"
        yield timed(f"{name}, floor", _distances, districts)
        yield timed(name, lambda made: assign(*made), districts)


def _distances(made: Made) -> None:
    """What cannot be saved: how far it is from each need to each mentor."""
    needs, mentors, far = made
    for need in needs:
        for mentor in mentors:
            far(need.school, mentor.school)


def _district(schools: int, mentors: int, each: int, seed: int) -> Made:
    dice = random.Random(seed)
    places = {f"S{n}": (41 + dice.random(), 71 + dice.random()) for n in range(schools)}
    needs = [
        Need(school, subject, area, dice.randint(1, 40))
        for school in places
        for subject, area in dice.sample(FLAT, each)
    ]
    codes = [*places]
    return needs, [_mentor(n, dice, codes) for n in range(mentors)], _far(places)


def _mentor(number: int, dice: random.Random, schools: list[str]) -> Mentor:
    subject, area = dice.choice(FLAT)
    own = subject if dice.random() < 0.8 else None
    return Mentor(f"M{number}", dice.choice(schools), own, area, dice.randint(0, 2), 3)


def _far(places: dict) -> Far:
    return lambda one, other: kilometres(places[one], places[other])
