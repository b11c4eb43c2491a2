"""In which schools how many answered; a survey that was not split by schools is one line."""

from dashboard.i18n import order, t
from dashboard.metrics.surveys import Survey
from dashboard.panels import surveys, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Schools that told the survey, by name. The others were perhaps not asked: they are no gap."""
    survey, key, language = surveys.chosen(page, asking), block.metrics[0], view.language
    found = surveys.answer(key, survey, asking, ("school",)) if survey else Answer(None, ())
    rows = [value for value in found.rows if value.flag != "x"]
    if not rows:
        return surveys.absent(page, block, survey, asking)
    district = _district(key, survey, found, asking)
    about = surveys.about(page, block, survey, language)
    return Panel(
        title=t(f"block.{page.key}.{block.key}", language),
        about=" ".join((about, *surveys.few(rows, language))),
        columns=_columns(key, language),
        rows=tuple(_row(page, value, key, asking) for value in _by_name(rows, asking)),
        reference=district,
        reference_text=_reference(district, key, language),
    )


def _district(key: str, survey: Survey, found: Answer, asking: Asking) -> float | None:
    """Beside one line there is nothing to compare it with."""
    if len(found.rows) < 2 or not survey.schools:
        return None
    every = dict.fromkeys(("district", "aimak", "school", "language"), ())
    return asking.answer(key, survey=(survey.id,), year=(survey.year,), **every).together


def _reference(district: float | None, key: str, language: str) -> str:
    if district is None:
        return ""
    return t("panel.district", language, value=words.shown(district, key, language))


def _columns(key: str, language: str) -> tuple[Column, ...]:
    return (
        Column("name", t("filter.school", language)),
        Column("value", t(f"metric.{key}", language), unit="percent"),
        Column("interval", t("panel.interval", language)),
        Column("answered", t(f"metric.{key}.numerator", language), unit="count"),
        Column("invited", t(f"metric.{key}.denominator", language), unit="count"),
    )


def _by_name(rows: list[Value], asking: Asking) -> list[Value]:
    language = asking.view.language
    return sorted(rows, key=lambda value: order(_name(value, asking), language))


def _name(value: Value, asking: Asking) -> str:
    (school,), language = value.key, asking.view.language
    if school == surveys.WHOLE:
        return t("surveys.district", language)
    return words.name("school", school, asking.snapshot, language)


def _row(page: Page, value: Value, key: str, asking: Asking) -> tuple[Cell, ...]:
    (school,), language = value.key, asking.view.language
    href = surveys.of_school(page, school, asking) if school != surveys.WHOLE else ""
    share = words.cell(value, key, language)
    said = share if value.value is None else share._replace(text=surveys.of(value, language))
    return (
        Cell(_name(value, asking), href=href),
        said,
        Cell(surveys.interval(value, language)),
        words.count(value.numerator, language),
        words.count(value.denominator, language),
    )
