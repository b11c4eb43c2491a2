"""Do girls and boys read alike, or is the difference more than chance?"""

from dashboard.i18n import number, t
from dashboard.panels import empty, reading_words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import pair

GENDERS = ("f", "m")
WHOLE = 100
OF_SCHOOLS = {"aimak", "school"}


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for girls and one for boys; a sentence for each metric."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    found = {key: asking.answer(key, ("gender",)).by_key() for key in block.metrics}
    if OF_SCHOOLS & view.filters.where().keys() and _all_hidden(found):
        return Panel(t(stem, language), "", empty=t("reading_children.genders_apart", language))
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


def _all_hidden(found: dict[str, dict]) -> bool:
    """Girls and boys are never crossed with schools (`apart_axes` of the views)."""
    flags = {row.flag for of in found.values() for row in of.values()} - {"x", "z"}
    return flags == {"c"}


def _columns(block: Block, language: str) -> tuple[Column, ...]:
    of_metrics = (Column(k, t(f"metric.{k}", language), unit="percent") for k in block.metrics)
    return Column("name", t("filter.gender", language)), *of_metrics


def _row(place: int, values: dict, language: str) -> tuple[Cell, ...]:
    cells = [Cell(t(f"choice.{GENDERS[place]}", language))]
    for key, both in values.items():
        cells.append(reading_words.share_of(both[place], key, language))
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
