"""How the children read by grade: letter by letter, in syllables, in whole words."""

from dashboard.filters import MANNER
from dashboard.i18n import integer, percent, t
from dashboard.panels import empty, reading_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

WAYS = MANNER.closed
Group = tuple[str, int]  # language of the test, grade
Ways = dict[str, Value]


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Languages apart; the parts of a grade are of those of whom the way was written down."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    answer = asking.answer(block.metrics[0], ("language", "grade", "manner"))
    found = _groups(answer)
    if not found:
        return Panel(t(stem, language), "", empty=_why(page, block, answer, asking))
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, when=words.when(answer, language)),
        columns=_columns(language),
        rows=tuple(_row(group, found[group], language) for group in found),
        marks={"groups": _counted(found, language)},
    )


def _why(page: Page, block: Block, answer: Answer, asking: Asking) -> str:
    """Tests there may be, without a word of how the children read."""
    if not asking.answer(block.metrics[0]).rows or not answer.taken.year:
        return empty.why(page, block, asking)
    return t("reading.no_manner", asking.view.language)


def _groups(answer: Answer) -> dict[Group, Ways]:
    found: dict[Group, Ways] = {}
    for row in answer.rows:
        if row.flag != "x" and row.key[2] is not None:
            found.setdefault(row.key[:2], {})[row.key[2]] = row
    return {key: found[key] for key in reading_words.in_order(found)}


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("grade", t("filter.grade", language)),
        *(Column(way, t(f"choice.{way}", language), unit="percent") for way in WAYS),
        Column("of", t("reading.with_manner", language), unit="count"),
        Column("language", t("reading.tongue", language)),
    )


def _row(group: Group, ways: Ways, language: str) -> tuple[Cell, ...]:
    tongue, grade = group
    hidden = any(value.flag == "c" for value in ways.values())
    base = None if hidden else round(next(iter(ways.values())).denominator)
    return (
        Cell(t("reading.grade", language, grade=grade)),
        *(_part(ways.get(way), base, language) for way in WAYS),
        Cell("c", unit="count", flag="c") if hidden else words.count(base, language),
        Cell(t(f"choice.{tongue}", language)),
    )


def _part(value: Value | None, base: int | None, language: str) -> Cell:
    """«16 (27 %)»; nobody is 0."""
    if base is None:
        return Cell("c", unit="percent", flag="c")
    count = round(value.numerator) if value else 0
    said = percent(count / base, language, 0)
    text = t("reading.part", language, above=integer(count, language), share=said)
    return Cell(text, count / base, "percent", 1)


def _counted(found: dict[Group, Ways], language: str) -> tuple[tuple[str, int], ...]:
    tongues = dict.fromkeys(tongue for tongue, _ in found)
    return tuple((t(f"choice.{one}", language), sum(k[0] == one for k in found)) for one in tongues)
