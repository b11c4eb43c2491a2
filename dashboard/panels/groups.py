"""One metric by one dimension: the value with its interval and the counts behind it."""

from dashboard.i18n import t
from dashboard.metrics import metric
from dashboard.panels import beside, empty, unmarked, words
from dashboard.panels.tone import tone
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

BEHIND_UNITS = {"interval": "text"}
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
    titles = {
        "interval": t("panel.interval", language),
        "good": t(f"metric.{key}.numerator", language),
        "of": t(f"metric.{key}.denominator", language),
        "pupils": t("panel.pupils_heading", language),
    }
    behind = (Column(n, titles[n], unit=BEHIND_UNITS.get(n, "count")) for n in _behind(key))
    return (
        Column("name", t(f"filter.{dimension}", language)),
        Column("value", t(f"metric.{key}", language), unit=metric(key).unit),
        *behind,
    )


def _behind(key: str) -> tuple[str, ...]:
    """What stands beside a value: a count has neither interval nor numerator, and where those
    behind it are its denominator they are not said twice."""
    card = metric(key)
    there = {
        "interval": card.interval,
        "good": card.unit != "count",
        "of": True,
        "pupils": not card.open and card.pupils == "pupils",
    }
    return tuple(name for name, is_there in there.items() if is_there)


def _named(answer: Answer, asking: Asking) -> list[Row]:
    dimension, language = answer.question.by[0], asking.view.language
    rows = [(words.name(dimension, v.key[0], asking.snapshot, language), v) for v in answer.rows]
    keys = words.by_name(dimension, {v.key[0] for v in answer.rows}, asking.snapshot, language)
    rows.sort(key=lambda row: keys.index(row[1].key[0]))
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
        *(_cell(name, value, key, language) for name in _behind(key)),
    )


def _cell(name: str, value: Value, key: str, language: str) -> Cell:
    if name == "interval":
        return Cell(words.interval(value, key, language))
    return words.count(getattr(value, SORTS[name]), language)
