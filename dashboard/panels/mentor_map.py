"""Who helps whom, on a map: schools at their places, lines from mentors to mentees."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dashboard.filters import DIRECTION
from dashboard.i18n import plural, t
from dashboard.metrics.places import places
from dashboard.metrics.registers import schools
from dashboard.panels import mentor_words, words
from dashboard.panels.compared import short_names
from dashboard.panels.empty import nothing
from dashboard.panels.mentor_map_sketch import addresses, is_elsewhere, reached, sketched
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.places import ASIDE, NEAR

COLUMNS = ("name", "aimak", "gives", "gets", "to", "from", "directions", "network", "place")
OF_PAIRS = frozenset({"within", "unregistered"})  # sentences
COUNTS = frozenset({"gives", "gets"})  # of pairs


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each school that was asked for or is linked with one of them, by name."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    if not known.schools:
        return Panel(t(f"block.{page.key}.{block.key}", language), "", empty=nothing(asking))
    keys = _in_table(known, asking)
    about = "one" if len(known.schools) == 1 else "about"
    return Panel(
        title=_title(known, asking),
        about=t(f"block.{page.key}.{block.key}.{about}", language),
        columns=tuple(_column(name, language) for name in _told(asking)),
        rows=tuple(_rows(keys, known, page, asking)),
        sentences=tuple(_sentences(keys, known, asking)),
        marks={
            "sketch": sketched(known, page, asking, keys),
            "directions": tuple(_directions(known, language)),
            "network": bool(known.members),
        },
    )


def _told(asking: Asking) -> list[str]:
    """Pairs are counted for those who see persons; the others see which schools help which."""
    return [name for name in COLUMNS if asking.sees_staff or name not in COUNTS]


def _in_table(known: Seen, asking: Asking) -> list[str]:
    """Schools of the register only: of others nobody knows a name or a place."""
    ends = {end for link in known.links for end in (link.giver, link.getter)}
    ends |= {end for member in known.members for end in (member.lead, member.school)}
    there = (known.schools.keys() | ends) & schools(asking.snapshot).keys()
    return words.by_name("school", there, asking.snapshot, asking.view.language)


def _title(known: Seen, asking: Asking) -> str:
    language = asking.view.language
    if len(known.schools) > 1:
        there = len(reached(known) & known.schools.keys())
        return plural("mentor_map.title", len(known.schools), language, reached=there)
    (key,) = known.schools
    gives = sum(link.giver == key for link in known.links)
    gets = sum(link.getter == key for link in known.links)
    name = mentor_words.number(key, asking)
    if not asking.sees_staff:
        return name
    return t("mentor_map.one", language, school=name, gives=gives, gets=gets)


def _column(name: str, language: str) -> Column:
    filters = {"name": "filter.school", "aimak": "filter.aimak", "directions": "filter.direction"}
    title = t(filters.get(name, f"mentor_map.{name}"), language)
    return Column(name, title, unit="count" if name in COUNTS else "text")


def _rows(
    keys: Sequence[str], known: Seen, page: Page, asking: Asking
) -> Iterator[tuple[Cell, ...]]:
    language, to = asking.view.language, addresses(known, page, asking)
    registered, spots = schools(asking.snapshot), places(asking.snapshot)
    names = short_names(asking, keys)
    for key in keys:
        gives = _counted((link.getter for link in known.links if link.giver == key), asking)
        gets = _counted((link.giver for link in known.links if link.getter == key), asking)
        counts = words.count(gives.total(), language), words.count(gets.total(), language)
        own = {link.direction for link in known.links if key in (link.giver, link.getter)}
        yield (
            Cell(registered[key].name, href=to[key]),
            Cell(registered[key].aimak or ""),
            *(counts if asking.sees_staff else ()),
            Cell(_named(gives, names, language)),
            Cell(_named(gets, names, language)),
            Cell(", ".join(mentor_words.direction(d, language) for d in _ordered(own))),
            Cell(_network(key, known, names, language)),
            Cell(t(f"mentor_map.place.{spots[key].known}", language)),
        )


def _counted(ends: Iterable[str | None], asking: Asking) -> Counter[str | None]:
    """Pairs by the school at their other end; each school once for those who see no persons."""
    return Counter(ends if asking.sees_staff else set(ends))


def _named(found: Mapping[str | None, int], names: Mapping[str, str], language: str) -> str:
    """«№ 5 (2), № 12»: in the order of the table; who is not registered comes last."""
    order = {key: place for place, key in enumerate(names)}
    keys = sorted(found, key=lambda key: order.get(key, len(order)))
    unknown = t("mentor_map.unknown", language)
    texts = [(names.get(key, unknown), found[key]) for key in keys]
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in texts)


def _network(key: str, known: Seen, names: Mapping[str, str], language: str) -> str:
    """«leads № 3, № 8»; «attached to № 5»."""
    leads = {m.school: 1 for m in known.members if m.lead == key and m.school != key}
    led = {m.lead: 1 for m in known.members if m.school == key and m.lead != key}
    said = [("leads", leads), ("attached", led)]
    return "; ".join(
        t(f"mentor_map.{how}", language, schools=_named(found, names, language))
        for how, found in said
        if found
    )


def _ordered(found: set[str | None]) -> list[str]:
    return [key for key in DIRECTION.closed if key in found]


def _directions(known: Seen, language: str) -> Iterator[tuple[str, str]]:
    """What the colours mean: only those that are there."""
    drawn = {link.direction for link in known.links}
    for key in _ordered(drawn):
        yield key, mentor_words.direction(key, language)
    if None in drawn and any(link.giver and not link.direction for link in known.links):
        yield "", t("mentor_map.no_direction", language)


def _sentences(keys: Sequence[str], known: Seen, asking: Asking) -> Iterator[str]:
    """What a map cannot show is said: nothing goes missing."""
    language, spots = asking.view.language, places(asking.snapshot)
    registered = schools(asking.snapshot)
    linked = {end for link in known.links for end in (link.giver, link.getter)}
    counts = {
        "near": sum(spots[key].known == NEAR for key in keys),
        "aside": sum(spots[key].known == ASIDE for key in keys),
        "within": sum(link.giver == link.getter for link in known.links),
        "unregistered": sum(link.giver not in registered for link in known.links),
        "idle": len((reached(known) & known.schools.keys()) - linked),
    }
    for name, count in counts.items():
        if count and (asking.sees_staff or name not in OF_PAIRS):
            yield plural(f"mentor_map.said.{name}", count, language)
    if is_elsewhere(asking):
        yield t("mentor_map.elsewhere", language)
