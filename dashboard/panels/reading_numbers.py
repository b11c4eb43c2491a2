"""Reading in four numbers: at the norm, without a word, risen in a year, tested of listed."""

from dashboard.i18n import integer, number, t
from dashboard.metrics import metric
from dashboard.metrics.norms import covered
from dashboard.panels import empty, reading_words, words
from dashboard.panels.over_time import year_before
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Taken, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import pair

Row = tuple[Cell, ...]
COLUMNS = ("name", "value", "change", "gap", "detail")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`metrics` are the four, in this order. Each card leads to the tab that says more."""
    at_norm, zero, risen, tested = block.metrics
    language, stem = view.language, f"block.{page.key}.{block.key}"
    answer, listed = asking.answer(at_norm), asking.answer(tested)
    if listed.taken.year is None or not any(row.flag != "x" for row in listed.rows):
        return Panel(t(stem, language), "", empty=empty.why(page, block, asking))
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, when=words.when(answer, language)),
        columns=tuple(Column(name, t(f"panel.{name}", language)) for name in COLUMNS),
        rows=(
            _at_norm(page, at_norm, answer, asking),
            _zero(page, zero, asking),
            _risen(page, risen, asking),
            _tested(page, tested, listed, asking),
        ),
    )


def _at_norm(page: Page, key: str, answer: Answer, asking: Asking) -> Row:
    value, language = _only(answer), asking.view.language
    href = reading_words.tab(page, asking.view, "schools")
    made = reading_words.share(value, key, language)
    if value is None or value.value is None:
        return _row(_name(key, href, language), made, _signs(value, language))
    detail = reading_words.of_children(value, key, language)
    change, start = _changes(key, value, answer.taken, asking)
    return _row(_name(key, href, language), made, detail, change, start)


def _zero(page: Page, key: str, asking: Asking) -> Row:
    """How many children; the change is of their share, since not as many are tested each time."""
    answer, language = asking.answer(key), asking.view.language
    value = _only(answer)
    name = _name(key, reading_words.tab(page, asking.view, "spread"), language)
    if value is None or value.value is None:
        return _row(name, words.cell(value, key, language), _signs(value, language))
    said = words.shown(value.value, key, language)
    detail = f"{said} · {reading_words.of_children(value, key, language)}"
    count = round(value.numerator)
    change, start = _changes(key, value, answer.taken, asking)
    made = Cell(integer(count, language), count, "count", flag=value.flag, value=value)
    return _row(name, made, detail, change, start)


def _risen(page: Page, key: str, asking: Asking) -> Row:
    """Of its own year: the latest in which children were tested at the start and at the end."""
    answer, language = asking.answer(key), asking.view.language
    value = _only(answer)
    name = _name(key, reading_words.tab(page, asking.view, "growth"), language)
    if value is None or value.flag in ("x", "z"):
        return _row(name, words.cell(None, key, language), t("reading.not_twice", language))
    if value.value is None:
        return _row(name, words.cell(value, key, language), _signs(value, language))
    detail = f"{answer.taken.year} · {reading_words.of_children(value, key, language)}"
    return _row(name, words.cell(value, key, language), detail)


def _tested(page: Page, key: str, answer: Answer, asking: Asking) -> Row:
    value, language = _only(answer), asking.view.language
    name = _name(key, reading_words.tab(page, asking.view, "help"), language)
    made = words.cell(value, key, language)
    if value is None or value.value is None:
        return _row(name, made, _signs(value, language))
    return _row(name, made, reading_words.of_children(value, key, language))


def _changes(key: str, value: Value, taken: Taken, asking: Asking) -> tuple[Cell, str]:
    """On the same round a year ago, and on the start of the year where this is a later round."""
    earlier = _then(key, asking, year_before(taken.year), taken.round)
    change = _change(key, "year_ago", value, earlier, asking)
    if not _has_start(taken, asking):
        return change, ""
    start = _then(key, asking, taken.year, reading_words.ROUNDS[0])
    return change, "" if start is None else _change(key, "start", value, start, asking).text


def _has_start(taken: Taken, asking: Asking) -> bool:
    """Not where the set has norms for other grades then: it would be about other children."""
    now, first = taken.round, reading_words.ROUNDS[0]
    if now == first or taken.norm_set is None:
        return now != first
    here, there = (covered(asking.snapshot, taken.norm_set, when) for when in (now, first))
    return here == there


def _then(key: str, asking: Asking, year: str, round_: str) -> Value | None:
    """None where nobody was tested then, or there was no norm."""
    value = _only(asking.answer(key, year=(year,), round=(round_,)))
    return None if value is None or value.flag in ("x", "z") else value


def _change(key: str, on: str, value: Value, before: Value | None, asking: Asking) -> Cell:
    language = asking.view.language
    if before is None or before.value is None:
        why = "none" if before is None else "hidden"
        return Cell(t(f"reading.{on}.{why}", language), tone=0.0)
    found = pair(value.value, value.pupils, before.value, before.pupils)
    if not found.told_apart:
        return Cell(t(f"reading.{on}.same", language), found.apart, tone=0.0)
    way = "higher" if found.apart > 0 else "lower"
    size = number(abs(found.apart) * 100, language, metric(key).decimals)
    good = (found.apart > 0) == (metric(key).better == "higher")
    return Cell(
        t(f"reading.{on}.{way}", language, size=size), found.apart, tone=1.0 if good else -1.0
    )


def _only(answer: Answer) -> Value | None:
    return next(iter(answer.rows), None)


def _signs(value: Value | None, language: str) -> str:
    flag = value.flag if value else "x"
    return t("reading.no_norms" if flag == "z" else f"flag.{flag}", language)


def _name(key: str, href: str, language: str) -> Cell:
    return Cell(t(f"metric.{key}", language), href=href)


def _row(name: Cell, value: Cell, detail: str, change: Cell | None = None, start: str = "") -> Row:
    return name, value, change or Cell("", tone=0.0), Cell(start), Cell(detail)
