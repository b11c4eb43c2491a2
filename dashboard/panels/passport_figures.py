"""All figures of one school beside the district's: interval, gap in pupils, change on a year."""

from dashboard.i18n import number, t
from dashboard.metrics import Metric
from dashboard.metrics.registers import grades
from dashboard.metrics.unmarked import unmarked_grades
from dashboard.panels import lives, signed, words
from dashboard.panels.empty import nothing
from dashboard.panels.over_time import year_before
from dashboard.panels.passport import alone, own_school
from dashboard.panels.profile import Beside, beside, district_cell, name_of, real_tone
from dashboard.panels.trend import ranges
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import pair
from dashboard.statistics.gap import gap_in_pupils


def _figures(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """One row for each metric that the school has data of."""
    own, language = own_school(asking), view.language
    title = t(f"block.{page.key}.{block.key}", language)
    found = [one for key in block.metrics if (one := beside(key, asking)).has((own,))]
    if not found:
        return Panel(title, "", empty=nothing(asking))
    when = words.when(found[0].answer, language)
    return Panel(
        title=title,
        about=_about(t(f"block.{page.key}.{block.key}.about", language, when=when), found, asking),
        columns=columns(t("panel.name", language), language, _year(language)),
        rows=tuple(
            (
                Cell(name_of(one, found[0].answer, asking)),
                *figures(one.value(own), one.district, one.card, language),
                _change(one, own, asking),
            )
            for one in found
        ),
    )


make = alone(_figures)


def _about(said: str, found: list[Beside], asking: Asking) -> str:
    """With a note where the school has taken in another since a year ago."""
    note = lives.note((own_school(asking),), found[0].answer.taken, asking)
    return f"{said} {note}".strip()


def _year(language: str) -> Column:
    return Column("change", t("school.on_year_ago", language))


def columns(of_what: str, language: str, *more: Column) -> tuple[Column, ...]:
    return (
        Column("name", of_what),
        Column("value", t("school.here", language), unit="number"),
        Column("interval", t("panel.interval", language)),
        Column("district", t("compare.district", language), unit="number"),
        Column("gap", t("school.gap", language), unit="count"),
        *more,
    )


def figures(
    value: Value | None, district: float | None, card: Metric, language: str
) -> tuple[Cell, ...]:
    """Value, interval, the district's own, and how many pupils lie between the two."""
    said = words.parts(value, card.key, language)
    colour = real_tone(value, district, card)
    between = "" if value is None else words.interval(value, card.key, language)
    return (
        Cell(**said, tone=colour),
        Cell(between),
        district_cell(district, card, language),
        _gap(value, district, language),
    )


def _gap(value: Value | None, district: float | None, language: str) -> Cell:
    """Only of shares of pupils; without the district's value there is none."""
    if value is None or value.low is None or district is None:
        return Cell("", unit="count")
    gap = gap_in_pupils(value.value, value.pupils, district)
    return Cell(signed.whole(gap, language), gap, "count")


def _change(now: Beside, own: str, asking: Asking) -> Cell:
    """On the same period a year ago: real, not real, or why nothing is said. Of a count nothing:
    it goes with the number of pupils."""
    language, value = asking.view.language, now.value(own)
    if value is None or value.value is None or now.card.unit == "count":
        return Cell("")
    alike = _alike_grades(now.card, now.answer.taken.year, asking)
    value, before = _both_years(now, own, alike, asking)
    if value is None or value.value is None or before is None or before.value is None:
        hidden = any(each is not None and each.flag == "c" for each in (value, before))
        return Cell(t(f"panel.{'year_ago_hidden' if hidden else 'no_year_ago'}", language))
    apart = value.value - before.value
    said = _said(apart, value, before, now.card, language)
    if alike:
        said = t("school.change.grades", language, change=said, grades=ranges(alike))
    return Cell(said, apart)


def _both_years(
    now: Beside, own: str, alike: tuple[int, ...], asking: Asking
) -> tuple[Value | None, Value | None]:
    """This year's value and last year's, at the same period; of those grades, if any are named."""
    taken = now.answer.taken
    before = year_before(taken.year)
    where = {"year": (before, taken.year) if alike else (before,)}
    where |= {"period": (taken.period,)} if taken.period else {}
    where |= {"grade": alike} if alike else {}
    whole = dict.fromkeys(OF_SCHOOLS, ())
    found = asking.answer(now.card.key, ("year", "school"), **whole, **where).by_key()
    return found.get((taken.year, own)) if alike else now.value(own), found.get((before, own))


def _alike_grades(card: Metric, year: str, asking: Asking) -> tuple[int, ...]:
    """Where the two years gave marks in other grades, those of both: years are compared alike."""
    if "period" not in card.times:  # a test is of those who finish school
        return ()
    chosen = asking.view.filters.where().get("grade", ())
    known = [g for g in grades(asking.snapshot) if not chosen or g in chosen]
    here, there = (
        set(unmarked_grades(asking.snapshot, each)) & {*known} for each in (year, year_before(year))
    )
    return () if here == there else tuple(g for g in known if g not in here | there)


def _said(apart: float, value: Value, before: Value, card: Metric, language: str) -> str:
    """Without an interval nobody knows whether it is more than chance: the number alone."""
    if value.low is None or before.low is None:
        return _plain(apart, card, language)
    found = pair(value.value, value.pupils, before.value, before.pupils)
    kind = ("up" if apart > 0 else "down") if found.told_apart else "same"
    size = signed.points(apart, language, card.decimals)
    return t(f"school.change.{kind}", language, size=size)


def _plain(apart: float, card: Metric, language: str) -> str:
    """«−0,12»; of shares in percentage points."""
    if card.unit == "percent":
        return signed.points(apart, language, card.decimals)
    size = round(apart, card.decimals)
    sign = "+" if size > 0 else signed.MINUS if size < 0 else ""
    return sign + number(abs(size), language, card.decimals)
