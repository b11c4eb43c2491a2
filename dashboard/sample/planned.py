"""Made-up work planned and done: of associations and of whole schools, by month and kind."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from dashboard.sample.associations import Association
from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.terms import LATEST, TODAY

FIRST_MONTH = 9
SUBJECT_EVENT = "subject_event"


@dataclass(frozen=True, slots=True)
class Work:
    school: str
    first_year: int
    association: str | None  # None where it is the whole school's
    month: int
    kind: str
    subject: str | None  # of subject weeks alone
    planned: int
    done: int


def planned_work(
    listed: Iterable[Association], schools: Mapping[str, School], years: range, seed: int
) -> list[Work]:
    """Of this year only the months that have begun."""
    of_all = list(listed)
    made = [
        work
        for each in of_all
        for work in _of(schools[each.school], each.first_year, each.code, seed)
    ]
    for year in years:
        made += [work for school in schools.values() for work in _of(school, year, None, seed)]
    return sorted(made, key=lambda each: (each.first_year, each.school))


def _of(school: School, year: int, association: str | None, seed: int) -> Iterator[Work]:
    told, chance = card("work")["planned"], Random(f"{seed} {school.code} {association} {year}")
    for kind, rules in told["association" if association else "school"].items():
        for month in filter(rules["months"].__contains__, _months(year)):
            planned = chance.randint(*rules["number"])
            subject = None
            if kind == SUBJECT_EVENT:
                subject = told["events"][(school.number + month) % len(told["events"])]
            done = _done(planned, school.has_flaw("behind"), chance)
            yield Work(school.code, year, association, month, kind, subject, planned, done)


def _done(planned: int, behind: bool, chance: Random) -> int:
    told = card("work")["planned"]
    share = told["done_behind" if behind else "done"]
    more = chance.random() < told["one_more"]
    return sum(chance.random() < share for _ in range(planned)) + more


def _months(first_year: int) -> list[int]:
    months = card("work")["planned"]["months"]
    if first_year < LATEST:
        return months
    begun = (TODAY.month - FIRST_MONTH) % 12
    return [month for month in months if (month - FIRST_MONTH) % 12 <= begun]
