"""How many rose to the norm, how many fell below it, and at which schools more than elsewhere."""

from dashboard.i18n import integer, plural, t
from dashboard.panels import empty, reading_words, words
from dashboard.panels.reading_children import Named, behind
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Sentences of all together; then schools beyond chance, those with fewest risen first."""
    key, language, stem = block.metrics[0], view.language, f"block.{page.key}.{block.key}"
    whole = asking.answer(key)
    if not any(row.flag not in ("x", "z") for row in whole.rows):
        return Panel(t(stem, language), "", empty=empty.why(page, block, asking))
    schools = asking.answer(key, ("school",))
    lower, higher = _beyond_chance(schools, asking.district(whole))
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=_columns(key, language),
        rows=tuple(_row(page, row, key, asking) for row in (*lower, *higher)),
        sentences=_said(whole, bool(lower or higher), asking),
        marks={"lower": len(lower)},
    )


def _columns(key: str, language: str) -> tuple[Column, ...]:
    return (
        Column("name", t("filter.school", language)),
        Column("value", t(f"metric.{key}", language), unit="percent"),
        Column("evidence", t("panel.detail", language)),
    )


def _beyond_chance(schools: Answer, centre: float | None) -> tuple[list[Value], list[Value]]:
    there = [row for row in schools.rows if row.value is not None and row.low is not None]
    if centre is None:
        return [], []
    lower = sorted((r for r in there if r.high < centre), key=lambda r: (r.value, r.key))
    higher = sorted((r for r in there if r.low > centre), key=lambda r: (-r.value, r.key))
    return lower, higher


def _row(page: Page, value: Value, key: str, asking: Asking) -> tuple[Cell, ...]:
    language, (school,) = asking.view.language, value.key
    name = words.name("school", school, asking.snapshot, language)
    href = reading_words.tab(page, asking.view, asking.view.tab, school=school)
    evidence = Cell(reading_words.of_children(value, key, language))
    return Cell(name, href=href), words.cell(value, key, language), evidence


def _said(whole: Answer, apart: bool, asking: Asking) -> tuple[str, ...]:
    language, found = asking.view.language, behind(whole, whole.taken, asking).get(())
    if found is None:
        return (t("reading_children.movers_hidden", language),)
    told = (_moved(found, language), _missing(found, language))
    return told if apart else (*told, t("reading_children.schools_alike", language))


def _moved(found: Named, language: str) -> str:
    names = ("normed", "risen", "fallen", "kept")
    counts = {name: integer(found[name], language) for name in names}
    return plural("reading_children.moved", found["normed"], language, **counts)


def _missing(found: Named, language: str) -> str:
    """Who is in one round only is in no figure of growth."""
    counts = {name: integer(found[name], language) for name in ("lost", "come")}
    return t("reading_children.missing", language, **counts)
