"""Metrics over all years and periods: a line for each, the same as a table."""

from collections.abc import Mapping

from dashboard.i18n import t
from dashboard.metrics import metric
from dashboard.metrics.counts import periods
from dashboard.metrics.registers import grades
from dashboard.metrics.times import ENDS
from dashboard.metrics.unmarked import unmarked_grades
from dashboard.panels import signed, words
from dashboard.panels.empty import said
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import Pair, pair

QUARTERS = ("Q1", "Q2", "Q3", "Q4")

Time = tuple[str, str]
Values = Mapping[Time, Value]
Changes = Mapping[Time, Pair]


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """One row per year and quarter. `marks["filled"]` holds, for each metric, the rows whose
    change on the year before is real: their points are filled, the others hollow."""
    language = view.language
    alike = common_grades(block.metrics[0], asking)
    found = {key: _values(key, alike, asking) for key in block.metrics}
    times = sorted({time for values in found.values() for time in values}, key=_in_time)
    title = t(f"block.{page.key}.{block.key}", language)
    if len(times) < 2:
        why = "one_time" if times else "empty"
        return Panel(title, "", empty=said(why, asking))
    changes = {key: _changes(found[key], times) for key in _compared(block)}
    about = t(f"block.{page.key}.{block.key}.about", language)
    like = t("trend.grades", language, grades=ranges(alike)) if alike else ""
    return Panel(
        title=title,
        about=f"{about} {like}".strip(),
        columns=_columns(block, asking),
        rows=tuple(_row(time, found, changes, language) for time in times),
        marks={"filled": _filled(changes, times)},
    )


def common_grades(key: str, asking: Asking) -> tuple[int, ...]:
    """The grades that carry marks in every year there are data of, where years differ in that;
    else none: points that hold other grades are not alike, and a line through them would lie."""
    card, snapshot = metric(key), asking.snapshot
    if not card.ruled:
        return ()
    chosen = asking.view.filters.where().get("grade", ())
    known = [grade for grade in grades(snapshot) if not chosen or grade in chosen]
    years = {row["year"] for row in periods(snapshot, card.view)}
    unmarked = [set(unmarked_grades(snapshot, year)) & {*known} for year in years]
    if not unmarked or all(each == unmarked[0] for each in unmarked):
        return ()
    return tuple(grade for grade in known if grade not in set().union(*unmarked))


def _compared(block: Block) -> list[str]:
    """Shares of pupils: only they have an interval that tells a change from chance."""
    return [key for key in block.metrics if metric(key).interval]


def _values(key: str, alike: tuple[int, ...], asking: Asking) -> dict[Time, Value]:
    """Quarters follow each other; half-years and years are other things and are left out."""
    where = {"grade": alike} if alike else {}
    answer = asking.answer(key, ("year", "period"), year=(), period=QUARTERS, **where)
    return {row.key: row for row in answer.rows}


def _in_time(time: Time) -> tuple[str, int]:
    year, period = time
    return year, ENDS[period]


def _year_before(time: Time) -> Time:
    year, period = time
    return f"{int(year[:4]) - 1}-{int(year[5:]) - 1}", period


def _changes(values: Values, times: list[Time]) -> dict[Time, Pair]:
    """On the same quarter a year before, where both have a value."""
    both = {time: (values.get(time), values.get(_year_before(time))) for time in times}
    return {
        time: pair(now.value, now.pupils, before.value, before.pupils)
        for time, (now, before) in both.items()
        if _there(now) and _there(before)
    }


def _there(value: Value | None) -> bool:
    return value is not None and value.value is not None and bool(value.pupils)


def _filled(changes: Mapping[str, Changes], times: list[Time]) -> dict[str, frozenset[int]]:
    """By metric, the places of the times whose change is real; nothing where none can be told."""
    return {
        key: frozenset(
            at for at, time in enumerate(times) if time in made and made[time].told_apart
        )
        for key, made in changes.items()
        if made
    }


def _columns(block: Block, asking: Asking) -> tuple[Column, ...]:
    language = asking.view.language
    values = [Column(k, t(f"metric.{k}", language), unit=asking.unit(k)) for k in block.metrics]
    changes = [
        Column(f"{k}_change", t("change.heading", language, metric=t(f"metric.{k}", language)))
        for k in _compared(block)
    ]
    pupils = Column("pupils", t("panel.pupils_heading", language), unit="count")
    return (Column("time", t("panel.time", language)), *values, *changes, pupils)


def _row(
    time: Time, found: Mapping[str, Values], changes: Mapping[str, Changes], language: str
) -> tuple[Cell, ...]:
    year, period = time
    text = f"{year}, {t(f'period.{period}', language)}"
    values = [found[key].get(time) for key in found]
    pupils = next((value.pupils for value in values if value is not None), None)
    cells = (words.cell(value, key, language) for key, value in zip(found, values))
    said = (Cell(_said(made.get(time), language)) for made in changes.values())
    return (Cell(text), *cells, *said, words.count(pupils, language))


def _said(change: Pair | None, language: str) -> str:
    """«+3.2 points, real», «+0.4 points, cannot be told»; empty where nothing can be compared."""
    if change is None:
        return ""
    size = t("change.points", language, size=signed.points(change.apart, language))
    return t("change.real" if change.told_apart else "change.unclear", language, size=size)


def ranges(grades: tuple[int, ...]) -> str:
    """«4–6, 8»: sorted whole numbers in short."""
    parts: list[list[int]] = []
    for grade in grades:
        if parts and grade == parts[-1][-1] + 1:
            parts[-1].append(grade)
        else:
            parts.append([grade])
    return ", ".join(f"{p[0]}–{p[-1]}" if len(p) > 1 else str(p[0]) for p in parts)
