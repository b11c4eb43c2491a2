"""The few numbers that matter: value, change on a year ago, gap in pupils, what is behind."""

from dashboard.i18n import integer, number, plural, t
from dashboard.metrics import Metric, metric
from dashboard.metrics.expected import expected
from dashboard.panels import fifths, lives, words
from dashboard.panels.empty import nothing
from dashboard.panels.over_time import OverTime, over_time
from dashboard.panels.sparks import Row, spark
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import difference
from dashboard.statistics.gap import gap_in_pupils

COLUMNS = ("name", "value", "change", "gap", "detail")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each metric, one for the best and the worst fifth of schools by the first metric,
    one for the schools that reported. `marks["sparks"]` holds each row's way here, or None."""
    language = view.language
    title = t(f"block.{page.key}.{block.key}", language)
    by_school = over_time(block.metrics[0], asking, ("school",))
    rows = [_row(key, over_time(key, asking), asking) for key in block.metrics]
    if not by_school.now:
        return Panel(title, "", empty=nothing(asking))
    rows[2:2] = [fifths.row(by_school, language)]
    rows.append((_reported(by_school, asking), None))
    when = words.time(by_school.taken, language)
    return Panel(
        title=title,
        about=_about(
            t(f"block.{page.key}.{block.key}.about", language, when=when), by_school, asking
        ),
        columns=tuple(Column(name, t(f"panel.{name}", language)) for name in COLUMNS),
        rows=tuple(row for row, _ in rows),
        marks={"sparks": tuple(way for _, way in rows)},
    )


def _about(said: str, past: OverTime, asking: Asking) -> str:
    """With a note where a chosen school has taken in another since a year ago."""
    chosen = asking.view.filters.where().get("school", ())
    return f"{said} {lives.note(chosen, past.taken, asking)}".strip()


def _row(key: str, past: OverTime, asking: Asking) -> Row:
    language = asking.view.language
    name = t(f"metric.{key}", language)
    value, before = past.now.get(()), _there(past.year_ago.get(()))
    cells = (
        Cell(name),
        words.cell(value, key, language),
        _change(key, value, before, language),
        Cell(_gap(key, value, before, asking)),
        Cell(_behind(key, value, language)),
    )
    values = {time: groups[()].value for time, groups in past.like_now().items()}
    return cells, spark(name, values, lambda v: words.shown(v, key, language), language)


def _there(before: Value | None) -> Value | None:
    """Shown or hidden; None where nothing was sent a year ago."""
    return None if before is None or before.flag == "x" else before


def _change(key: str, value: Value | None, before: Value | None, language: str) -> Cell:
    if value is None or value.value is None or before is None or before.value is None:
        return Cell(_no_change(value, before, language), tone=0.0)
    card = metric(key)
    apart = value.value - before.value
    if card.interval and not _real(value, before):
        return Cell(t("panel.no_real_change", language), apart, tone=0.0)
    points = apart * 100 if card.unit == "percent" else apart
    way = "higher" if apart > 0 else "lower"
    if round(points, card.decimals) == 0:
        way = "same"
    size = number(abs(points), language, card.decimals)
    text = t(f"panel.{way}.{card.unit}", language, size=size)
    return Cell(text, apart, tone=_good_or_bad(apart, card))


def _real(value: Value, other: Value) -> bool:
    _, low, high = difference(value.value, value.pupils, other.value, other.pupils)
    return low > 0 or high < 0


def _good_or_bad(apart: float, card: Metric) -> float:
    """Without an interval nobody knows whether it is more than chance: no colour takes sides."""
    if not card.interval:
        return 0.0
    return float((apart > 0) - (apart < 0)) * (1 if card.better == "higher" else -1)


def _no_change(value: Value | None, before: Value | None, language: str) -> str:
    """Of a hidden value nothing is said, not even that last year's is missing."""
    if value is None or value.value is None:
        return ""
    return t("panel.no_year_ago" if before is None else "panel.year_ago_hidden", language)


def _gap(key: str, value: Value | None, before: Value | None, asking: Asking) -> str:
    """Chosen schools beside the district, the district beside itself a year ago; nothing where
    the two cannot be told apart."""
    if value is None or value.value is None or not metric(key).interval:
        return ""
    language = asking.view.language
    if OF_SCHOOLS & asking.view.filters.where().keys():
        return _beside_district(key, value, asking)
    if before is None or before.value is None or not _real(value, before):
        return ""
    return _pupils("year", gap_in_pupils(value.value, value.pupils, before.value), language)


def _beside_district(key: str, value: Value, asking: Asking) -> str:
    language = asking.view.language
    whole = asking.answer(key, **dict.fromkeys(OF_SCHOOLS, ())).together
    if whole is None:
        return ""
    if value.low <= whole <= value.high:
        district = words.shown(whole, key, language)
        return t("kpi.like_district", language, district=district)
    return _pupils("district", gap_in_pupils(value.value, value.pupils, whole), language)


def _pupils(beside: str, size: int, language: str) -> str:
    """None where it is less than one pupil."""
    if not size:
        return ""
    way, count = "more" if size > 0 else "fewer", abs(size)
    return plural(f"kpi.{beside}.{way}", count, language, number=integer(count, language))


def _behind(key: str, value: Value | None, language: str) -> str:
    if value is None or value.value is None:
        return t(f"flag.{value.flag if value else 'x'}", language)
    said = words.pupils(value.pupils, language)
    between = words.interval(value, key, language)
    return f"{said} · {between}" if between else said


def _reported(past: OverTime, asking: Asking) -> tuple[Cell, ...]:
    """Schools that were open then and that the filters take in, and those of them with marks."""
    language, chosen = asking.view.language, asking.view.filters.where()
    there = {key[0] for key, value in past.now.items() if value.flag != "x"}
    due = [each for each in expected(asking.snapshot, past.taken) if each.fits(chosen)]
    silent = [school.name for school in due if school.id not in there]
    detail = ", ".join(silent[:3]) + (" …" if len(silent) > 3 else "")
    sent = len(due) - len(silent)
    return (
        Cell(t("panel.schools_reported", language)),
        Cell(integer(sent, language), sent, "count"),
        Cell(plural("panel.of_schools", len(due), language), tone=0.0),
        Cell(""),
        Cell(detail),
    )
