"""A school beside the eight most like it: what makes them alike, and who differs for certain."""

from dataclasses import dataclass

from dashboard.i18n import integer, number, plural, t
from dashboard.metrics.registers import School, schools
from dashboard.panels import switches, words
from dashboard.panels.chooser import waiting
from dashboard.panels.compared import chosen, everywhere, nothing_chosen, to_passport
from dashboard.panels.empty import nothing
from dashboard.panels.likeness import (
    SMALL_BELOW,
    WEIGHTS,
    Near,
    known_pupils,
    most_similar,
    small,
    weights,
)
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Choice, Column, Panel, Switch
from dashboard.statistics.comparison import pair
from dashboard.statistics.similarity import LEAST_FOR_VERDICT, kilometres

NAMES = ("name", "distance", "pupils", "language", "km", "small", "value", "interval", "position")
WAYS = ("higher", "lower")
UNITS = {"distance": "number", "pupils": "count", "km": "number", "value": "percent"}


@dataclass(frozen=True, slots=True)
class Found:
    """The school itself, its most similar, and one metric of all of them."""

    own: School
    near: list[Near]
    metric: str
    values: dict[tuple, Value]

    def value(self, school: str) -> Value | None:
        return self.values.get((school,))

    def position(self, school: str) -> str:
        """ "higher", "lower", "same" (cannot be told apart) or "unknown"; of the other school."""
        mine, theirs = self.value(self.own.id), self.value(school)
        if not (_can(mine) and _can(theirs)):
            return "unknown"
        apart = pair(theirs.value, theirs.pupils, mine.value, mine.pupils)
        if not apart.told_apart:
            return "same"
        return "higher" if apart.low > 0 else "lower"


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Of the first chosen school by name; a link for each of the others."""
    language = view.language
    if nothing_chosen(asking):
        return waiting(page, block, asking)
    there = chosen(asking)
    title = t(f"block.{page.key}.{block.key}", language)
    if not there:
        return Panel(title, "", empty=nothing(asking))
    own, key = schools(asking.snapshot)[there[0]], block.metrics[0]
    near = most_similar(own.id, page, asking)
    found = Found(own, near, key, everywhere(key, asking).by_key())
    return Panel(
        title=t("similar.to", language, school=own.name),
        about=t(f"block.{page.key}.{block.key}.about", language, below=SMALL_BELOW),
        columns=_columns(key, language),
        rows=(_row(found, own.id, None, asking), *(_row(found, *n, asking) for n in near)),
        sentences=(*_sentences(found, language), _weights(page, asking)),
        switches=(
            *_of_whom(page, there, asking),
            *(switches.switch(page, view, option) for option in WEIGHTS.values()),
        ),
    )


def _columns(key: str, language: str) -> tuple[Column, ...]:
    titles = {"value": t(f"metric.{key}", language), "interval": t("panel.interval", language)}
    return tuple(
        Column(
            name, titles.get(name) or t(f"similar.{name}", language), unit=UNITS.get(name, "text")
        )
        for name in NAMES
    )


def _row(found: Found, key: str, distance: float | None, asking: Asking) -> tuple[Cell, ...]:
    school, value = schools(asking.snapshot)[key], found.value(key)
    language = asking.view.language
    of_itself = distance is None
    position = "itself" if of_itself else found.position(key)
    return (
        Cell(school.name, href=to_passport(asking)(key)),
        _number(distance, language, 2),
        _pupils(school, asking),
        Cell(t(f"choice.{school.language}", language) if school.language else words.NOTHING),
        _number(_km(found.own, school), language, 1),
        _small(school, language),
        words.cell(value, found.metric, language),
        Cell("" if value is None else words.interval(value, found.metric, language)),
        Cell(t(f"similar.is.{position}", language), tone=_tone(position)),
    )


def _tone(position: str) -> float:
    return {"higher": 1.0, "lower": -1.0}.get(position, 0.0)


def _number(value: float | None, language: str, decimals: int) -> Cell:
    if value is None:
        return Cell(words.NOTHING)
    return Cell(number(value, language, decimals), round(value, decimals), "number", decimals)


def _pupils(school: School, asking: Asking) -> Cell:
    """A register of fewer than five pupils is as telling as their marks."""
    known, language = known_pupils(school, asking), asking.view.language
    if known is None:
        flag = "x" if school.pupils is None else "c"
        return Cell(words.NOTHING if flag == "x" else flag, flag=flag)
    return Cell(integer(known, language), known, "count")


def _km(own: School, other: School) -> float | None:
    known = own.place is not None and other.place is not None
    return kilometres(own.place, other.place) if known and own.id != other.id else None


def _small(school: School, language: str) -> Cell:
    found = small(school)
    return Cell(words.NOTHING if found is None else t(f"yes.{str(found).lower()}", language))


def _can(value: Value | None) -> bool:
    return value is not None and value.value is not None and bool(value.pupils)


def _sentences(found: Found, language: str) -> list[str]:
    """The position in words, never a place; and that so few schools are no verdict."""
    if not found.near:
        return [t("compare.none_similar", language)]
    if not _can(found.value(found.own.id)):
        return [t("similar.own_unknown", language)]
    of = len(found.near)
    places = [found.position(key) for key, _ in found.near]
    said = [t(f"similar.none_{way}", language) for way in WAYS if way not in places]
    said += [
        plural(f"similar.{place}_than", places.count(place), language, of=of)
        for place in (*WAYS, "same", "unknown")
        if place in places
    ]
    if of + 1 < LEAST_FOR_VERDICT:
        said.append(t("similar.no_verdict", language, count=of + 1, least=LEAST_FOR_VERDICT))
    return said


def _weights(page: Page, asking: Asking) -> str:
    language = asking.view.language
    said = ", ".join(
        f"{t(f'option.{WEIGHTS[name]}', language)} – {number(weight, language, 0)}"
        for name, weight in weights(page, asking).items()
    )
    return t("similar.weights", language, weights=said)


def _of_whom(page: Page, there: list[str], asking: Asking) -> tuple[Switch, ...]:
    """Each of several chosen schools, alone with its most similar."""
    if len(there) < 2:
        return ()
    narrowed, known = asking.view.narrowing("school"), schools(asking.snapshot)
    choices = [
        Choice(key, known[key].name, page.path + narrowed(key), place == 0)
        for place, key in enumerate(there)
    ]
    return (Switch("of", t("similar.of_whom", asking.view.language), tuple(choices)),)
