"""The lead and base networks that a view takes in, and how many of their teachers are certified."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dashboard.i18n import integer, order, plural, t
from dashboard.metrics.mentors import Member, register
from dashboard.metrics.networks import schools_in
from dashboard.metrics.registers import schools
from dashboard.panels import mentoring, words
from dashboard.panels.compared import short_names
from dashboard.panels.view import OF_SCHOOLS, Asking
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Page
from dashboard.spec.panel import Choice, Switch

NONE_ASKED: Mapping[str, tuple] = dict.fromkeys(OF_SCHOOLS, ())


@dataclass(frozen=True, slots=True)
class Network:
    """`schools` are the lead school and the members, by name."""

    id: str
    name: str
    kind: str
    leads: tuple[str, ...]
    schools: tuple[str, ...]


def networks(asking: Asking, on: str | None) -> tuple[Network, ...]:
    """Those of the day that any chosen school belongs to, whole, by name."""
    if on is None:
        return ()
    day, by_id = date.fromisoformat(on), defaultdict(list)
    for member in register(asking.snapshot).members:
        if member.live(day):
            by_id[member.network].append(member)
    found = (_network(members, asking) for members in by_id.values())
    chosen = [network for network in found if _fits(network, asking)]
    return tuple(sorted(chosen, key=lambda each: order(each.name, asking.view.language)))


def certified(key: str, asking: Asking, by: tuple[str, ...]) -> Answer:
    """Of whole networks, on the day of the page: one question for all of them, so that what is
    hidden is the same."""
    on = mentoring.day(asking)
    where = {"on": (on.isoformat(),)} if on else {}
    return asking.answer(key, by, **NONE_ASKED, **where)


def alone(network: Network, answer: Answer) -> dict[str, Value]:
    """Of an answer by network and school the schools of one network."""
    values = answer.by_key()
    there = ((school, values.get((network.id, school))) for school in network.schools)
    return {school: value for school, value in there if value is not None}


def nobody(values: Mapping[str, Value]) -> list[str]:
    """Schools where not one teacher is certified; of a hidden school nobody knows that."""
    return [school for school, value in values.items() if value.value == 0]


def told(key: str, values: Mapping[str, Value], asking: Asking) -> list[str]:
    """«№ 33: none of 21 teachers», for each such school."""
    language, names = asking.view.language, short_names(asking, values)
    counts = {school: int(values[school].denominator) for school in nobody(values)}
    return [
        plural(key, of, language, school=names[school], number=integer(of, language))
        for school, of in counts.items()
    ]


def pick(found: Iterable[Network], wanted: str) -> Network:
    """The one asked for, else the first of a lead school, else the first."""
    there = [*found]
    named = [network for network in there if network.id == wanted]
    return next(iter([*named, *(n for n in there if n.kind == "lead"), *there]))


def switch(page: Page, found: Iterable[Network], used: Network, asking: Asking) -> Switch:
    """Each network as a link to the same view of it."""
    choices = tuple(
        Choice(network.id, network.name, address(page, network, asking), network == used)
        for network in found
    )
    return Switch("network", t("filter.network", asking.view.language), choices)


def address(page: Page, network: Network, asking: Asking) -> str:
    view = replace(asking.view, tab="lead").turned("network", network.id)
    return page.path + view.search(page)


def _network(members: list[Member], asking: Asking) -> Network:
    first = members[0]
    leads = {member.lead for member in members}
    inside = {*schools_in(members)[first.network]} & schools(asking.snapshot).keys()
    return Network(
        first.network,
        next((member.name for member in members if member.name), first.network),
        first.kind,
        tuple(_by_name(leads, asking)),
        tuple(_by_name(inside, asking)),
    )


def _by_name(keys: set[str], asking: Asking) -> list[str]:
    return words.by_name("school", keys, asking.snapshot, asking.view.language)


def _fits(network: Network, asking: Asking) -> bool:
    where, known = asking.view.filters.where(), schools(asking.snapshot)
    return any(known[school].fits(where) for school in network.schools)
