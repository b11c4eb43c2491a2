"""Do girls and boys read alike, or is the difference more than chance?"""

from dashboard.i18n import number, t
from dashboard.panels import empty, reading_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import pair

GENDERS = ("f", "m")
WHOLE = 100


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for girls and one for boys; a sentence for each metric."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    found = {key: asking.answer(key, ("gender",)).by_key() for key in block.metrics}
    told = [row for of in found.values() for row in of.values() if row.flag not in ("x", "z")]
    if not told:
        return Panel(t(stem, language), "", empty=empty.why(page, block, asking))
    values = {key: [of.get((gender,)) for gender in GENDERS] for key, of in found.items()}
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=_columns(block, language),
        rows=tuple(_row(place, values, language) for place in range(len(GENDERS))),
        sentences=tuple(_apart(key, *both, language) for key, both in values.items()),
    )


def _columns(block: Block, language: str) -> tuple[Column, ...]:
    of_metrics = (
        column
        for key in block.metrics
        for column in (
            Column(key, t(f"metric.{key}", language), unit="percent"),
            Column(f"{key}_of", t(f"metric.{key}.denominator", language), unit="count"),
        )
    )
    return Column("name", t("filter.gender", language)), *of_metrics


def _row(place: int, values: dict, language: str) -> tuple[Cell, ...]:
    cells = [Cell(t(f"choice.{GENDERS[place]}", language))]
    for key, both in values.items():
        value: Value | None = both[place]
        cells.append(reading_words.share(value, key, language))
        there = value is not None and value.value is not None
        cells.append(words.count(value.denominator if there else None, language))
    return tuple(cells)


def _apart(key: str, girls: Value | None, boys: Value | None, language: str) -> str:
    """By how much and for whom it is more, or that it may be chance."""
    name = t(f"metric.{key}", language)
    if any(each is None or each.value is None for each in (girls, boys)):
        return t("reading_children.not_compared", language, metric=name)
    both = pair(girls.value, girls.pupils, boys.value, boys.pupils)
    if not both.told_apart:
        return t("reading_children.alike", language, metric=name)
    way = "girls_more" if both.apart > 0 else "boys_more"
    size = number(abs(both.apart) * WHOLE, language, 1)
    return t(f"reading_children.{way}", language, metric=name, size=size)
