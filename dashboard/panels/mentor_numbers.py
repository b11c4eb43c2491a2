"""The mentors in a few numbers: who is there, whom they reach, what needs care; and a year ago."""

from dataclasses import replace

from dashboard.i18n import day, integer, number, plural, t
from dashboard.metrics import metric
from dashboard.metrics.mentor_meetings import quiet, settled
from dashboard.metrics.mentor_terms import ending
from dashboard.metrics.mentoring import years_before
from dashboard.panels import mentor_words, staff, words
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import pair

Row = tuple[Cell, ...]
COLUMNS = ("name", "value", "change", "gap", "detail")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`metrics` are the mentors, the young specialists and the schools."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    then = _a_year_ago(known, asking)
    live, young, reach = block.metrics
    stem = f"block.{page.key}.{block.key}"
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, day=day(known.on, language)),
        columns=tuple(Column(name, t(f"panel.{name}", language)) for name in COLUMNS),
        rows=(
            _of_metric(live, asking, then),
            _ending(known, page, asking),
            _pairs(known, then, asking),
            _of_metric(young, asking, then),
            _of_metric(reach, asking, then),
            _quiet(known, page, asking),
        ),
    )


def _a_year_ago(known: Seen, asking: Asking) -> Asking | None:
    """The same view a year before; None where the register does not reach back so far."""
    then = years_before(known.on, 1)
    if not any(each.start <= then for each in (*known.register.terms, *known.register.pairs)):
        return None
    filters = asking.view.filters
    on = FilterState(filters.specs, {**filters.values, "on": (then.isoformat(),)})
    return replace(asking, view=replace(asking.view, filters=on))


def _of_metric(key: str, asking: Asking, then: Asking | None) -> Row:
    language, value = asking.view.language, _value(key, asking)
    before = _value(key, then) if then else None
    return (
        Cell(t(f"metric.{key}", language)),
        words.cell(value, key, language),
        _change(key, value, before, language),
        Cell(""),
        Cell(_behind(key, value, language)),
    )


def _value(key: str, asking: Asking) -> Value | None:
    rows = asking.answer(key).rows
    return rows[0] if rows and rows[0].flag != "x" else None


def _change(key: str, value: Value | None, before: Value | None, language: str) -> Cell:
    """Of a hidden value nothing is said, not even that last year's is missing."""
    if value is None or value.value is None:
        return Cell("", tone=0.0)
    if before is None or before.value is None:
        why = "no_year_ago" if before is None else "year_ago_hidden"
        return Cell(t(f"panel.{why}", language), tone=0.0)
    card, apart = metric(key), value.value - before.value
    if card.interval and not _real(value, before):
        return Cell(t("panel.no_real_change", language), tone=0.0)
    if card.unit == "count":
        return _counted(apart, language)
    way = "higher" if apart > 0 else "lower" if apart else "same"
    size = number(abs(apart) * 100, language, card.decimals)
    return Cell(t(f"panel.{way}.{card.unit}", language, size=size), apart, tone=float(apart))


def _real(value: Value, before: Value) -> bool:
    return pair(value.value, value.pupils, before.value, before.pupils).told_apart


def _counted(apart: float, language: str) -> Cell:
    """More pairs are no merit by themselves: no colour takes sides."""
    way = "higher" if apart > 0 else "lower" if apart else "same"
    size = integer(abs(round(apart)), language)
    return Cell(t(f"mentors.change.{way}", language, size=size), apart, tone=0.0)


def _behind(key: str, value: Value | None, language: str) -> str:
    """«38 of 45 schools», «61 of 90 young specialists · 57–77 %»."""
    if value is None or value.value is None:
        return t(f"flag.{value.flag if value else 'x'}", language)
    above, below = (integer(round(n), language) for n in (value.numerator, value.denominator))
    said = t(f"mentors.behind.{key}", language, above=above, below=below)
    between = words.interval(value, key, language)
    return f"{said} · {between}" if between else said


def _ending(known: Seen, page: Page, asking: Asking) -> Row:
    language = asking.view.language
    if not staff.counts_mentors(asking):
        return _withheld("mentors.ending_soon", language)
    until = mentor_words.until(page, asking.view, known.on)
    count = len(ending(known.register.terms, known.live, until))
    detail = t("mentors.until", language, day=day(until, language))
    return _row("mentors.ending_soon", count, "", detail, asking)


def _pairs(known: Seen, then: Asking | None, asking: Asking) -> Row:
    language, before = asking.view.language, seen(then) if then else None
    if not staff.counts_mentors(asking):
        return _withheld("mentors.pairs", language)
    apart = len(known.links) - len(before.links) if before else None
    change = "" if apart is None else _counted(apart, language).text
    mentees = len({link.mentee for link in known.links})
    said = plural("mentors.mentees", mentees, language, number=integer(mentees, language))
    return _row("mentors.pairs", len(known.links), change, said, asking)


def _quiet(known: Seen, page: Page, asking: Asking) -> Row:
    """Without a register of events nobody knows who met: that is not 0."""
    language = asking.view.language
    if not known.register.events:
        said = t("mentors.no_events", language)
        sign = Cell(words.NOTHING, unit="count", flag="x")
        return Cell(t("mentors.quiet_pairs", language)), sign, Cell(""), Cell(""), Cell(said)
    if not staff.counts_mentors(asking):
        return _withheld("mentors.quiet_pairs", language)
    count = len(quiet(known.links, known.register.events, known.on))
    old = settled(known.links, known.on)
    detail = plural("mentors.settled", old, language, number=integer(old, language))
    name, *others = _row("mentors.quiet_pairs", count, "", detail, asking)
    return name._replace(href=mentor_words.tab(page, asking.view, "calendar")), *others


def _withheld(name: str, language: str) -> Row:
    """As a hidden metric is told."""
    sign = Cell("c", unit="count", flag="c")
    return Cell(t(name, language)), sign, Cell(""), Cell(""), Cell(t("flag.c", language))


def _row(name: str, count: int, change: str, detail: str, asking: Asking) -> Row:
    language = asking.view.language
    shown = Cell(integer(count, language), count, "count")
    return Cell(t(name, language)), shown, Cell(change, tone=0.0), Cell(""), Cell(detail)
