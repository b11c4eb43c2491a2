"""The register of mentors as a view of the page narrows it, on the day that it looks at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dashboard.metrics.mentoring import Link, Standing, standing
from dashboard.metrics.mentors import Member, Register, Term, latest_day, register
from dashboard.metrics.registers import School, schools
from dashboard.panels.view import OF_SCHOOLS, Asking
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

Known = TypeVar("Known", Term, Link)


@dataclass(frozen=True, slots=True)
class Seen:
    """`whole` is the district; the rest is what the filters take in."""

    on: date
    register: Register
    whole: Standing
    live: dict[str, Term]  # mentors with a live term
    approved: dict[str, Term]
    links: tuple[Link, ...]  # live pairs whose giver or getter is among the schools
    members: tuple[Member, ...]  # of live networks that have such a school
    schools: dict[str, School]  # those not closed on the day


def seen(asking: Asking) -> Seen | None:
    """None without any mentor and pair in the snapshot."""
    on = day(asking)
    if on is None:
        return None
    whole, chosen = stands(asking.snapshot, on), _schools(asking, on)
    fits = _fits(asking)
    return Seen(
        on,
        register(asking.snapshot),
        whole,
        {m: t for m, t in whole.live.items() if t.school in chosen and fits(t)},
        {m: t for m, t in whole.approved.items() if t.school in chosen and fits(t)},
        tuple(link for link in whole.links if {link.giver, link.getter} & {*chosen} and fits(link)),
        tuple(each for each in whole.members if {each.lead, each.school} & {*chosen}),
        chosen,
    )


def day(asking: Asking) -> date | None:
    """The day asked for, else the latest that the register tells of; None without a register."""
    asked, latest = asking.view.filters.where().get("on"), latest_day(asking.snapshot)
    return date.fromisoformat(max(asked)) if asked and latest else latest


def _schools(asking: Asking, on: date) -> dict[str, School]:
    where = {k: v for k, v in asking.view.filters.where().items() if k in OF_SCHOOLS}
    known = schools(asking.snapshot).items()
    return {code: school for code, school in known if school.open(on) and school.fits(where)}


def _fits(asking: Asking) -> Callable[[Known], bool]:
    """Whether a term or a pair is of the chosen directions and subjects."""
    where = asking.view.filters.where()
    directions, subjects = where.get("direction"), where.get("subject")

    def fits(known: Known) -> bool:
        right = not directions or known.direction in directions
        return right and (not subjects or known.subject in subjects)

    return fits


def _stand(snapshot: Snapshot, on: date) -> Standing:
    return standing(register(snapshot), on)


stands = Kept(_stand, size=64)
