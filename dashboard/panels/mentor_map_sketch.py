"""The map of who helps whom: a dot for each school, a line for each two that are linked."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from dashboard.metrics.places import boundary, places
from dashboard.metrics.registers import schools
from dashboard.panels.compared import short_names, to_passport
from dashboard.panels.likeness import known_pupils
from dashboard.panels.mentoring import Seen
from dashboard.panels.view import Asking
from dashboard.spec.page import Page
from dashboard.spec.sketch import Dot, Line, Point, Sketch
from dashboard.statistics.outline import flat, rounded, within
from dashboard.statistics.places import ASIDE, Spot

NETWORK = "network"
MARGIN, LEAST_MARGIN = 0.035, 0.004  # of the width of the places; degrees


def sketched(known: Seen, page: Page, asking: Asking, rows: Collection[str]) -> Sketch:
    """`rows` are the schools of the table: those that were asked for, and those at the other end of
    their links. All the others are shown pale, so that the district stays the same."""
    spots = places(asking.snapshot)
    middle = sum(spot.lat for spot in spots.values()) / max(1, len(spots))
    at = {key: flat(spot.lat, spot.lon, middle) for key, spot in spots.items()}
    registered = schools(asking.snapshot)
    shown = [k for k, school in registered.items() if k in rows or school.open(known.on)]
    return Sketch(
        dots=tuple(_dots(shown, known, page, asking, rows)),
        lines=tuple(lines(known, asking.sees_staff)),
        outline=tuple(_outline(at, spots, middle, asking)),
        regions=tuple(_regions(shown, asking)),
    )


def reached(known: Seen) -> set[str]:
    """Schools with a live mentor, or with a mentee of a live pair, of the chosen kinds."""
    return {term.school for term in known.live.values()} | {link.getter for link in known.links}


def lines(known: Seen, persons: bool = True) -> Iterator[Line]:
    """Pairs of one direction between the same two schools are one line with their number; those
    who see no persons are not told it."""
    pairs = Counter(
        (link.giver, link.getter, link.direction or "")
        for link in known.links
        if link.giver and link.giver != link.getter
    )
    for (giver, getter, direction), count in sorted(pairs.items()):
        yield Line(giver, getter, direction, count if persons else 1)
    for lead, school in sorted({(m.lead, m.school) for m in known.members if m.lead != m.school}):
        yield Line(lead, school, NETWORK)


def is_elsewhere(asking: Asking) -> bool:
    """A boundary was imported and no school lies in it: it is not drawn."""
    rings, spots = boundary(asking.snapshot), places(asking.snapshot).values()
    return bool(rings) and not any(within(r, (s.lat, s.lon)) for s in spots for r in rings)


def addresses(known: Seen, page: Page, asking: Asking) -> Mapping[str, str]:
    """A click shows a school's links alone; on the only one chosen it opens the passport."""
    narrowed, passport = asking.view.narrowing("school"), to_passport(asking)
    return {
        key: passport(key) if known.schools.keys() == {key} else page.path + narrowed(key)
        for key in schools(asking.snapshot)
    }


def _dots(
    shown: Iterable[str], known: Seen, page: Page, asking: Asking, rows: Collection[str]
) -> Iterator[Dot]:
    shown = list(shown)
    registered, spots = schools(asking.snapshot), places(asking.snapshot)
    middle = sum(spot.lat for spot in spots.values()) / max(1, len(spots))
    names, to = short_names(asking, shown), addresses(known, page, asking)
    helped = reached(known)
    for key in shown:
        spot, school = spots[key], registered[key]
        alone = key in known.schools and key not in helped
        yield Dot(
            key=key,
            at=flat(spot.lat, spot.lon, middle),
            known=spot.known,
            weight=known_pupils(school, asking),
            state="alone" if alone else "linked" if key in rows else "beside",
            label=names[key],
            name=school.name,
            href=to[key],
        )


def _outline(
    at: Mapping[str, Point], spots: Mapping[str, Spot], middle: float, asking: Asking
) -> Iterator[tuple[Point, ...]]:
    """The boundary that was imported; else what lies round the places."""
    if boundary(asking.snapshot) and not is_elsewhere(asking):
        for ring in boundary(asking.snapshot):
            yield tuple(flat(lat, lon, middle) for lat, lon in ring)
        return
    inside = [at[key] for key, spot in spots.items() if spot.known != ASIDE] or [*at.values()]
    if inside:
        xs, ys = zip(*inside)
        across = max(max(xs) - min(xs), max(ys) - min(ys))
        yield tuple(rounded(inside, max(LEAST_MARGIN, MARGIN * across)))


def _regions(shown: Iterable[str], asking: Asking) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Aimaks by name, each with those of its schools that do not stand aside."""
    registered, spots = schools(asking.snapshot), places(asking.snapshot)
    found: dict[str, list[str]] = {}
    for key in shown:
        if registered[key].aimak and spots[key].known != ASIDE:
            found.setdefault(registered[key].aimak, []).append(key)
    yield from ((name, tuple(keys)) for name, keys in sorted(found.items()))
