"""How many of those who answered chose each option: question by question, each with its base."""

from dashboard.i18n import order, t
from dashboard.metrics.surveys import Asked, Survey, longest_first, questions, several
from dashboard.panels import surveys
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Choice, Column, Panel, Switch

ASKED = "asked"  # the order in the address that is the questionnaire's own
Group = tuple[str, tuple[Value, ...]]  # a question, its options with what was chosen


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """By share, unless the address asks for the order in which the options stood."""
    survey, language = surveys.chosen(page, asking), view.language
    groups = _groups(block.metrics[0], survey, asking) if survey else ()
    if not groups:
        return surveys.absent(page, block, survey, asking)
    values = [value for _, of in groups for value in of]
    return Panel(
        title=t(f"block.{page.key}.{block.key}", language),
        about=surveys.about(page, block, survey, language),
        columns=_columns(block.metrics[0], language),
        rows=tuple(_row(question, v, language) for question, of in groups for v in of),
        sentences=(*_several(groups, language), *surveys.few(values, language)),
        marks={"groups": tuple((question, len(of)) for question, of in groups)},
        switches=(_orders(page, view),),
    )


def _columns(key: str, language: str) -> tuple[Column, ...]:
    return (
        Column("option", t("filter.option", language)),
        Column("value", t("surveys.share", language), unit="percent"),
        Column("interval", t("panel.interval", language)),
        Column("chosen", t(f"metric.{key}.numerator", language), unit="count"),
        Column("answered", t(f"metric.{key}.denominator", language), unit="count"),
        Column("question", t("filter.question", language)),
    )


def _groups(key: str, survey: Survey, asking: Asking) -> tuple[Group, ...]:
    """Without the questions that nobody was asked where the filters look."""
    found = surveys.answer(key, survey, asking, ("question", "option")).by_key()
    asked = longest_first(questions(asking.snapshot, survey))
    made = ((each.question, _ordered(each, found, asking)) for each in asked)
    return tuple((question, of) for question, of in made if of)


def _ordered(asked: Asked, found: dict, asking: Asking) -> tuple[Value, ...]:
    """Of equal shares in the order of the letters; what is hidden last."""
    keys = ((asked.question, option) for option in asked.options)
    there = [found[key] for key in keys if key in found and found[key].flag != "x"]
    if asking.view.sort == ASKED:
        return tuple(there)
    return tuple(sorted(there, key=lambda value: _place(value, asking.view.language)))


def _place(value: Value, language: str) -> tuple:
    return value.value is None, -(value.value or 0), order(value.key[-1], language)


def _row(question: str, value: Value, language: str) -> tuple[Cell, ...]:
    counts = (value.numerator, value.denominator)
    share = Cell(
        surveys.of(value, language), value.value, "percent", 1, flag=value.flag, value=value
    )
    return (
        Cell(value.key[-1]),
        share,
        Cell(surveys.interval(value, language)),
        *(Cell("" if n is None else f"{round(n)}", n, "count") for n in counts),
        Cell(question),
    )


def _several(groups: tuple[Group, ...], language: str) -> tuple[str, ...]:
    there = any(several(of) for _, of in groups)
    return (t("surveys.several", language),) if there else ()


def _orders(page: Page, view: View) -> Switch:
    """By share, or as they were asked."""
    used = ASKED if view.sort == ASKED else ""
    choices = tuple(
        Choice(
            key or "share",
            t(f"surveys.order.{key or 'share'}", view.language),
            page.path + surveys.on_tab(view).search(page, sort=key),
            key == used,
        )
        for key in ("", ASKED)
    )
    return Switch("order", t("surveys.order", view.language), choices)
