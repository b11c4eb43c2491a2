"""Some schools over all figures: each value with its interval, beside the district's own."""

from dataclasses import dataclass

from dashboard.i18n import plural, t
from dashboard.metrics import Metric, metric
from dashboard.metrics.counts import narrows
from dashboard.metrics.registers import schools
from dashboard.panels import words
from dashboard.panels.chooser import chooser
from dashboard.panels.compared import (
    MOST,
    Compared,
    compared,
    everywhere,
    nothing_chosen,
    short_names,
    to_passport,
)
from dashboard.panels.empty import nothing
from dashboard.panels.tone import tone
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

BETWEEN = ".interval"  # the column beside a school's value


@dataclass(frozen=True, slots=True)
class Beside:
    """A metric of every school, and the district's own value of it."""

    card: Metric
    answer: Answer
    district: float | None  # None also for counts: they go with the size of a school

    def value(self, school: str) -> Value | None:
        return self.answer.by_key().get((school,))

    def has(self, ids: tuple[str, ...]) -> bool:
        """Whether any of these schools has data of it, hidden or not."""
        return any(v is not None and v.flag not in ("x", "z") for v in map(self.value, ids))


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """One row for each metric of the block that any of the schools has data of."""
    language = view.language
    if nothing_chosen(asking):
        return chooser(page, block, asking)
    group = compared(page, asking)
    title = t(f"block.{page.key}.{block.key}", language)
    found = [one for key in block.metrics if (one := beside(key, asking)).has(group.ids)]
    if not found:
        return Panel(title, "", empty=nothing(asking))
    when, link = words.when(found[0].answer, language), to_passport(asking)
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=when),
        columns=_columns(group, asking),
        rows=tuple(_row(beside, group, found[0], asking) for beside in found),
        sentences=_sentences(group, asking),
        marks={"own": group.own, "links": {key: link(key) for key in group.ids}},
    )


def beside(key: str, asking: Asking, **where: tuple) -> Beside:
    answer = everywhere(key, asking, **where)
    card = metric(key)
    return Beside(card, answer, None if card.unit == "count" else answer.together)


def real_tone(value: Value | None, district: float | None, card: Metric) -> float | None:
    """Colour only where the distance is more than chance: −1 (worse) … 1 (better).

    Without an interval nobody knows that, so there is no colour.
    """
    if value is None or value.low is None or district is None:
        return None
    if value.low <= district <= value.high:
        return 0.0
    away = tone(value, district, card.unit) or 0.0
    return away if card.better == "higher" else -away


def name_of(beside: Beside, first: Answer, asking: Asking) -> str:
    """«Качество знаний, %»; with its time where that is not the one of the first metric, and with
    the filters that it is not told by."""
    language = asking.view.language
    name = t(f"metric.{beside.card.key}", language)
    if beside.card.unit == "percent":
        name = t("compare.percent", language, metric=name)
    mine, firsts = beside.answer.taken, first.taken
    same = mine.year == firsts.year and mine.period in (None, firsts.period) and not mine.stage
    when = [] if same else [words.when(beside.answer, language)]
    return " · ".join([name, *when, *_without(beside.card, asking)])


def _without(card: Metric, asking: Asking) -> list[str]:
    """«без фильтра: предмет»: quality by pupils is of no subject, whatever is chosen."""
    chosen = asking.view.filters.where().keys() - {"year", "period"}
    language = asking.view.language
    names = [t(f"filter.{key}", language) for key in sorted(chosen - narrows(card.view))]
    return [t("compare.not_by", language, names=", ".join(names))] if names else []


def _columns(group: Compared, asking: Asking) -> tuple[Column, ...]:
    language = asking.view.language
    short = short_names(asking, group.ids)
    columns = [
        Column("metric", t("panel.name", language)),
        Column("district", t("compare.district", language), unit="number"),
    ]
    for key in group.ids:
        name = schools(asking.snapshot)[key].name
        interval = t("compare.interval_of", language, school=short[key])
        columns += [Column(key, name, short[key], "number"), Column(key + BETWEEN, interval)]
    return tuple(columns)


def _row(beside: Beside, group: Compared, first: Beside, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    cells = [
        Cell(name_of(beside, first.answer, asking)),
        district_cell(beside.district, beside.card, language),
    ]
    for key in group.ids:
        value = beside.value(key)
        said = words.parts(value, beside.card.key, language)
        cells.append(Cell(**said, tone=real_tone(value, beside.district, beside.card)))
        cells.append(
            Cell("" if value is None else words.interval(value, beside.card.key, language))
        )
    return tuple(cells)


def district_cell(value: float | None, card: Metric, language: str) -> Cell:
    """Blank for a count: it is left out on purpose, nothing is missing."""
    counted = value is None and card.unit == "count"
    text = "" if counted else words.reference(value, card.key, language)
    return Cell(text, value, card.unit, card.decimals)


def _sentences(group: Compared, asking: Asking) -> tuple[str, ...]:
    language = asking.view.language
    if group.own:
        said = plural("compare.with_similar", len(group.ids) - 1, language)
        return (said,) if group.ids[1:] else (t("compare.none_similar", language),)
    if not group.left_out:
        return ()
    names = ", ".join(schools(asking.snapshot)[key].name for key in group.left_out)
    return (t("compare.too_many", language, most=MOST, names=names),)
