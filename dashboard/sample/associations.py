"""Made-up methodical associations of the schools, and their meetings of each year."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.mentoring import belongs
from dashboard.sample.staff import Teacher, by_school
from dashboard.sample.terms import TODAY

RUSSIAN = ("ru", "mixed")


@dataclass(frozen=True, slots=True)
class Association:
    """One association in one year; its code stays the same over the years."""

    code: str
    school: str
    area: str
    chosen_by: str
    first_year: int
    members: int


@dataclass(frozen=True, slots=True)
class Meeting:
    of: Association
    date: str  # year first
    matters: str
    decisions: str
    minutes_no: str | None


def associations(
    schools: Mapping[str, School], teachers: Iterable[Teacher], years: range, seed: int
) -> list[Association]:
    """By year, then by school; a larger school has more of them."""
    places = by_school(teachers)
    of_a_year = [
        each
        for school in schools.values()
        for each in _of_school(school, places[school.code], Random(f"{seed} {school.code} areas"))
    ]
    return [Association(*each[:4], year, each[4]) for year in years for each in of_a_year]


def meetings(
    listed: Iterable[Association], schools: Mapping[str, School], seed: int
) -> list[Meeting]:
    """Seven a year; some schools hold fewer, one none; this year those up to today."""
    return [
        meeting
        for each in listed
        for meeting in _held(each, schools[each.school], Random(f"{seed} {each}"))
    ]


def _of_school(
    school: School, teachers: list[Teacher], chance: Random
) -> Iterator[tuple[str, str, str, str, int]]:
    told = card("work")
    number = next(number for least, number in told["sizes"] if len(teachers) >= least)
    for place, area in enumerate(told["areas"][:number], start=1):
        chosen_by = "members" if chance.random() < told["chosen_by_members"] else "deputy"
        members = max(2, sum(belongs(each, area) for each in teachers))
        yield f"A{school.number:02}-{place}", school.code, area, chosen_by, members


def _held(of: Association, school: School, chance: Random) -> Iterator[Meeting]:
    if school.has_flaw("no_meetings"):
        return
    few, told = school.has_flaw("few_meetings"), card("work")["meetings"]
    missing = told["minutes_missing_where_few" if few else "minutes_missing"]
    texts = told["texts"]["ru" if school.profile["language"] in RUSSIAN else "ky"]
    for number, day in enumerate(_days(of.first_year, few, chance), start=1):
        text, minutes = chance.choice(texts), f"№ {number}"
        if chance.random() < missing:
            minutes = None
        if day <= TODAY:
            yield Meeting(of, day.isoformat(), text["matters"], text["decisions"], minutes)


def _days(first_year: int, few: bool, chance: Random) -> list[date]:
    told = card("work")["meetings"]
    number = len(told["days"]) - (chance.random() < told["one_missed"])
    if few:
        number = chance.randint(*told["few"])
    kept = sorted(chance.sample(range(len(told["days"])), number))
    return [_late(first_year, told["days"][place], chance) for place in kept]


def _late(first_year: int, day: str, chance: Random) -> date:
    """The day or one soon after it, never at a weekend."""
    year = first_year if day > "08" else first_year + 1
    found = date.fromisoformat(f"{year}-{day}")
    found += timedelta(days=chance.randint(0, card("work")["meetings"]["later"]))
    return found + timedelta(days=(7 - found.weekday()) % 7 if found.weekday() > 4 else 0)
