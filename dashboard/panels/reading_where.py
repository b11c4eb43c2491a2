"""Where most children read less than the norm asks: schools, and of one school its classes."""

from dashboard.i18n import integer, plural, t
from dashboard.panels import empty, reading_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

MOST = 7
SCHOOL, CLASS = ("school",), ("school", "grade", "letter")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """By the number of children, so that help goes where most of them are; `metrics` are the share
    at the norm and those who read no word."""
    key, zero = block.metrics
    language, stem = view.language, f"block.{page.key}.{block.key}"
    answer = asking.answer(key, _by(view))
    if not reading_words.there(answer):
        why = "no_norms" if any(row.flag == "z" for row in answer.rows) else ""
        said = t(f"reading.{why}", language) if why else empty.why(page, block, asking)
        return Panel(t(stem, language), "", empty=said)
    none_read = _none_read(zero, answer, asking)
    found = _most(answer)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, when=words.when(answer, language)),
        columns=(
            Column("name", t("attention.what", language)),
            Column("evidence", t("attention.evidence", language)),
        ),
        rows=tuple(_row(page, row, none_read.get(row.key), asking) for row in found),
        sentences=() if found else (t("reading.nobody_below", language),),
        marks={"hint": _hint(answer, asking)},
    )


def _by(view: View) -> tuple[str, ...]:
    """Classes only inside of one school: a district has too many to be told apart."""
    return CLASS if len(view.filters.where().get("school", ())) == 1 else SCHOOL


def _most(answer: Answer) -> list[Value]:
    found = [row for row in answer.rows if row.value is not None and _below(row)]
    return sorted(found, key=lambda row: (-_below(row), row.value, *map(str, row.key)))[:MOST]


def _below(value: Value) -> int:
    return round(value.denominator - value.numerator)


def _none_read(key: str, beside: Answer, asking: Asking) -> dict[tuple, Value]:
    """Of the same year and round as the others."""
    at = {"year": (beside.taken.year,), "round": (beside.taken.round,)}
    return asking.answer(key, _by(asking.view), **at).by_key()


def _row(page: Page, value: Value, zero: Value | None, asking: Asking) -> tuple[Cell, ...]:
    language, (school, *of_class) = asking.view.language, value.key
    name, where = words.name("school", school, asking.snapshot, language), {"school": school}
    if of_class:
        grade, letter = of_class
        name = t("reading.class", language, grade=grade, letter=letter or "")
        where["grade"] = grade
    below = _below(value)
    said = plural("reading.below", below, language, number=integer(below, language), name=name)
    href = reading_words.tab(page, asking.view, asking.view.tab, **where)
    return Cell(said, below, "text", tone=-1.0, href=href), Cell(_evidence(value, zero, language))


def _evidence(value: Value, zero: Value | None, language: str) -> str:
    """Those who read no word are of all tested, also of grades without a norm."""
    tested = round(value.denominator)
    share = words.shown(1 - value.value, "reading_benchmark", language, 0)
    said = plural(
        "reading.of_tested", tested, language, number=integer(tested, language), share=share
    )
    if zero is None or not zero.numerator:
        return said
    none = round(zero.numerator)
    return f"{said} · {plural('reading.none', none, language, number=integer(none, language))}"


def _hint(answer: Answer, asking: Asking) -> str:
    if not any(row.flag == "c" for row in answer.rows):
        return ""
    return t("reading.not_named", asking.view.language, limit=asking.settings.hide_below)
