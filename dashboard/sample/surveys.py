"""Made-up surveys: the district's of every year, and the one that a school of seventy tells of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.staff import Teacher, by_school
from dashboard.sample.staffing import staffing
from dashboard.sample.terms import LATEST


@dataclass(frozen=True, slots=True)
class Sheet:
    """One survey of one school in one year."""

    survey: str  # a key of surveys.toml: yearly, told
    school: str
    first_year: int
    invited: int
    answered: int

    @property
    def code(self) -> str:
        return card("surveys")[self.survey]["code"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many chose an option, or did with this effect."""

    sheet: Sheet
    question: str
    option: str
    effect: str | None
    chosen: int


def surveys(
    schools: Mapping[str, School], teachers: Iterable[Teacher], years: range, seed: int
) -> list[Chosen]:
    invited = {code: len(of) for code, of in by_school(teachers).items()}
    asked = [year for year in (LATEST - 1, LATEST) if year in years]
    made = [
        answer
        for year in asked
        for school in schools.values()
        if not _is_left_out(school, year)
        for answer in _yearly(school, year, invited[school.code], seed)
    ]
    of_the_text = [code for code, school in schools.items() if staffing(school).trained]
    return [*made, *(answer for code in of_the_text for answer in _told(code))]


def _is_left_out(school: School, year: int) -> bool:
    rules = card("surveys")["yearly"]
    when = "now" if year == LATEST else "before"
    return school.number % rules["every"] in rules["left_out"][when]


def _yearly(school: School, year: int, invited: int, seed: int) -> Iterator[Chosen]:
    chance, told = Random(f"{seed} {school.code} {year} survey"), card("surveys")["yearly"]
    answered = round(invited * chance.uniform(*told["answered"]))
    sheet = Sheet("yearly", school.code, year, invited, answered)
    for question in told["questions"]:
        for place, option in enumerate(question["options"]):
            likely = _likely(question["likely"], place, year)
            number = sum(chance.random() < likely for _ in range(answered))
            about = (sheet, question["text"], option)
            if "weights" in question:
                yield from _by_effect(about, number, question["weights"][place], chance)
            else:
                yield Chosen(*about, None, number)


def _likely(likely: list[float], place: int, year: int) -> float:
    """From year to year the first is chosen more often, the last less."""
    drift = card("surveys")["yearly"]["drift"] if year == LATEST else 0
    return likely[place] + drift * (1 - 2 * place / (len(likely) - 1))


def _by_effect(
    about: tuple[Sheet, str, str], number: int, weights: list[int], chance: Random
) -> Iterator[Chosen]:
    effects = card("surveys")["effects"]
    drawn = chance.choices(effects, weights, k=number)
    for effect in effects:
        yield Chosen(*about, effect, drawn.count(effect))


def _told(school: str) -> Iterator[Chosen]:
    told = card("surveys")["told"]
    sheet = Sheet("told", school, LATEST, told["invited"], told["answered"])
    for question in told["questions"]:
        for option, number in question.get("chosen", {}).items():
            yield Chosen(sheet, question["text"], option, None, number)
        for option, numbers in question.get("effects", {}).items():
            for effect, number in zip(card("surveys")["effects"], numbers):
                yield Chosen(sheet, question["text"], option, effect, number)
