"""How the children are spread over words a minute: one small histogram per grade and language."""

from dashboard.i18n import integer, number, t
from dashboard.metrics.norms import benchmark
from dashboard.panels import empty, reading_words, words
from dashboard.panels.view import Asking, View
from dashboard.settings import Settings
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

Group = tuple[str, int]  # language of the test, grade
WIDE = 10  # words of a band; the first two are none at all and 1-9


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row is a band of a group. `marks["groups"]` are (name, its language, how many of the rows
    are its own, its norm or None, the words for the norm)."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    answer = asking.answer(block.metrics[0], ("language", "grade", "band"))
    found = _groups(answer)
    if not found:
        return Panel(t(stem, language), "", empty=empty.why(page, block, asking))
    norm_set = chosen(asking.settings, view)
    named = words.name("norm_set", norm_set, asking.snapshot, language)
    when = words.when(answer, language)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, when=when, norm_set=named),
        columns=_columns(block.metrics[0], language),
        rows=tuple(_row(group, row, language) for group in found for row in found[group]),
        marks={"groups": tuple(_mark(g, found[g], norm_set, answer, asking) for g in found)},
    )


def chosen(settings: Settings, view: View) -> str:
    """The set whose norms are the lines: the metric itself has none."""
    return (view.filters.where().get("norm_set") or (settings.norm_set,))[-1]


def _groups(answer: Answer) -> dict[Group, list[Value]]:
    """Of a hidden group one row, of the others each band that has anybody."""
    found: dict[Group, list[Value]] = {}
    for row in answer.rows:
        if row.flag != "x" and row.key[2] is not None:
            found.setdefault(row.key[:2], []).append(row)
    return {key: _seen(found[key]) for key in reading_words.in_order(found)}


def _seen(rows: list[Value]) -> list[Value]:
    if any(row.flag == "c" for row in rows):
        return [rows[0]._replace(key=(*rows[0].key[:2], None))]
    return sorted(rows, key=lambda row: row.key[2])


def _columns(key: str, language: str) -> tuple[Column, ...]:
    return (
        Column("group", t("reading.group_heading", language)),
        Column("band", t("filter.band", language)),
        Column("value", t(f"metric.{key}", language), unit="percent"),
        Column("children", t("reading.children_heading", language), unit="count"),
    )


def _row(group: Group, value: Value, language: str) -> tuple[Cell, ...]:
    """The band's own number is where it begins."""
    band = value.key[2]
    share = words.cell(value, "reading_spread", language)
    return (
        Cell(reading_words.group(*group, language)),
        Cell("") if band is None else Cell(band_name(band, language), band),
        share._replace(flag="c" if band is None else share.flag),
        words.count(value.numerator, language),
    )


def band_name(band: int, language: str) -> str:
    """«0», «1–9», «40–49»."""
    last = WIDE - 1 if band == 1 else band + WIDE - 1
    return "0" if not band else f"{integer(band, language)}–{integer(last, language)}"


def _mark(
    group: Group, rows: list[Value], norm_set: str, answer: Answer, asking: Asking
) -> tuple[str, str, int, float | None, str]:
    language = asking.view.language
    norm = benchmark(asking.snapshot, norm_set, *group, answer.taken.round)
    said = "" if norm is None else t("reading.norm", language, words=number(norm, language, 0))
    return reading_words.group(*group, language), group[0], len(rows), norm, said
