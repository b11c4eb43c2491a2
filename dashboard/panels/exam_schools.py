"""The national test by school: the share at the threshold, always beside takers and graduates."""

from dashboard.i18n import order, t
from dashboard.panels import exam_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

Row = tuple[str, Value]
SORTS = {"name": "key", "value": "value", "passed": "numerator", "takers": "denominator"}


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`metrics` are the share and the participation. In the order of names, unless the address
    asks for another."""
    key, language = block.metrics[0], view.language
    answer = asking.answer(key, ("school",))
    title = t(f"block.{page.key}.{block.key}", language)
    if not any(row.flag != "x" for row in answer.rows):
        return Panel(title, "", empty=exam_words.why_empty(key, asking))
    year, reference = answer.taken.year, asking.district(answer)
    district = words.reference(reference, key, language)
    about = {"test": exam_words.names(year, asking), "when": year, "district": district}
    said = t(f"block.{page.key}.{block.key}.about", language, **about)
    graduates = asking.answer(block.metrics[1], ("school",)).by_key()
    return Panel(
        title=title,
        about=f"{said} {exam_words.thresholds_said(year, asking)}",
        columns=_columns(block, language),
        rows=tuple(
            _row(block, page, row, graduates, asking) for row in _named(answer.rows, asking)
        ),
        reference=reference,
        reference_text=t("panel.district", language, value=district),
        marks={"sorts": tuple(SORTS)},
    )


def _columns(block: Block, language: str) -> tuple[Column, ...]:
    share, taking = block.metrics
    return (
        Column("name", t("filter.school", language)),
        Column("value", t(f"metric.{share}", language), unit="percent"),
        Column("interval", t("panel.interval", language)),
        Column("passed", t(f"metric.{share}.numerator", language), unit="count"),
        Column("takers", t(f"metric.{share}.denominator", language), unit="count"),
        *graduates_columns(taking, language),
    )


def graduates_columns(taking: str, language: str) -> tuple[Column, ...]:
    return (
        Column("graduates", t(f"metric.{taking}.denominator", language), unit="count"),
        Column("participation", t(f"metric.{taking}", language), unit="percent"),
    )


def graduates_cells(
    value: Value, found: Value | None, taking: str, language: str
) -> tuple[Cell, ...]:
    """Graduates and the share of them that took the test; of a hidden school nothing is said."""
    if value.flag == "c" or found is None:
        return Cell("", unit="count"), Cell("", unit="percent")
    told = found.denominator or None  # 0: nobody told how many there are
    return words.count(told, language), words.cell(found, taking, language)


def _row(
    block: Block, page: Page, named: Row, graduates: dict[tuple, Value], asking: Asking
) -> tuple[Cell, ...]:
    (text, value), language = named, asking.view.language
    share, taking = block.metrics
    href = block.path(page) + asking.view.narrower(school=value.key[0])
    return (
        Cell(text, href=href),
        words.cell(value, share, language),
        Cell(words.interval(value, share, language)),
        words.count(value.numerator, language),
        words.count(value.denominator, language),
        *graduates_cells(value, graduates.get(value.key), taking, language),
    )


def _named(values: tuple[Value, ...], asking: Asking) -> list[Row]:
    language = asking.view.language
    rows = [(words.name("school", v.key[0], asking.snapshot, language), v) for v in values]
    return _sorted(sorted(rows, key=lambda row: order(row[0], language)), asking.view.sort)


def _sorted(rows: list[Row], sort: str) -> list[Row]:
    """What is hidden or missing stands last, whichever way."""
    wanted, down = sort.removeprefix("-"), sort.startswith("-")
    if wanted not in SORTS:
        return rows
    if wanted == "name":
        return rows[::-1] if down else rows
    there = [row for row in rows if row[1].value is not None]
    missing = [row for row in rows if row[1].value is None]
    return sorted(there, key=lambda row: getattr(row[1], SORTS[wanted]), reverse=down) + missing
