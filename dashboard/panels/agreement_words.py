"""In words: at which schools marks and tests are farther apart than is usual in the district."""

from dashboard.i18n import plural, t
from dashboard.metrics.expected import expected
from dashboard.panels import words
from dashboard.panels.agreement import Both, beside, href, is_chosen, name, why_none
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.agreement import Point
from dashboard.statistics.funnel import LEAST_GROUPS


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Who is named is worth talking about; it is no judgement on anyone's marks."""
    language = view.language
    title = t(f"block.{page.key}.{block.key}", language)
    both = beside(block, asking)
    chosen = [point for point in both.points if is_chosen(point.key, asking)]
    if not chosen:
        return Panel(title, "", empty=why_none(block, both, asking))
    higher, lower = _far(chosen, both)
    test, marks, _ = block.metrics
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language),
        columns=(
            Column("name", t("filter.school", language)),
            Column("marks", t(f"metric.{marks}", language)),
            Column("test", t(f"metric.{test}", language)),
            Column("takers", t("metric.exam_participation", language)),
        ),
        rows=tuple(_row(page, block, point, both, asking) for point in (*higher, *lower)),
        sentences=_sentences(chosen, len(higher), len(lower), both, asking),
        marks={"lower": len(higher), "named": 1 + bool(higher) + bool(lower)},
    )


def _far(chosen: list[Point], both: Both) -> tuple[list[Point], list[Point]]:
    """Marks far higher and far lower than is usual with the test, the farthest first."""
    scores = both.far
    there = sorted((p for p in chosen if p.key in scores), key=lambda p: -abs(scores[p.key]))
    higher = [point for point in there if scores[point.key] > 0]
    return higher, [point for point in there if scores[point.key] < 0]


def _sentences(
    chosen: list[Point], higher: int, lower: int, both: Both, asking: Asking
) -> tuple[str, ...]:
    language = asking.view.language
    if len(both.points) < LEAST_GROUPS:
        few = plural("exams.no_verdict", len(both.points), language, least=LEAST_GROUPS)
        return (few, t("exams.guard", language))
    usual = len(chosen) - higher - lower
    open_then = {school.id for school in expected(asking.snapshot, both.tests.taken)}
    shown = {point.key for point in chosen}
    missing = sum(is_chosen(key, asking) for key in open_then - shown)
    counted = {"usual": usual, "higher": higher, "lower": lower}
    said = [
        plural(f"exams.agree.{k}", n, language) for k, n in counted.items() if n or k == "usual"
    ]
    rest = [plural("exams.agree.missing", missing, language)] if missing else []
    return (*said, *rest, t("exams.guard", language))


def _row(page: Page, block: Block, point: Point, both: Both, asking: Asking) -> tuple[Cell, ...]:
    test, marks, taking = block.metrics
    language = asking.view.language
    said = {
        marks: words.shown(point.marks, marks, language, 0),
        test: words.shown(point.test, test, language, 0),
    }
    took = both.taking.by_key().get((point.key,))
    return (
        Cell(name(point.key, asking), href=href(page, block, point.key, asking)),
        Cell(t("exams.fact.marks", language, value=said[marks])),
        Cell(t("exams.fact.test", language, value=said[test])),
        Cell(_took(took.value if took else None, taking, language)),
    )


def _took(share: float | None, key: str, language: str) -> str:
    if share is None:
        return ""
    return t("exams.fact.took", language, value=words.shown(share, key, language, 0))
