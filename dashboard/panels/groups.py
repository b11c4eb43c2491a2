"""One metric by one dimension: the value with its interval and the counts behind it."""

from dashboard.i18n import order, t
from dashboard.metrics import metric
from dashboard.panels import beside, empty, unmarked, words
from dashboard.panels.tone import tone
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

Row = tuple[str, Value]
# The columns that the rows can be sorted by, and what of a value they show.
SORTS = {
    "name": "key",
    "value": "value",
    "good": "numerator",
    "of": "denominator",
    "pupils": "pupils",
}


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """In the order of names, unless the address asks for another."""
    key, dimension, language = block.metrics[0], block.by[0], view.language
    answer = unmarked.added(asking.answer(key, (dimension,)), asking)
    title = t(f"block.{page.key}.{block.key}", language)
    if not any(row.flag != "x" for row in answer.rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    reference = asking.district(answer) if asking.unit(key) != "count" else None
    district = words.reference(reference, key, language)
    when = words.when(answer, language)
    about = t(f"block.{page.key}.{block.key}.about", language, when=when, district=district)
    more = beside.cells(answer, reference, language)
    return Panel(
        title=title,
        about=f"{about} {beside.about(answer, language)}".strip(),
        columns=(*_columns(dimension, key, language), *beside.columns(answer, language)),
        rows=tuple(
            (*_row(page, block, named, asking, reference), *more(named[1]))
            for named in _named(answer, asking)
        ),
        reference=reference,
        reference_text=t("panel.district", language, value=district)
        if reference is not None
        else "",
        marks={"sorts": tuple(SORTS)},
    )


def _columns(dimension: str, key: str, language: str) -> tuple[Column, ...]:
    unit = metric(key).unit
    good = Column("good", t(f"metric.{key}.numerator", language), unit="count")
    return (
        Column("name", t(f"filter.{dimension}", language)),
        Column("value", t(f"metric.{key}", language), unit=unit),
        *((Column("interval", t("panel.interval", language)), good) if unit != "count" else ()),
        Column("of", t(f"metric.{key}.denominator", language), unit="count"),
        Column("pupils", t("panel.pupils_heading", language), unit="count"),
    )


def _named(answer: Answer, asking: Asking) -> list[Row]:
    dimension, language = answer.question.by[0], asking.view.language
    rows = [(words.name(dimension, v.key[0], asking.snapshot, language), v) for v in answer.rows]
    if dimension in ("year", "period", "grade"):
        rows.sort(key=lambda row: row[1].key)
    else:
        rows.sort(key=lambda row: order(row[0], language))
    return _sorted(rows, asking.view.sort)


def _sorted(rows: list[Row], sort: str) -> list[Row]:
    """What is hidden or missing stands last, whichever way."""
    wanted, down = sort.removeprefix("-"), sort.startswith("-")
    if wanted == "name":
        return rows[::-1] if down else rows
    if wanted not in SORTS:
        return rows
    there = [row for row in rows if row[1].value is not None]
    missing = [row for row in rows if row[1].value is None]
    return sorted(there, key=lambda row: getattr(row[1], SORTS[wanted]), reverse=down) + missing


def _row(
    page: Page, block: Block, named: Row, asking: Asking, reference: float | None
) -> tuple[Cell, ...]:
    text, value = named
    key, language = block.metrics[0], asking.view.language
    leads = block.path(page)
    href = leads + asking.view.narrower(**{block.by[0]: value.key[0]})
    made = words.cell(value, key, language)
    colour = tone(value, reference, made.unit)
    return (
        Cell(text, href=href, tone=colour),
        made,
        *_behind(value, key, language),
        words.count(value.denominator, language),
        words.count(value.pupils, language),
    )


def _behind(value: Value, key: str, language: str) -> tuple[Cell, ...]:
    """The interval and what stands above the line; a count is that itself."""
    if metric(key).unit == "count":
        return ()
    return Cell(words.interval(value, key, language)), words.count(value.numerator, language)
