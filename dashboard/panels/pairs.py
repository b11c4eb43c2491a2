"""Every two schools in a sentence: how far apart, and can they be told apart."""

from typing import NamedTuple

from dashboard.i18n import number, plural, t
from dashboard.metrics import metric
from dashboard.panels import signed
from dashboard.panels.chooser import waiting
from dashboard.panels.compared import (
    Compared,
    compared,
    everywhere,
    nothing_chosen,
    nothing_to_compare,
    short_names,
)
from dashboard.panels.empty import nothing
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import Pair, pair


class Two(NamedTuple):
    """Two schools by their short names, the higher one first."""

    metric: str
    higher: str
    lower: str
    apart: Pair


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """For each metric those that can be told apart first, else in the order of names."""
    language = view.language
    if nothing_chosen(asking):
        return waiting(page, block, asking)
    group = compared(page, asking)
    title = t(f"block.{page.key}.{block.key}", language)
    if not group.ids:
        return Panel(title, "", empty=nothing(asking))
    found = {key: _twos(key, group, asking) for key in block.metrics}
    if not any(found.values()):
        return Panel(title, "", empty=nothing_to_compare(asking))
    rows = [row for twos in found.values() for row in _rows(twos, language)]
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language),
        columns=_columns(language),
        rows=tuple(rows),
        sentences=(
            *(_summary(key, twos, language) for key, twos in found.items()),
            *_not_compared(block.metrics[0], group, asking),
        ),
        marks={"groups": tuple(len(twos) for twos in found.values())},
    )


def _twos(key: str, group: Compared, asking: Asking) -> list[Two]:
    values = everywhere(key, asking).by_key()
    names = short_names(asking, group.ids)
    there = {k: v for k in group.ids if (v := values.get((k,))) is not None and _can(v)}
    twos = [
        _two(key, (names[a], there[a]), (names[b], there[b]))
        for a, b in group.pairs
        if a in there and b in there
    ]
    return sorted(twos, key=lambda two: not two.apart.told_apart)


def _can(value: Value) -> bool:
    return value.value is not None and bool(value.pupils)


def _two(key: str, one: tuple[str, Value], other: tuple[str, Value]) -> Two:
    (_, mine), (_, theirs) = one, other
    high, low = (other, one) if theirs.value > mine.value else (one, other)
    (above, more), (below, less) = high, low
    apart = pair(more.value, more.pupils, less.value, less.pupils)
    return Two(key, above, below, apart)


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("pair", t("pairs.pair", language)),
        Column("metric", t("panel.name", language)),
        Column("apart", t("pairs.apart", language), unit="points"),
        Column("low", t("pairs.low", language), unit="points"),
        Column("high", t("pairs.high", language), unit="points"),
        Column("said", t("pairs.said", language)),
    )


def _rows(twos: list[Two], language: str) -> list[tuple[Cell, ...]]:
    return [
        (
            Cell(f"{two.higher} – {two.lower}"),
            Cell(t(f"metric.{two.metric}", language)),
            _points(two.apart.apart, language),
            _points(two.apart.low, language),
            _points(two.apart.high, language),
            Cell(said(two, language), tone=float(two.apart.told_apart)),
        )
        for two in twos
    ]


def said(two: Two, language: str) -> str:
    """«№ 3 and № 7: difference 6.0 points, interval −9.0 … +21.0: cannot be told apart.»"""
    kind = "real" if two.apart.told_apart else "chance"
    size = number(abs(two.apart.apart) * 100, language, metric(two.metric).decimals)
    about = {"higher": two.higher, "lower": two.lower, "size": size}
    return t(f"pairs.{kind}", language, **about, between=_between(two.apart, language))


def _between(apart: Pair, language: str) -> str:
    """An interval that just leaves 0 out is not written as one that begins there."""
    places = 2 if apart.told_apart and round(apart.low * 100, 1) == 0 else 1
    ends = (signed.points(end, language, places) for end in (apart.low, apart.high))
    return " … ".join(ends)


def _points(share: float, language: str) -> Cell:
    return Cell(signed.points(share, language), share * 100, "points", 1)


def _summary(key: str, twos: list[Two], language: str) -> str:
    told = sum(two.apart.told_apart for two in twos)
    name = t(f"metric.{key}", language)
    return f"{name}: {plural('pairs.told', len(twos), language, told=told)}"


def _not_compared(key: str, group: Compared, asking: Asking) -> list[str]:
    """Who is left out, and why."""
    language, values = asking.view.language, everywhere(key, asking).by_key()
    names, said = short_names(asking, group.ids), []
    for school in group.ids:
        value = values.get((school,))
        flag = "x" if value is None else value.flag
        if value is None or not _can(value):
            said.append(f"{names[school]}: {t(f'flag.{flag}', language)}.")
    return said
