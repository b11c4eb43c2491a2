"""How many of those asked in a survey answered: always with the base and the interval."""

from dataclasses import replace

from dashboard.i18n import integer, percent, plural, t
from dashboard.metrics.surveys import Survey
from dashboard.panels import surveys
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """One survey in sentences; the others stand in the switch."""
    survey, language = surveys.chosen(page, asking), view.language
    if survey is None:
        return surveys.absent(page, block, survey, asking)
    switches = surveys.switch(page, asking)
    rows = surveys.answer(block.metrics[0], survey, asking).rows
    if not rows or rows[0].flag == "x":
        return replace(surveys.absent(page, block, survey, asking), switches=switches)
    return Panel(
        title=t(f"block.{page.key}.{block.key}", language),
        about=surveys.about(page, block, survey, language),
        sentences=_said(rows[0], survey, language),
        switches=switches,
    )


def _said(value: Value, survey: Survey, language: str) -> tuple[str, ...]:
    if value.value is None:
        return (t("surveys.hidden", language),)
    of_schools = plural(
        "surveys.schools", survey.schools, language, number=integer(survey.schools, language)
    )
    return (
        _answered(value, language),
        _silent(value, language),
        of_schools if survey.schools else t("surveys.whole", language),
        *surveys.few((value,), language),
    )


def _answered(value: Value, language: str) -> str:
    """«50 of 56 answered: 89 % (78.5–95.0).»"""
    return t(
        "surveys.answered",
        language,
        above=integer(round(value.numerator), language),
        below=integer(round(value.denominator), language),
        share=percent(value.value, language, 0),
        interval=surveys.interval(value, language),
    )


def _silent(value: Value, language: str) -> str:
    silent = max(0, round(value.denominator - value.numerator))
    if not silent:
        return t("surveys.all_answered", language)
    return plural("surveys.silent", silent, language, number=integer(silent, language))
