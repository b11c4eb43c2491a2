"""Which survey a view looks at, and how its figures are written: never without their base."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.i18n import integer, number, percent, t
from dashboard.metrics.surveys import Survey, surveys
from dashboard.panels import empty
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Choice, Panel, Switch

OPTION, TAB = "survey", "surveys"
WHOLE = ""  # the school of a survey that was not split by schools
LEAST = 30  # of fewer a percent says little: the sentence below the title says so


def chosen(page: Page, asking: Asking) -> Survey | None:
    """The one in the address, else the one that is usually taken; None without any survey."""
    found = surveys(asking.snapshot)
    wanted = asking.view.option(page, OPTION)
    named = (survey for survey in found if _value(survey, found) == wanted)
    return next(named, next(iter(found), None))


def answer(key: str, survey: Survey, asking: Asking, by: tuple[str, ...] = ()) -> Answer:
    """A metric of one survey under the view's filters."""
    return asking.answer(key, by, survey=(survey.id,), year=(survey.year,))


def switch(page: Page, asking: Asking) -> tuple[Switch, ...]:
    """Every survey as a link to the same view of it; nothing to turn where there is one."""
    found, used, language = surveys(asking.snapshot), chosen(page, asking), asking.view.language
    if len(found) < 2:
        return ()
    choices = tuple(
        Choice(value, name(survey, language), _href(page, value, asking), survey == used)
        for survey, value in ((survey, _value(survey, found)) for survey in found)
    )
    return (Switch(OPTION, t(f"option.{OPTION}", language), choices),)


def on_tab(view: View) -> View:
    """An export is of no tab, its links are."""
    return replace(view, tab=TAB)


def of_school(page: Page, school: str, asking: Asking) -> str:
    """The same survey of one school."""
    filters = FilterState(
        asking.view.filters.specs, {**asking.view.filters.values, "school": (school,)}
    )
    return page.path + replace(on_tab(asking.view), filters=filters).search(page)


def name(survey: Survey, language: str) -> str:
    """«Courses and lessons, 2026-2027»."""
    return t("surveys.name", language, title=survey.title, year=survey.year)


def about(page: Page, block: Block, survey: Survey, language: str) -> str:
    said = t(f"block.{page.key}.{block.key}.about", language)
    return t("surveys.about", language, survey=name(survey, language), about=said)


def absent(page: Page, block: Block, survey: Survey | None, asking: Asking) -> Panel:
    """There never was one, or it was not held where the filters look."""
    language = asking.view.language
    title = t(f"block.{page.key}.{block.key}", language)
    if survey is None:
        return Panel(title, "", empty=empty.why(page, block, asking))
    where = "not_here" if survey.schools else "not_split"
    said = t(f"surveys.{where}", language, survey=name(survey, language))
    return Panel(title, "", empty=empty.no_school(asking) or said)


def of(value: Value, language: str) -> str:
    """«32 of 50 (64 %)»; the sign of what is hidden or missing."""
    if value.value is None:
        return "c" if value.flag == "c" else "–"
    above, below = (integer(round(n), language) for n in (value.numerator, value.denominator))
    share = percent(value.value, language, 0)
    return t("surveys.of", language, above=above, below=below, share=share)


def interval(value: Value, language: str) -> str:
    """«50,1–75,9»: in percent, as the share beside it."""
    if value.low is None:
        return ""
    return "–".join(number(end * 100, language, 1) for end in (value.low, value.high))


def few(values: Iterable[Value], language: str) -> tuple[str, ...]:
    """That the shown shares are of few people, where any of them are."""
    there = any(v.value is not None and v.denominator < LEAST for v in values)
    return (t("surveys.few", language, least=LEAST),) if there else ()


def _value(survey: Survey, found: tuple[Survey, ...]) -> str:
    """The code alone is its latest year."""
    latest = max(each.year for each in found if each.id == survey.id)
    return survey.id if survey.year == latest else f"{survey.id} {survey.year}"


def _href(page: Page, value: str, asking: Asking) -> str:
    return page.path + on_tab(asking.view).turned(OPTION, value).search(page)
