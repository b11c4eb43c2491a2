"""Who supports whom: live pairs between schools, by direction; the same as a table."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.filters import DIRECTION
from dashboard.i18n import day, integer, plural, t
from dashboard.metrics.mentors import Term
from dashboard.panels import mentor_words, words
from dashboard.panels.compared import short_names, to_passport
from dashboard.panels.empty import nothing
from dashboard.panels.exam_words import on_tab
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

MOST = 24  # rows of a column that a screen holds; a click shows a school's links alone
OTHERS = ("+giving", "+getting")  # the row of those with the fewest pairs
UNKNOWN = ""  # the school and the direction of a mentor who is not registered
Way = tuple[str, str, str, int]  # giver, getter, direction, pairs


@dataclass(frozen=True, slots=True)
class _Network:
    """`names` are of all schools with a link, in their order."""

    ways: tuple[Way, ...]
    names: Mapping[str, str]
    known: Seen
    most: int  # mentees that a mentor may have
    persons: bool = True  # whether pairs are counted; else only which schools help which

    def directions(self) -> tuple[str, ...]:
        there = {direction for _, _, direction, _ in self.ways}
        return tuple(key for key in (*DIRECTION.closed, UNKNOWN) if key in there)


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    stem = f"block.{page.key}.{block.key}"
    if not known.links:
        why = nothing(asking) if not known.schools else t("networks.no_links", language)
        return Panel(t(stem, language), "", empty=why)
    found = _network(page, known, asking)
    drawn = _folded(found, language)
    return Panel(
        title=t(stem, language),
        about=" ".join(_about(stem, found, drawn, language)),
        columns=tuple(_columns(found, language)),
        rows=tuple(_rows(found, asking, page)),
        marks={
            "ways": drawn.ways,
            "names": drawn.names,
            "last": OTHERS,
            "to": {key: _to(key, page, asking) for key in drawn.names},
            "heads": (t("networks.left", language), t("networks.right", language)),
            "said": tuple(_said(way, drawn, language) for way in drawn.ways),
            "directions": tuple((key, _direction(key, language)) for key in found.directions()),
        },
    )


def _network(page: Page, known: Seen, asking: Asking) -> _Network:
    pairs = Counter(
        (link.giver or UNKNOWN, link.getter, link.direction or UNKNOWN) for link in known.links
    )
    persons = asking.sees_staff
    ways = tuple((*way, count if persons else 1) for way, count in sorted(pairs.items()))
    there = {school for giver, getter, *_ in ways for school in (giver, getter)} - {UNKNOWN}
    ordered = words.by_name("school", there, asking.snapshot, asking.view.language)
    names = short_names(asking, ordered)
    if any(giver == UNKNOWN for giver, *_ in ways):
        names[UNKNOWN] = t("networks.unknown", asking.view.language)
    most = int(asking.view.option(page, "most"))
    return _Network(ways, names, known, most, persons)


def _folded(found: _Network, language: str) -> _Network:
    """What is drawn: of hundreds of schools those with the fewest pairs share one row."""
    ways, names = found.ways, dict(found.names)
    for side, key in enumerate(OTHERS):
        few = _fewest(ways, side, tuple(found.names))
        if few:
            ways = _as_one(ways, side, few)
            names[key] = t("networks.others", language, number=integer(len(few), language))
    return replace(found, ways=ways, names=names)


def _fewest(ways: tuple[Way, ...], side: int, names: tuple[str, ...]) -> set[str]:
    """Those for whom there is no row of their own; of equals the last by name."""
    pairs: Counter[str] = Counter()
    for way in ways:
        pairs[way[side]] += way[3]
    by_pairs = sorted(pairs, key=lambda key: (-pairs[key], names.index(key)))
    return set(by_pairs[MOST - 1 :]) if len(by_pairs) > MOST else set()


def _as_one(ways: tuple[Way, ...], side: int, few: set[str]) -> tuple[Way, ...]:
    joined: Counter[tuple[str, str, str]] = Counter()
    for *way, count in ways:
        way[side] = OTHERS[side] if way[side] in few else way[side]
        joined[tuple(way)] += count
    return tuple((*way, count) for way, count in sorted(joined.items()))


def _about(stem: str, found: _Network, drawn: _Network, language: str) -> Iterator[str]:
    yield _counted(found, language)
    yield t(f"{stem}.about" if found.persons else "staff.ties", language)
    if {*OTHERS} & drawn.names.keys():
        yield t("networks.in_table", language)


def _counted(found: _Network, language: str) -> str:
    """«On 18 November 2026: 128 pairs between 38 schools; 7 schools have none.»"""
    pairs = sum(way[3] for way in found.ways)
    out = len(found.known.schools.keys() - found.names.keys())
    there = len(found.names.keys() - {UNKNOWN})
    counted = [plural("networks.pairs", pairs, language, number=integer(pairs, language))]
    said = [
        t("networks.on", language, day=day(found.known.on, language)),
        *(counted if found.persons else []),
        plural("networks.between", there, language, number=integer(there, language)),
    ]
    if out:
        said.append(plural("networks.out", out, language, number=integer(out, language)))
    return " ".join(said)


def _columns(found: _Network, language: str) -> Iterator[Column]:
    yield Column("name", t("filter.school", language))
    for side in ("gives", "gets"):
        for key in found.directions():
            title = t(f"networks.{side}", language, direction=_direction(key, language))
            yield Column(f"{side}.{key}", title, unit="count")
    if not found.persons:
        return
    yield Column("mentors", t("networks.mentors", language), unit="count")
    free = t("networks.free", language, most=found.most)
    yield Column("free", free, unit="count")


def _rows(found: _Network, asking: Asking, page: Page) -> Iterator[tuple[Cell, ...]]:
    """A school without a pair of a direction has an empty place there: it is read faster."""
    language, mentors = asking.view.language, _mentors(found, asking)
    pairs: Counter[tuple[str, str, str]] = Counter()
    for giver, getter, direction, count in found.ways:
        pairs["gives", giver, direction] += count
        pairs["gets", getter, direction] += count
    for key in found.names:
        name = found.names[key] if key == UNKNOWN else mentor_words.school(key, asking)
        cells = [
            _count(pairs[side, key, direction] or None, language)
            for side in ("gives", "gets")
            for direction in found.directions()
        ]
        yield Cell(name, href=_to(key, page, asking)), *cells, *_able(mentors.get(key), found, key)


def _mentors(found: _Network, asking: Asking) -> dict[str, list[Term]]:
    """Live mentors of the chosen directions and subjects, of every school that has a link."""
    where, by_school = asking.view.filters.where(), {}
    for term in found.known.whole.live.values():
        right = not where.get("direction") or term.direction in where["direction"]
        if right and (not where.get("subject") or term.subject in where["subject"]):
            by_school.setdefault(term.school, []).append(term)
    return by_school


def _able(terms: list[Term] | None, found: _Network, key: str) -> tuple[Cell, ...]:
    """How many mentors a school has, and how many mentees they could take on."""
    if not found.persons:
        return ()
    if key == UNKNOWN:
        return Cell("", unit="count"), Cell("", unit="count")
    loads = [found.known.whole.load(term.mentor) for term in terms or ()]
    free = sum(max(0, found.most - load) for load in loads)
    return Cell(str(len(loads)), len(loads), "count"), Cell(str(free), free, "count")


def _count(value: int | None, language: str) -> Cell:
    return words.count(value, language)


def _said(way: Way, found: _Network, language: str) -> str:
    """What a line is: «№ 5 → № 12: 3 pairs, natural and exact sciences»."""
    giver, getter, direction, count = way
    pairs = plural("networks.of_way", count, language, number=integer(count, language))
    between = f"{found.names[giver]} → {found.names[getter]}"
    if not found.persons:
        return f"{between}: {_direction(direction, language)}"
    return f"{between}: {pairs}, {_direction(direction, language)}"


def _direction(key: str, language: str) -> str:
    return t(f"choice.{key}", language) if key else t("networks.no_direction", language)


def _to(key: str, page: Page, asking: Asking) -> str:
    """Its links alone; where they are alone already, its passport."""
    if key in (UNKNOWN, *OTHERS):
        return ""
    if asking.view.filters.where().get("school") == (key,):
        return to_passport(asking)(key)
    return on_tab(page, asking.view, "network", school=key)
