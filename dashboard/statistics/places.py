"""Where each school stands on a map: at its own place, near its aimak's centre, or aside."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, isfinite, pi, radians, sin
from statistics import median

from dashboard.statistics.similarity import Place, kilometres

OWN, NEAR, ASIDE = "own", "near", "aside"  # how well a place is known
STEP = 1 / 36  # of the district's width: between schools that are spread round one centre
LEAST_STEP = 0.004  # degrees
ALONE = 0.1  # degrees: the circle of a district of which no place is known
STRAY_KM, STRAY_TIMES = 100, 10  # a slip of the pen: so far from the middle, in km and medians


@dataclass(frozen=True, slots=True)
class Spot:
    """Degrees. `known` says whether it is the school's own place."""

    lat: float
    lon: float
    known: str


def spots(
    schools: Mapping[Hashable, tuple[Place | None, str | None]], shipped: Mapping[str, Place]
) -> dict[Hashable, Spot]:
    """A spot for every school of (own place, aimak); none is left out.

    Its own place, unless that is astray; else round its aimak's centre: the mean of the aimak's
    schools that have one, or else the `shipped` centre; without either on a circle round all.
    Schools that gave the same place are set a little apart.
    """
    own = _sound({key: place for key, (place, _) in schools.items() if place})
    centres = _centres({key: aimak for key, (_, aimak) in schools.items()}, own, shipped)
    near, aside = _without(schools, own, centres)
    anchors = [*own.values(), *(centres[aimak] for aimak in near)]
    step = _step(anchors)
    found = {key: Spot(*place, OWN) for key, place in _parted(own, step / 2).items()}
    for aimak, keys in near.items():
        places = figure(centres[aimak], len(keys), step)
        found |= {key: Spot(*place, NEAR) for key, place in zip(keys, places)}
    circle = _circle(anchors, len(aside), step)
    return found | {key: Spot(*place, ASIDE) for key, place in zip(aside, circle)}


def figure(centre: Place, count: int, step: float) -> list[Place]:
    """`count` places on rings round the centre, evenly: up to 6 on the first, 12 on the next …"""
    places: list[Place] = []
    ring = 1
    while len(places) < count:
        on_ring = min(6 * ring, count - len(places))
        places += _ring(centre, on_ring, (ring * step, ring * step), ring)
        ring += 1
    return places


def middle(places: Sequence[Place]) -> Place:
    """The mean of some places; there must be one."""
    return sum(lat for lat, _ in places) / len(places), sum(lon for _, lon in places) / len(places)


def _without(
    schools: Mapping[Hashable, tuple], own: Mapping, centres: Mapping[str, Place]
) -> tuple[dict[str, list], list]:
    """Schools without a place of their own: by aimak with a centre, and the others."""
    near: dict[str, list] = {}
    aside = []
    for key in sorted(schools, key=str):
        aimak = schools[key][1]
        if key not in own and aimak in centres:
            near.setdefault(aimak, []).append(key)
        elif key not in own:
            aside.append(key)
    return near, aside


def _centres(
    aimaks: Mapping[Hashable, str | None], own: Mapping, shipped: Mapping[str, Place]
) -> dict[str, Place]:
    """A shipped centre far from this district belongs to another aimak of that name."""
    named = {aimak for aimak in aimaks.values() if aimak}
    members: dict[str, list[Place]] = {}
    for key, place in own.items():
        members.setdefault(aimaks[key] or "", []).append(place)
    known = {aimak: place for aimak, place in shipped.items() if aimak in named}
    if own:
        around = middle(list(own.values()))
        known = {name: at for name, at in known.items() if kilometres(at, around) <= STRAY_KM}
    return known | {aimak: middle(places) for aimak, places in members.items() if aimak}


def _sound(places: Mapping[Hashable, Place]) -> dict[Hashable, Place]:
    """Without those that are no places on Earth or astray: one slip would shrink all the rest."""
    real = {key: at for key, at in places.items() if all(map(isfinite, at)) and abs(at[0]) < 89}
    if len(real) < 3:
        return real
    centre = (median(lat for lat, _ in real.values()), median(lon for _, lon in real.values()))
    away = {key: kilometres(place, centre) for key, place in real.items()}
    limit = max(STRAY_KM, STRAY_TIMES * median(away.values()))
    return {key: place for key, place in real.items() if away[key] <= limit}


def _parted(own: Mapping[Hashable, Place], step: float) -> dict[Hashable, Place]:
    """All but the first of those at one place go round it."""
    together: dict[Place, list] = {}
    for key in sorted(own, key=str):
        together.setdefault(own[key], []).append(key)
    return {
        key: at
        for place, keys in together.items()
        for key, at in zip(keys, [place, *figure(place, len(keys) - 1, step)])
    }


def _step(anchors: Sequence[Place]) -> float:
    """Degrees of latitude."""
    return max(LEAST_STEP, STEP * 2 * max(_halves(anchors))) if anchors else ALONE


def _halves(anchors: Sequence[Place]) -> tuple[float, float]:
    """Half the height and half the width of what the places span, in degrees of latitude."""
    if not anchors:
        return 0.0, 0.0
    lats, lons = zip(*anchors)
    across = cos(radians(middle(anchors)[0]))
    return (max(lats) - min(lats)) / 2, (max(lons) - min(lons)) / 2 * across


def _circle(anchors: Sequence[Place], count: int, step: float) -> list[Place]:
    """Even, outside of all the places that are known."""
    if not anchors:
        return _ring((0.0, 0.0), count, (ALONE, ALONE), 0)
    lats, lons = zip(*anchors)
    centre = ((max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2)
    up, across = _halves(anchors)
    return _ring(centre, count, (1.45 * up + 2 * step, 1.1 * across + 2 * step), 0)


def _ring(centre: Place, count: int, halves: tuple[float, float], turn: int) -> list[Place]:
    """Evenly by angle from the top; every other ring is turned, so that it fills the gaps."""
    angles: Iterable[float] = (2 * pi * (place + turn % 2 / 2) / count for place in range(count))
    wide = cos(radians(centre[0]))
    return [
        (centre[0] + halves[0] * cos(angle), centre[1] + halves[1] * sin(angle) / wide)
        for angle in angles
    ]
