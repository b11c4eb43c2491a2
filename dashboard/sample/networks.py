"""The district's networks: a lead school and those attached to it, base schools by order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.staffing import ATTACHED, LEAD, LEFT, district_of, staffing


@dataclass(frozen=True, slots=True)
class Member:
    """One school attached to another. The lead is a member too, without a row of its own."""

    network: str
    name: str
    kind: str  # lead, base
    lead: str  # codes of schools
    school: str
    start: str  # dates, year first
    end: str | None

    def is_live(self, on: str) -> bool:
        return self.start <= on and (self.end is None or self.end >= on)


def networks(schools: Iterable[School]) -> list[Member]:
    """A network without a school attached is none."""
    listed = list(schools)
    return [*_lead_networks(listed), *_base_networks(listed)]


def members(listed: Iterable[Member], on: str) -> dict[str, set[str]]:
    """The schools of each network on the day, the lead among them."""
    found: dict[str, set[str]] = {}
    for each in listed:
        if each.is_live(on):
            found.setdefault(each.network, {each.lead}).add(each.school)
    return found


def _lead_networks(schools: list[School]) -> Iterator[Member]:
    """One in each round of the profiles; a school that has left it is still listed."""
    told = card("staff")["networks"]["lead"]
    for lead in (each for each in schools if staffing(each).network == LEAD):
        name = told["name"].format(number=lead.number)
        for school in schools:
            place = staffing(school).network
            if district_of(school) == district_of(lead) and place in (ATTACHED, LEFT):
                end = told["left"] if place == LEFT else None
                code = f"L{district_of(lead) + 1:02}"
                yield Member(code, name, LEAD, lead.code, school.code, told["start"], end)


def _base_networks(schools: list[School]) -> Iterator[Member]:
    """The schools of an aimak are shared out among its base schools, one after the other."""
    told = card("staff")["networks"]["base"]
    for number, base in enumerate(filter(is_base, schools), start=1):
        here = [each for each in schools if each.aimak == base.aimak]
        bases = list(filter(is_base, here))
        others = [each for each in here if not is_base(each)]
        for school in others[bases.index(base) :: len(bases)]:
            name = told["name"].format(number=base.number)
            yield Member(f"B{number:02}", name, "base", base.code, school.code, told["start"], None)


def is_base(school: School) -> bool:
    return school.profile["size"] == "central"
