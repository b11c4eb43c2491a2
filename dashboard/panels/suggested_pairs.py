"""Which mentor should help which school in which subject, why, and a link to accept it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from dashboard.i18n import day, integer, plural, t
from dashboard.metrics.registers import School, schools
from dashboard.panels import (
    accepting,
    mentor_words,
    signed,
    spread,
    staff,
    suggested_why,
    switches,
    ways,
)
from dashboard.panels import words as wording
from dashboard.panels.accepting import Item
from dashboard.panels.empty import nothing
from dashboard.panels.needs import METRIC, Low, Needs, is_asked, needs
from dashboard.panels.suggesting import Key, Suggested, key, suggested
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.assignment import Mentor

NAMES = ("name", "subject", "value", "district", "gap", "mentor", "of", "way", "load", "until")
COLUMNS = (*NAMES, "why", "state")
UNITS = {"value": "percent", "gap": "count"}
STATES = ("helped", "accepted", "suggested", "nobody")
REASONS = ("none", "over", "own", "full", "same_school", "others")


class Row(NamedTuple):
    """A need and what becomes of it. `mentor` has the load before this pair."""

    low: Low
    state: str
    mentor: Mentor | None


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """What is shown is narrowed by the filters; who helps whom is settled for the district."""
    if not asking.sees_staff:
        return staff.not_for_you(page, block, asking)
    low = needs(page, asking)
    found = suggested(page, asking, low)
    if found is None:
        return mentor_words.nobody(page, block, view.language)
    rows = [row for row in _rows(found) if _is_seen(row.low, asking)]
    stem = f"block.{page.key}.{block.key}"
    empty = _empty(stem, low, found, rows, asking)
    return Panel(
        title=t(stem, view.language),
        about="" if empty else _about(stem, low, asking),
        columns=_columns(asking),
        rows=tuple(_cells(row, found, page, asking) for row in rows),
        sentences=tuple(_sentences(rows, found, view.language)),
        empty=empty,
        marks={"links": _links(found, rows, page, asking), "states": [row.state for row in rows]},
        switches=(switches.switch(page, view, "most"), *spread.turning(page, view, low.use)),
    )


def _rows(found: Suggested) -> list[Row]:
    """Where most pupils are concerned first; what has help already comes last."""
    accepted = {key(each.item): each.mentor for each in found.accepted}
    new = (accepted, _one_by_one(found))
    rows = [_row(low, found, new) for low in found.needs]
    return sorted(rows, key=lambda row: row.state == "helped")


def _one_by_one(found: Suggested) -> dict[Key, Mentor]:
    """Those who are suggested, each with the load that the rows above have left."""
    given: dict[Key, Mentor] = {}
    loads: Counter[str] = Counter()
    for place in (key(low.need) for low in found.needs if key(low.need) in found.given):
        mentor = found.given[place]
        given[place] = replace(mentor, load=mentor.load + loads[mentor.id])
        loads[mentor.id] += 1
    return given


def _row(low: Low, found: Suggested, new: tuple[dict[Key, Mentor], dict[Key, Mentor]]) -> Row:
    """`new` pairs are those accepted and those suggested."""
    accepted, given = new
    place = key(low.need)
    if place in found.helped:
        return Row(low, "helped", found.mentors.get(found.helped[place].mentor))
    if place in accepted:
        return Row(low, "accepted", accepted[place])
    mentor = given.get(place)
    return Row(low, "suggested" if mentor else "nobody", mentor)


def _is_seen(low: Low, asking: Asking) -> bool:
    where = asking.view.filters.where()
    school = schools(asking.snapshot)[low.need.school]
    of_school = school.fits({k: v for k, v in where.items() if k in OF_SCHOOLS})
    return of_school and is_asked(low.need, asking)


def _empty(stem: str, low: Needs, found: Suggested, rows: list[Row], asking: Asking) -> str:
    language, total = asking.view.language, len(found.needs)
    if rows:
        return ""
    if not any(school.fits(asking.view.filters.where()) for school in _schools(asking)):
        return nothing(asking)
    if low.compared < 2:
        return t(f"{stem}.empty", language)
    said = t("pairing.no_need", language)
    if total:
        said = plural("pairing.no_need_here", total, language, number=integer(total, language))
    wider = f" {t('pairing.try_chance', language)}" if low.use.why == "usual" else ""
    return said + wider


def _schools(asking: Asking) -> Iterable[School]:
    return schools(asking.snapshot).values()


def _about(stem: str, low: Needs, asking: Asking) -> str:
    language = asking.view.language
    when = wording.time(low.taken, language)
    return f"{t(f'{stem}.about', language, when=when)} {spread.said(low.use, language)}"


def _columns(asking: Asking) -> tuple[Column, ...]:
    language = asking.view.language
    return tuple(
        Column(name, t(f"pairing.column.{name}", language), unit=UNITS.get(name, "text"))
        for name in COLUMNS
    )


def _cells(row: Row, found: Suggested, page: Page, asking: Asking) -> tuple[Cell, ...]:
    language, need, mentor = asking.view.language, row.low.need, row.mentor
    passport = asking.view.narrowing("school")
    gap = -need.pupils
    term = found.standing.live.get(mentor.id) if mentor else None
    return (
        Cell(mentor_words.school(need.school, asking), href=f"/school{passport(need.school)}"),
        Cell(mentor_words.subject(need.subject, asking)),
        wording.cell(row.low.value, METRIC, language)._replace(href=_on_quality(row.low, asking)),
        Cell(wording.shown(row.low.district, METRIC, language)),
        Cell(signed.whole(gap, language), gap, "count"),
        Cell(_code(row, found)),
        Cell(mentor_words.number(mentor.school, asking) if mentor and mentor.school else ""),
        Cell(_way(row, asking)),
        Cell(_load(row, language)),
        Cell(day(term.end, language) if term else ""),
        Cell(_why(row, found, asking)),
        Cell(t(f"pairing.state.{row.state}", language), href=_turn(row, page, asking)),
    )


def _on_quality(low: Low, asking: Asking) -> str:
    """The very cell on the page of quality."""
    return "/quality" + asking.view.narrower(school=low.need.school, subject=low.need.subject)


def _code(row: Row, found: Suggested) -> str:
    """The mentor who helps already may be one who is not registered."""
    if row.state == "helped":
        return found.helped[key(row.low.need)].mentor
    return row.mentor.id if row.mentor else wording.NOTHING


def _way(row: Row, asking: Asking) -> str:
    if row.mentor is None:
        return ""
    found = ways.way(asking.snapshot, row.low.need.school, row.mentor.school)
    return ways.said(found, asking.view.language)


def _load(row: Row, language: str) -> str:
    """«1 → 2 of 3»; of one who helps already just the load."""
    mentor = row.mentor
    if mentor is None:
        return ""
    load, after, most = (integer(n, language) for n in (mentor.load, mentor.load + 1, mentor.most))
    words = "now" if row.state == "helped" else "after"
    return t(f"pairing.load.{words}", language, load=load, after=after, most=most)


def _why(row: Row, found: Suggested, asking: Asking) -> str:
    need, language = row.low.need, asking.view.language
    if row.state == "helped":
        since = day(found.helped[key(need)].start, language)
        return t("pairing.why.helped", language, day=since)
    if row.state == "accepted":
        return t("pairing.why.accepted", language)
    if row.mentor is None:
        return suggested_why.of_nobody(need, found, asking)
    return suggested_why.of_given(need, row.mentor, found, asking)


def _item(row: Row) -> str:
    return accepting.written(Item(*key(row.low.need), row.mentor.id))


def _turn(row: Row, page: Page, asking: Asking) -> str:
    """Accept what is suggested, take back what is accepted."""
    there = accepting.accepted(asking.view, page)
    if row.state == "suggested":
        return accepting.href(page, asking.view, [*there, _item(row)])
    if row.state == "accepted":
        rest = [item for item in there if item != _item(row)]
        return accepting.href(page, asking.view, rest)
    return ""


def _links(
    found: Suggested, rows: list[Row], page: Page, asking: Asking
) -> tuple[tuple[str, str], ...]:
    """Accept all that are shown; take back all that were accepted."""
    language, there = asking.view.language, accepting.accepted(asking.view, page)
    new = [_item(row) for row in rows if row.state == "suggested"]
    links = []
    if new:
        words = plural("pairing.accept_all", len(new), language, number=integer(len(new), language))
        links.append((words, accepting.href(page, asking.view, [*there, *new])))
    if there:
        links.append((t("pairing.take_back_all", language), accepting.href(page, asking.view, ())))
    return tuple(links)


def _sentences(rows: list[Row], found: Suggested, language: str) -> list[str]:
    """How many needs, how many met, how many not and why."""
    states = Counter(row.state for row in rows)
    whys = Counter(suggested_why.nobody(r.low.need, found) for r in rows if r.state == "nobody")
    counts = {"needs": len(rows)} | {state: states[state] for state in STATES}
    counts |= {f"unmet.{why}": whys[why] for why in REASONS}
    return [
        plural(f"pairing.said.{name}", count, language, number=integer(count, language))
        for name, count in counts.items()
        if count
    ]
