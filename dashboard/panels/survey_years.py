"""The same question in other years: what each option's share was, and whether it truly changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.i18n import t
from dashboard.metrics.surveys import Asked, Survey, alike, longest_first, questions
from dashboard.metrics.surveys import surveys as every
from dashboard.panels import signed, surveys
from dashboard.panels.empty import no_school
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import pair

Values = dict[str, Value]  # by option, as `alike` writes it


@dataclass(frozen=True, slots=True)
class Series:
    """One question through the years, oldest first; the last is the survey that is looked at."""

    asked: Asked
    times: tuple[tuple[Survey, Values], ...]


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Only where a question was asked in the same words in an earlier year, whichever survey."""
    survey, language = surveys.chosen(page, asking), view.language
    if survey is None:
        return surveys.absent(page, block, survey, asking)
    title = t(f"block.{page.key}.{block.key}", language)
    found = [series for series in _found(block.metrics[0], survey, asking) if series.times[1:]]
    if not found:
        said = t("surveys.no_years", language, survey=surveys.name(survey, language))
        return Panel(title, "", empty=no_school(asking) or said)
    years = sorted({each.year for series in found for each, _ in series.times})
    about = surveys.about(page, block, survey, language)
    rows = [row for series in found for row in _rows(series, years, language)]
    return Panel(
        title=title,
        about=" ".join((about, *_few(found, language))),
        columns=_columns(years, language),
        rows=tuple(rows),
    )


def _columns(years: list[str], language: str) -> tuple[Column, ...]:
    return (
        Column("option", t("filter.option", language)),
        *(Column(f"in_{year}", year, unit="percent") for year in years),
        Column("change", t("panel.change", language), unit="points"),
        Column("between", t("surveys.between", language)),
        Column("sure", t("surveys.sure", language)),
        Column("question", t("filter.question", language)),
    )


def _found(key: str, survey: Survey, asking: Asking) -> Iterator[Series]:
    """Each question of the survey with the years in which it was asked."""
    for asked in longest_first(questions(asking.snapshot, survey)):
        times: dict[str, tuple[Survey, Values]] = {}
        for each in _earlier_first(survey, asking):
            values = _values(key, each, asked, asking)
            if values:
                times[each.year] = each, values
        yield Series(asked, tuple(times.values()) if survey.year in times else ())


def _earlier_first(survey: Survey, asking: Asking) -> list[Survey]:
    """The survey itself is the last, and of a year that of its own code."""
    earlier = [each for each in every(asking.snapshot) if each.year < survey.year]
    return [*sorted(earlier, key=lambda each: (each.year, each.id == survey.id)), survey]


def _values(key: str, survey: Survey, asked: Asked, asking: Asking) -> Values:
    """Of the question as that survey writes it; nothing where it was not asked."""
    there = (each.question for each in questions(asking.snapshot, survey))
    text = next((text for text in there if alike(text) == alike(asked.question)), None)
    if text is None:
        return {}
    where = {"survey": (survey.id,), "year": (survey.year,), "question": (text,)}
    answer = asking.answer(key, ("option",), **where)
    return {alike(value.key[0]): value for value in answer.rows if value.flag != "x"}


def _rows(series: Series, years: list[str], language: str) -> Iterator[tuple[Cell, ...]]:
    """Only the options that were there before; the greatest share first."""
    last = series.times[-1][1]
    before = {alike(option): option for option in series.asked.options}
    there = [key for key in before if any(key in values for _, values in series.times[:-1])]
    for key in sorted((k for k in there if k in last), key=lambda k: -(last[k].value or 0)):
        of = {survey.year: values[key] for survey, values in series.times if key in values}
        yield _row(before[key], series.asked.question, of, years, language)


def _row(
    option: str, question: str, of: dict[str, Value], years: list[str], language: str
) -> tuple[Cell, ...]:
    *_, before, now = of.values()
    return (
        Cell(option),
        *(_cell(of.get(year), language) for year in years),
        *_change(before, now, language),
        Cell(question),
    )


def _cell(value: Value | None, language: str) -> Cell:
    if value is None:
        return Cell("", unit="percent")
    return Cell(surveys.of(value, language), value.value, "percent", 1, value.flag, value)


def _change(before: Value, now: Value, language: str) -> tuple[Cell, ...]:
    """From the last time before; of a hidden share nothing is said."""
    if before.value is None or now.value is None:
        return Cell("", unit="points"), Cell(""), Cell("")
    apart = pair(now.value, now.pupils, before.value, before.pupils)
    sure = "real" if apart.told_apart else "chance"
    return (
        signed.points_cell((apart.apart, apart.low, apart.high), now.pupils, language),
        Cell(signed.between(apart.low, apart.high, language)),
        Cell(t(f"surveys.{sure}", language)),
    )


def _few(found: list[Series], language: str) -> tuple[str, ...]:
    values = (v for series in found for _, of in series.times for v in of.values())
    return surveys.few(values, language)
