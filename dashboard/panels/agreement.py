"""Marks beside tests: the share at the threshold and quality of marks, a point for each school."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.i18n import order, t
from dashboard.metrics.registers import schools
from dashboard.panels import exam_words, words
from dashboard.panels.empty import nothing
from dashboard.panels.exam_schools import graduates_cells, graduates_columns
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.agreement import Point, far, fit
from dashboard.statistics.funnel import LEAST_GROUPS

DISTRICT = dict.fromkeys(OF_SCHOOLS, ())  # what is usual is settled by all schools
LEAVERS = (11, 12)  # the grades whose pupils take the test
# Which marks stand beside the tests, the best first: (grades, periods), () is any.
MARKS = ((LEAVERS, ("Y",)), (LEAVERS, ()), ((), ("Y",)), ((), ()))
MOST = 0.8  # marks of a better kind are taken where no more than a fifth of the schools lack them


@dataclass(frozen=True, slots=True)
class Both:
    """Schools of the whole district with marks and tests that may be shown."""

    tests: Answer
    marks: Answer
    taking: Answer  # who took the test, of the graduates
    leavers: bool  # whether the marks are those of the leavers alone
    points: tuple[Point, ...]
    far: Mapping[str, float]  # z by school, > 0: marks are higher than is usual with such a test


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`metrics` are the test, the marks and the participation. `marks` holds what the drawing
    needs: "line", "others" (schools that the filters leave out) and "far" by row."""
    language = view.language
    title = t(f"block.{page.key}.{block.key}", language)
    both = beside(block, asking)
    chosen = [point for point in both.points if is_chosen(point.key, asking)]
    if not chosen or len(both.points) < 2:
        return Panel(title, "", empty=why_none(block, both, asking))
    return Panel(
        title=title,
        about=_about(page, block, both, asking),
        columns=_columns(block, language),
        rows=tuple(_row(page, block, point, both, asking) for point in _by_name(chosen, asking)),
        marks={
            "line": _line(both),
            "others": [(p.test, p.marks, p.takers) for p in both.points if p not in chosen],
            "far": [_side(point, both) for point in _by_name(chosen, asking)],
            "line_words": t("exams.usual_line", language),
        },
    )


def beside(block: Block, asking: Asking) -> Both:
    """The results of the year taken, and the marks of that year that most schools have."""
    test, marks, taking = block.metrics
    tests = asking.answer(test, ("school",), **DISTRICT)
    found, leavers = _marks(marks, tests, asking)
    took = asking.answer(taking, ("school",), **DISTRICT)
    points = _points(tests, found)
    return Both(tests, found, took, leavers, points, far(points))


def _marks(key: str, tests: Answer, asking: Asking) -> tuple[Answer, bool]:
    """The best kind of marks that enough of the tested schools have, else what most have."""
    tested = _there(tests)
    year = (tests.taken.year,) if tests.taken.year else ()
    most: tuple[int, Answer, bool] | None = None
    for grade, period in MARKS:
        where = DISTRICT | {"year": year, "grade": grade, "period": period}
        answer = asking.answer(key, ("school",), **where)
        common = len(tested & _there(answer))
        if most is None or common > most[0]:
            most = common, answer, bool(grade)
        if common >= MOST * len(tested):
            break
    return most[1], most[2]


def is_chosen(key: str, asking: Asking) -> bool:
    """Whether the view's filters take the school in."""
    school = schools(asking.snapshot).get(key)
    return school is not None and school.fits(asking.view.filters.where())


def why_none(block: Block, both: Both, asking: Asking) -> str:
    """Which of the two is missing, and what to import."""
    language = asking.view.language
    if not _there(both.tests):
        return exam_words.why_empty(block.metrics[0], asking)
    if not _there(both.marks):
        return t("exams.no_marks", language, year=both.tests.taken.year)
    if not any(is_chosen(key, asking) for key in _there(both.tests) | _there(both.marks)):
        return nothing(asking)
    return t("exams.no_pairs", language)


def _there(answer: Answer) -> set[str]:
    return {row.key[0] for row in answer.rows if row.value is not None and row.pupils}


def _points(tests: Answer, marks: Answer) -> tuple[Point, ...]:
    found = marks.by_key()
    pairs = [(test, found.get(test.key)) for test in tests.rows]
    return tuple(
        Point(test.key[0], mark.value, mark.pupils, test.value, test.pupils)
        for test, mark in pairs
        if test.value is not None and mark is not None and mark.value is not None
        if test.pupils and mark.pupils
    )


def _by_name(points: list[Point], asking: Asking) -> list[Point]:
    names = {school.id: school.name for school in schools(asking.snapshot).values()}
    return sorted(points, key=lambda point: order(names[point.key], asking.view.language))


def _line(both: Both) -> tuple[tuple[float, float], ...]:
    """The usual marks with each test result, from the lowest to the highest: (test, marks). A far
    school does not turn it, and few schools tell nothing of what is usual."""
    if len(both.points) < LEAST_GROUPS:
        return ()
    line = fit([point for point in both.points if point.key not in both.far])
    tests = [point.test for point in both.points]
    return tuple((test, line.marks(test)) for test in (min(tests), max(tests)))


def _side(point: Point, both: Both) -> int:
    score = both.far.get(point.key, 0.0)
    return (score > 0) - (score < 0)


def _about(page: Page, block: Block, both: Both, asking: Asking) -> str:
    language = asking.view.language
    said = t(
        f"block.{page.key}.{block.key}.about",
        language,
        marks=words.when(both.marks, language),
        grades=t("exams.marks_of_leavers" if both.leavers else "exams.marks_of_all", language),
    )
    return f"{said} {t('exams.above_the_line', language)}" if _line(both) else said


def _columns(block: Block, language: str) -> tuple[Column, ...]:
    test, marks, taking = block.metrics
    return (
        Column("name", t("filter.school", language)),
        Column("test", t(f"metric.{test}", language), unit="percent"),
        Column("marks", t(f"metric.{marks}", language), unit="percent"),
        Column("interval", t("panel.interval", language)),
        Column("takers", t(f"metric.{test}.denominator", language), unit="count"),
        *graduates_columns(taking, language),
        Column("said", t("exams.said", language)),
    )


def _row(page: Page, block: Block, point: Point, both: Both, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    test, marks, taking = block.metrics
    value, mark = _value(both.tests, point.key), _value(both.marks, point.key)
    graduates = both.taking.by_key().get(value.key)
    return (
        Cell(name(point.key, asking), href=href(page, block, point.key, asking)),
        words.cell(value, test, language),
        words.cell(mark, marks, language),
        Cell(words.interval(value, test, language)),
        words.count(value.denominator, language),
        *graduates_cells(value, graduates, taking, language),
        Cell(_said(_side(point, both), language)),
    )


def _said(side: int, language: str) -> str:
    if not side:
        return ""
    return t("exams.marks_higher" if side > 0 else "exams.marks_lower", language)


def name(key: str, asking: Asking) -> str:
    return words.name("school", key, asking.snapshot, asking.view.language)


def href(page: Page, block: Block, key: str, asking: Asking) -> str:
    return block.path(page) + asking.view.narrower(school=key)


def _value(answer: Answer, key: str) -> Value:
    return answer.by_key()[(key,)]
