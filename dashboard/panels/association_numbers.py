"""Methodical work in a few numbers: meetings, minutes, lessons, programme, load, plans."""

from dashboard.i18n import integer, plural, t
from dashboard.metrics.associations import Tally, load_spread, tallies
from dashboard.panels import association_load as load
from dashboard.panels import association_meetings as meetings
from dashboard.panels import association_words as names
from dashboard.panels import empty, words
from dashboard.panels.association_open_lessons import LESSONS
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

Row = tuple[Cell, ...]
COLUMNS = ("name", "value", "change", "gap", "detail")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A card for each, also where there are no data of it: it then says so. Work is that of the
    months that are over."""
    language = view.language
    title = t(f"block.{page.key}.{block.key}", language)
    rows = (*_of_meetings(asking), _lessons(asking), _programme(asking), _load(asking))
    rows = (*rows, _plans(asking))
    if all(row[1].flag == "x" for row in rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    about = t(f"block.{page.key}.{block.key}.about", language)
    columns = tuple(Column(name, t(f"panel.{name}", language)) for name in COLUMNS)
    return Panel(title=title, about=about, columns=columns, rows=rows)


def _only(answer: Answer) -> Value | None:
    return answer.rows[0] if answer.rows else None


def _made(key: str, value: Cell, change: Cell, detail: str, asking: Asking) -> Row:
    name = t(f"associations.card.{key}", asking.view.language)
    return Cell(name), value, change, Cell(""), Cell(detail)


def _missing(value: Value | None, asking: Asking) -> str:
    """Why there is no value."""
    return t(f"flag.{value.flag if value else 'x'}", asking.view.language)


def _no_change() -> Cell:
    return Cell("", tone=0.0)


def _of_meetings(asking: Asking) -> tuple[Row, Row]:
    """How often associations met beside what is due by now, and how often minutes were filed."""
    answer = asking.answer("meetings_held")
    where = asking.view.filters.where() | {"year": (answer.taken.year,)}
    tally = tallies(asking.snapshot, (), where).get(()) if answer.taken.year else None
    return _held(answer, tally, asking), _minutes(tally, asking)


def _held(answer: Answer, tally: Tally | None, asking: Asking) -> Row:
    value, language = _only(answer), asking.view.language
    cell = meetings.per_association(value, asking)
    if tally is None or value is None:
        return _made("meetings_held", cell, _no_change(), _missing(value, asking), asking)
    due = names.so_far(asking, answer.taken.year).due(asking.settings.meetings_a_year)
    behind = bool(due) and cell.number < due
    change = Cell(meetings.due_said(answer, asking), tone=-1.0 if behind else 0.0)
    count = tally.associations
    detail = plural("associations.of_associations", count, language, when=answer.taken.year)
    never = plural("associations.never", tally.without_meeting, language)
    return _made("meetings_held", cell, change, f"{detail} · {never}", asking)


def _minutes(tally: Tally | None, asking: Asking) -> Row:
    value = _only(asking.answer("minutes_kept"))
    cell = words.cell(value, "minutes_kept", asking.view.language, 0)
    if tally is None or not tally.meetings:
        return _made("minutes_kept", cell, _no_change(), _missing(value, asking), asking)
    detail = _out_of("meetings", value, asking)
    return _made("minutes_kept", cell, _no_change(), detail, asking)


def _out_of(kind: str, value: Value, asking: Asking) -> str:
    """«41 of 63 planned»."""
    language = asking.view.language
    above, below = (words.count(c, language).text for c in (value.numerator, value.denominator))
    return t(f"associations.out_of.{kind}", language, above=above, below=below)


def _lessons(asking: Asking) -> Row:
    language = asking.view.language
    so_far = names.so_far(asking, asking.answer("work_done").taken.year)
    if not so_far.over:
        said = t("associations.no_month_over", language) if so_far.year else _missing(None, asking)
        cell = words.cell(None, "work_done", language)
        return _made("open_lessons", cell, _no_change(), said, asking)
    value = _only(asking.answer("work_done", month=so_far.over, work_kind=LESSONS))
    cell = words.cell(value, "work_done", language, 0)
    if cell.number is None:
        return _made("open_lessons", cell, _no_change(), _missing(value, asking), asking)
    month = t("associations.by_month", language, month=names.month_over(so_far, language))
    detail = f"{_out_of('planned', value, asking)}, {month}"
    return _made("open_lessons", cell, _no_change(), detail, asking)


def _programme(asking: Asking) -> Row:
    answer, language = asking.answer("programme_done"), asking.view.language
    value = _only(answer)
    cell = words.cell(value, "programme_done", language)
    if cell.number is None:
        return _made("programme_done", cell, _no_change(), _missing(value, asking), asking)
    detail = f"{_out_of('hours', value, asking)} · {words.when(answer, language)}"
    return _made("programme_done", cell, _no_change(), detail, asking)


def _load(asking: Asking) -> Row:
    value, language = _only(asking.answer("load_hours")), asking.view.language
    cell = words.cell(value, "load_hours", language)
    if cell.number is None:
        return _made("load_hours", cell, _no_change(), _missing(value, asking), asking)
    spread = load_spread(asking.snapshot, load.of_schools(asking), None)[None]
    said = t("associations.middle_half", language, between=load.between(spread, language))
    teachers = plural(
        "associations.teachers", value.pupils, language, number=integer(value.pupils, language)
    )
    return _made(
        "load_hours", cell, _no_change(), names.of_all_areas(f"{said} · {teachers}", asking), asking
    )


def _plans(asking: Asking) -> Row:
    answer, language = asking.answer("support_plan"), asking.view.language
    value = _only(answer)
    cell = words.cell(value, "support_plan", language, 0)
    if cell.number is None:
        return _made("support_plan", cell, _no_change(), _missing(value, asking), asking)
    detail = f"{_out_of('pupils', value, asking)} · {words.when(answer, language)}"
    detail = names.of_all_areas(detail, asking)
    return _made("support_plan", cell, _no_change(), detail, asking)
