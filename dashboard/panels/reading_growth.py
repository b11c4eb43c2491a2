"""How far the same children came from the start of the year to its end."""

from dashboard.i18n import t
from dashboard.panels import empty, reading_words, words
from dashboard.panels.reading_children import Named, behind
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

BY = ("language", "grade")
OF_PAIRS = ("lost", "come")
OF_NORM = ("risen", "fallen", "kept")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each language of the test and grade: who is in both rounds, who only in one."""
    (gain, risen), language = block.metrics, view.language
    stem = f"block.{page.key}.{block.key}"
    answers = [asking.answer(key, BY) for key in (gain, risen)]
    if not any(row.flag not in ("x", "z") for row in answers[0].rows):
        return Panel(t(stem, language), "", empty=empty.why(page, block, asking))
    gains = answers[0].by_key()
    pairs, normed = (behind(answer, answers[1].taken, asking) for answer in answers)
    shown = [key for key, value in gains.items() if value.flag not in ("x", "z")]
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, year=answers[0].taken.year),
        columns=_columns(gain, language),
        rows=tuple(
            (
                *_row(gains[key], pairs.get(key), gain, language),
                *_of_norm(answers[1].by_key().get(key), normed.get(key), risen, language),
                *(words.count(_told(pairs.get(key), name), language) for name in OF_PAIRS),
            )
            for key in reading_words.in_order(shown)
        ),
    )


def _columns(gain: str, language: str) -> tuple[Column, ...]:
    counted = ("paired", *OF_NORM, *OF_PAIRS)
    titles = {name: t(f"reading_children.column.{name}", language) for name in counted}
    return (
        Column("name", t("reading.group_heading", language)),
        Column("paired", titles["paired"], unit="count"),
        Column("gain", t(f"metric.{gain}", language), unit="points"),
        *(Column(name, titles[name], unit="count") for name in (*OF_NORM, *OF_PAIRS)),
    )


def _row(value: Value, pairs: Named | None, gain: str, language: str) -> tuple[Cell, ...]:
    return (
        Cell(reading_words.group(*value.key, language)),
        words.count(_told(pairs, "paired"), language),
        words.cell(value, gain, language),
    )


def _of_norm(
    value: Value | None, normed: Named | None, risen: str, language: str
) -> tuple[Cell, ...]:
    """A grade without a norm says so: an empty place would look like nobody."""
    if normed and normed["normed"]:
        return tuple(words.count(normed[name], language) for name in OF_NORM)
    if value is not None and value.flag == "c":
        return tuple(words.cell(value, risen, language) for _ in OF_NORM)
    return tuple(Cell(t("reading.no_norm", language), flag="x") for _ in OF_NORM)


def _told(named: Named | None, name: str) -> int | None:
    return named[name] if named else None
