"""Which networks a school belongs to: a school may belong to several, a lead school to its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from dashboard.metrics.mentors import Member, register
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

Networks = Mapping[str, tuple[str, ...]]  # by school


def networks_of(snapshot: Snapshot, on: str | None) -> Networks:
    """Those of a day, year first; without a day all that a school ever belonged to."""
    return _kept(snapshot, on)


def schools_in(members: Iterable[Member]) -> dict[str, tuple[str, ...]]:
    """The schools of each network, once each: the lead school, listed or not, and its members."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for member in members:
        found[member.network] |= {member.lead: None, member.school: None}
    return {network: tuple(sorted(schools)) for network, schools in sorted(found.items())}


def _read(snapshot: Snapshot, on: str | None) -> dict[str, tuple[str, ...]]:
    day = date.fromisoformat(on) if on else None
    live = [each for each in register(snapshot).members if day is None or each.live(day)]
    found: dict[str, list[str]] = defaultdict(list)
    for network, schools in schools_in(live).items():
        for school in schools:
            found[school].append(network)
    return {school: tuple(networks) for school, networks in found.items()}


_kept = Kept(_read, size=64)
