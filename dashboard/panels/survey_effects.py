"""How much effect each option had, in the words of those who chose it: shares that add up."""

from dashboard.filters import EFFECT
from dashboard.i18n import integer, order, percent, t
from dashboard.metrics.surveys import Survey, longest_first, questions
from dashboard.panels import surveys
from dashboard.panels.empty import no_school
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

SCALE = EFFECT.closed
Line = tuple[str, str, dict[str, Value]]  # question, option, its effects


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Questions as among the options; in each the options that most told of first."""
    survey, language = surveys.chosen(page, asking), view.language
    if survey is None:
        return surveys.absent(page, block, survey, asking)
    title = t(f"block.{page.key}.{block.key}", language)
    lines = _lines(block.metrics[0], survey, asking)
    if not lines:
        said = t("surveys.no_effects", language, survey=surveys.name(survey, language))
        return Panel(title, "", empty=no_school(asking) or said)
    return Panel(
        title=title,
        about=surveys.about(page, block, survey, language),
        columns=_columns(language),
        rows=tuple(_row(line, language) for line in lines),
        sentences=_few(lines, language),
        marks={"groups": _counted(lines)},
    )


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("option", t("filter.option", language)),
        *(Column(name, t(f"choice.{name}", language), unit="percent") for name in SCALE),
        Column("of", t("surveys.told_of_effect", language), unit="count"),
        Column("question", t("filter.question", language)),
    )


def _lines(key: str, survey: Survey, asking: Asking) -> list[Line]:
    """Without the options of which nobody told an effect; those that are hidden stay."""
    answer = surveys.answer(key, survey, asking, ("question", "option", "effect"))
    found: dict[tuple, dict[str, Value]] = {}
    for value in answer.rows:
        found.setdefault(value.key[:2], {})[value.key[2]] = value
    asked = longest_first(questions(asking.snapshot, survey))
    made = [(q.question, o, found.get((q.question, o), {})) for q in asked for o in q.options]
    place = {each.question: nth for nth, each in enumerate(asked)}
    told = [line for line in made if _hidden(line) or _base(line)]
    language = asking.view.language
    return sorted(told, key=lambda line: (place[line[0]], -_base(line), order(line[1], language)))


def _hidden(line: Line) -> bool:
    return any(value.flag == "c" for value in line[2].values())


def _base(line: Line) -> int:
    """Those who told how much effect the option had."""
    return sum(round(value.numerator or 0) for value in line[2].values())


def _row(line: Line, language: str) -> tuple[Cell, ...]:
    question, option, effects = line
    base = _base(line)
    cells = (_cell(effects.get(name), base, _hidden(line), language) for name in SCALE)
    of = Cell("", unit="count") if _hidden(line) else Cell(integer(base, language), base, "count")
    return (Cell(option), *cells, of, Cell(question))


def _cell(value: Value | None, base: int, hidden: bool, language: str) -> Cell:
    """«16 (27 %)», of few «8 of 18 (44 %)»; nobody is 0."""
    if hidden:
        return Cell("c", unit="percent", flag="c")
    count = round(value.numerator) if value else 0
    share = percent(count / base, language, 0)
    of = "of" if base < surveys.LEAST else "part"
    below = integer(base, language)
    said = t(f"surveys.{of}", language, above=integer(count, language), below=below, share=share)
    return Cell(said, count / base, "percent", 1)


def _few(lines: list[Line], language: str) -> tuple[str, ...]:
    there = any(not _hidden(line) and _base(line) < surveys.LEAST for line in lines)
    return (t("surveys.few", language, least=surveys.LEAST),) if there else ()


def _counted(lines: list[Line]) -> tuple[tuple[str, int], ...]:
    asked = dict.fromkeys(line[0] for line in lines)
    return tuple((name, sum(line[0] == name for line in lines)) for name in asked)
