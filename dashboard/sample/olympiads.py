"""Made-up olympiads: from each school to the district, the oblast and the republic."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

from dashboard.sample.content import card
from dashboard.sample.markbook import Strengths
from dashboard.sample.pupils import SchoolClass
from dashboard.sample.terms import LATEST

STAGES = ("school", "district", "oblast", "republic")
DISTRICT = "district"
PLACES = (1, 2, 2, 3, 3, 3)  # what the best of a district win, one after the other


@dataclass(frozen=True, slots=True)
class Entrant:
    """A pupil in one olympiad. `score` decides within school and district."""

    first_year: int
    subject: str
    school: str
    grade: int | None  # None where the protocol does not say it
    score: float


@dataclass(frozen=True, slots=True)
class OlympiadResult:
    """One school in one subject at one stage; pupils with a place above the school's go on."""

    first_year: int
    stage: str
    subject: str
    school: str
    grade: int | None
    participants: int
    place1: int
    place2: int
    place3: int
    advanced: int | None  # None at the last stage


Outcome = tuple[Entrant, int, bool]  # the entrant, his place or 0, whether he goes on


def entrants(
    school: str, classes: list[SchoolClass], strengths: Strengths, chance: Random
) -> list[Entrant]:
    """Those of a school who take part in its own stage, in every year that is over."""
    rules = card("tests")["olympiads"]
    return [
        Entrant(of.first_year, subject, school, of.grade if named else None, score)
        for of in classes
        if of.grade in rules["grades"] and of.first_year < LATEST
        for subject in rules["subjects"]
        for named in [subject in rules["by_grade"]]
        for score in _scores(of, strengths, chance)
    ]


def olympiad_results(of_schools: Iterable[list[Entrant]], seed: int) -> list[OlympiadResult]:
    """Stage after stage. Above the school's own the pupils of one school meet all others."""
    going = [entrant for of_school in of_schools for entrant in of_school]
    found = []
    for stage in STAGES:
        outcomes = list(_held(stage, going, Random(f"{seed} olympiad {stage}")))
        found += _counted(stage, outcomes)
        going = [entrant for entrant, _, goes_on in outcomes if goes_on]
    return found


def _scores(of: SchoolClass, strengths: Strengths, chance: Random) -> Iterator[float]:
    """The abler a pupil, the likelier to take part."""
    rules = card("tests")["olympiads"]
    for pupil in of.pupils:
        if chance.random() < rules["entrants"] * (1 + pupil.ability):
            level = strengths.in_year(of.first_year) + pupil.ability
            yield level + chance.gauss(0, rules["luck"])


def _held(stage: str, going: list[Entrant], chance: Random) -> Iterator[Outcome]:
    if stage == "school":
        yield from _ranked(going, _of_school, card("tests")["olympiads"]["sent_by_a_school"])
    elif stage == DISTRICT:
        luck = card("tests")["olympiads"]["luck"]
        again = [replace(each, score=each.score + chance.gauss(0, luck)) for each in going]
        yield from _ranked(again, _of_district, None)
    else:
        yield from ((entrant, *_abroad(stage, chance)) for entrant in going)


def _ranked(going: list[Entrant], contest: Callable, sent: int | None) -> Iterator[Outcome]:
    """The best of each contest win; without a number to be sent all winners go on."""
    contests: dict[tuple, list[Entrant]] = defaultdict(list)
    for entrant in going:
        contests[contest(entrant)].append(entrant)
    for key in sorted(contests, key=str):
        best = sorted(contests[key], key=lambda entrant: -entrant.score)
        places = PLACES if sent is None else (1, 2, 3)
        for rank, entrant in enumerate(best):
            place = places[rank] if rank < len(places) else 0
            yield entrant, place, bool(place) if sent is None else rank < sent


def _of_school(entrant: Entrant) -> tuple:
    return entrant.first_year, entrant.subject, entrant.school, entrant.grade


def _of_district(entrant: Entrant) -> tuple:
    return entrant.first_year, entrant.subject, entrant.grade


def _abroad(stage: str, chance: Random) -> tuple[int, bool]:
    """Against pupils of other districts: chance alone."""
    luck = chance.random()
    for number, share in enumerate(card("tests")["olympiads"][stage]["places"], start=1):
        if luck < share:
            return number, stage != STAGES[-1]
        luck -= share
    return 0, False


def _counted(stage: str, outcomes: list[Outcome]) -> Iterator[OlympiadResult]:
    rows: dict[tuple, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        rows[_of_school(outcome[0])].append(outcome)
    for key in sorted(rows, key=str):
        first_year, subject, school, grade = key
        won = [place for _, place, _ in rows[key]]
        on = None if stage == STAGES[-1] else sum(goes_on for *_, goes_on in rows[key])
        places = (won.count(place) for place in (1, 2, 3))
        yield OlympiadResult(first_year, stage, subject, school, grade, len(won), *places, on)
