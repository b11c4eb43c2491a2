"""What stands beside a school's value: its gap in pupils, and between which places it lies."""

from collections.abc import Callable, Iterable

from dashboard.i18n import t
from dashboard.metrics import metric
from dashboard.panels import signed
from dashboard.spec.answer import Answer, Value
from dashboard.spec.panel import Cell, Column
from dashboard.statistics.gap import gap_in_pupils
from dashboard.statistics.ranks import rank_intervals

LEAST_FOR_PLACES = 10  # among fewer schools a place says nothing
DRAWS = 1_000  # a place may be one off by that; four times as many take four times as long

Maker = Callable[[Value], tuple[Cell, ...]]


def compared(answer: Answer) -> bool:
    """Whether there is anything to stand beside the values: shares of pupils, by school."""
    return answer.question.by == ("school",) and metric(answer.question.metric).interval


def columns(answer: Answer, language: str) -> tuple[Column, ...]:
    if not compared(answer):
        return ()
    gap = Column("gap", t("beside.gap", language), unit="count")
    place = Column("place", t("places.title", language))
    return (gap, place) if _enough(answer) else (gap,)


def about(answer: Answer, language: str) -> str:
    """That there are no places, and why; nothing to say where there are."""
    return "" if not compared(answer) or _enough(answer) else t("places.few", language)


def cells(answer: Answer, reference: float | None, language: str) -> Maker:
    """For each value its cells, as wide as `columns`."""
    if not compared(answer):
        return lambda _: ()
    found = _places(answer.rows, language) if _enough(answer) else None

    def made(value: Value) -> tuple[Cell, ...]:
        gap = _gap(value, reference, language)
        return (gap,) if found is None else (gap, Cell(found.get(value.key, "")))

    return made


def _gap(value: Value, reference: float | None, language: str) -> Cell:
    if value.value is None or not value.pupils or reference is None:
        return Cell("", unit="count")
    gap = gap_in_pupils(value.value, value.pupils, reference)
    return Cell(signed.whole(gap, language), gap, "count")


def _placed(rows: Iterable[Value]) -> list[Value]:
    return [row for row in rows if row.value is not None and row.pupils]


def _enough(answer: Answer) -> bool:
    return len(_placed(answer.rows)) >= LEAST_FOR_PLACES


def _places(rows: Iterable[Value], language: str) -> dict[tuple, str]:
    """«5–31 of 45», among the schools that are shown: never one figure alone."""
    placed = _placed(rows)
    found = rank_intervals([v.value for v in placed], [v.pupils for v in placed], draws=DRAWS)
    return {
        value.key: t("places.between", language, best=best, worst=worst, of=len(placed))
        for value, (best, worst) in zip(placed, found)
    }
