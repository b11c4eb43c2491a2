"""Meetings of an association, out of those of a year: by school, area, or who chose its head."""

from dashboard.i18n import integer, number, t
from dashboard.metrics.associations import Tally, tallies
from dashboard.panels import association_words as names
from dashboard.panels import empty, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

KEY = "meetings_held"
OF_ONE = ("association", "area", "chosen_by")  # of the associations of one school


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """By `block.by`; by association where that is the school and just one is chosen. The line is
    what an association should have held by now, not the district's mean."""
    of_one = block.by == ("school",) and names.one_school(asking) is not None
    by = OF_ONE if of_one else block.by
    language = view.language
    answer = asking.answer(KEY, by)
    stem = names.titled(f"block.{page.key}.{block.key}", "associations" if of_one else "", language)
    title = t(stem, language)
    if not any(row.flag != "x" for row in answer.rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    columns = _columns(by, language)
    rows = [_row(page, by, *found, asking) for found in _ordered(answer, by, asking)]
    due = names.so_far(asking, answer.taken.year).due(asking.settings.meetings_a_year)
    return Panel(
        title=title,
        about=f"{t(f'{stem}.about', language, when=words.when(answer, language))} "
        f"{due_said(answer, asking)}",
        columns=columns,
        rows=names.sorted_rows(rows, columns, view.sort),
        reference=float(due) if due else None,
        reference_text=_line(due, asking),
        marks={"sorts": names.sorts(columns)},
    )


def _line(due: int, asking: Asking) -> str:
    language = asking.view.language
    if due >= asking.settings.meetings_a_year:
        return t("associations.due_line_all", language, due=integer(due, language))
    return t("associations.due_line", language, due=integer(due, language)) if due else ""


def due_said(answer: Answer, asking: Asking) -> str:
    """How many are due by now, or that none is yet."""
    language, a_year = asking.view.language, asking.settings.meetings_a_year
    so_far = names.so_far(asking, answer.taken.year)
    due, month = so_far.due(a_year), names.month_over(so_far, language)
    said = {"a_year": integer(a_year, language), "due": integer(due, language), "month": month}
    if due >= a_year:
        return t("associations.due_all", language, **said)
    return t("associations.due" if due else "associations.due_none", language, **said)


def per_association(value: Value | None, asking: Asking) -> Cell:
    """«2,1»: the share of the year's number times that number; without a value the sign why."""
    if value is None or value.value is None:
        return Cell(words.NOTHING, unit="number", decimals=1, flag="x")
    held = value.value * asking.settings.meetings_a_year
    return Cell(number(held, asking.view.language, 1), held, "number", 1)


def _columns(by: tuple[str, ...], language: str) -> tuple[Column, ...]:
    first, value = (
        Column("name", t(f"filter.{by[0]}", language)),
        Column("value", t("associations.per_association", language), unit="number"),
    )
    if by == OF_ONE:
        chosen = Column("chosen_by", t("filter.chosen_by", language))
        return first, value, chosen, _minutes(language)
    return (
        first,
        value,
        Column("share", t(f"metric.{KEY}", language), unit="percent"),
        Column("meetings", t(f"metric.{KEY}.numerator", language), unit="count"),
        Column("associations", t("associations.associations", language), unit="count"),
        Column("without", t("associations.without_meeting", language), unit="count"),
        _minutes(language),
    )


def _minutes(language: str) -> Column:
    return Column("minutes", t("metric.minutes_kept.numerator", language), unit="count")


def _ordered(
    answer: Answer, by: tuple[str, ...], asking: Asking
) -> list[tuple[Value, Tally | None]]:
    where = asking.view.filters.where() | {"year": (answer.taken.year,)}
    counted = tallies(asking.snapshot, by, where)
    found = {row.key: (row, counted.get(row.key)) for row in answer.rows}
    if by == OF_ONE:
        return [found[key] for key in sorted(found, key=lambda key: _by_area(key, asking))]
    keys = names.in_order(by[0], {key[0] for key in found}, asking)
    return [found[(key,)] for key in keys]


def _by_area(key: tuple, asking: Asking) -> tuple[str, str]:
    return names.name("area", key[1], asking), key[0]


def _row(
    page: Page, by: tuple[str, ...], value: Value, tally: Tally | None, asking: Asking
) -> tuple[Cell, ...]:
    language = asking.view.language
    counted = [words.count(part, language) for part in tally or (None,) * len(Tally._fields)]
    associations, meetings, minutes, without = counted
    held = per_association(value, asking)
    if by == OF_ONE:
        code, area, chosen_by = value.key
        name = f"{names.name('area', area, asking)} ({code})"
        return Cell(name), held, Cell(names.name("chosen_by", chosen_by, asking)), minutes
    href = names.here(page, asking.view, **{by[0]: value.key[0]})
    name = names.name(by[0], value.key[0], asking)
    share = words.cell(value, KEY, language)
    return Cell(name, href=href), held, share, meetings, associations, without, minutes
