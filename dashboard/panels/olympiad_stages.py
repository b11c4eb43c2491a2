"""Olympiad places by school, each stage for itself: places out of participants."""

from dashboard.filters import STAGE
from dashboard.i18n import integer, t
from dashboard.panels import exam_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Two columns for each stage with results, in the order of the stages; rows by name."""
    (dimension,), key, language = block.by, block.metrics[0], view.language
    answer = asking.answer(key, (dimension, "stage"))
    title = t(f"block.{page.key}.{block.key}", language)
    if not answer.rows:
        return Panel(title, "", empty=exam_words.why_empty(key, asking))
    stages = stages_of(answer)
    about = {"when": answer.taken.year, "district": _total(key, asking)}
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, **about),
        columns=(
            Column(dimension, t(f"filter.{dimension}", language)),
            *(column for stage in stages for column in _columns(stage, language)),
        ),
        rows=_rows(page, block, answer, asking),
    )


def stages_of(answer: Answer) -> list[str]:
    """The stages with results, from the school's own to the republic's."""
    there = {row.key[-1] for row in answer.rows}
    return [stage for stage in STAGE.closed if stage in there]


def _columns(stage: str, language: str) -> tuple[Column, Column]:
    named = t(f"exams.stage.{stage}", language)
    places = t("exams.stage_places", language, stage=named)
    participants = t("exams.stage_participants", language, stage=named)
    return (
        Column(f"{stage}_places", places, unit="count"),
        Column(f"{stage}_participants", participants, unit="count"),
    )


def _rows(page: Page, block: Block, answer: Answer, asking: Asking) -> tuple[tuple[Cell, ...], ...]:
    (dimension,), key, language = block.by, block.metrics[0], asking.view.language
    found, stages = answer.by_key(), stages_of(answer)

    def row(of: object) -> tuple[Cell, ...]:
        href = exam_words.on_tab(page, asking.view, block.tab, **{dimension: of})
        head = Cell(words.name(dimension, of, asking.snapshot, language), href=href)
        cells = (_cells(found.get((of, stage)), key, language) for stage in stages)
        return (head, *(cell for pair in cells for cell in pair))

    keys = {value.key[0] for value in answer.rows}
    return tuple(row(of) for of in words.by_name(dimension, keys, asking.snapshot, language))


def _cells(value: Value | None, key: str, language: str) -> tuple[Cell, Cell]:
    """Of a hidden group there is its sign and nothing else."""
    if value is None:
        return Cell("", unit="count"), Cell("", unit="count")
    return words.cell(value, key, language), words.count(value.denominator or None, language)


def _total(key: str, asking: Asking) -> str:
    """«School stage 120 of 900; district stage 31 of 240»: of all that the filters take in."""
    language = asking.view.language
    answer = asking.answer(key, ("stage",))
    found = {row.key[0]: row for row in answer.rows if row.value is not None}
    return "; ".join(
        t(
            "exams.stage_total",
            language,
            stage=t(f"choice.{stage}", language),
            places=integer(round(found[stage].numerator), language),
            participants=integer(round(found[stage].denominator), language),
        )
        for stage in stages_of(answer)
        if stage in found
    )
