"""In words: which groups are apart from the district by more than chance explains."""

from dashboard.i18n import plural, t
from dashboard.panels import words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.intervals import wilson

Z998 = 3.0902323061678132  # of 45 schools chance alone flags one in twelve districts


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Sentences on who is lower, who is higher, and that the others cannot be told apart."""
    key, dimension, language = block.metrics[0], block.by[0], view.language
    answer = asking.answer(key, (dimension,))
    reference = asking.district(answer)
    title = t(f"block.{page.key}.{block.key}", language)
    values = [row for row in answer.rows if row.value is not None]
    if reference is None or len(values) < 2:
        why = "nothing_to_compare" if any(row.flag != "x" for row in answer.rows) else "empty"
        return Panel(title, "", empty=t(f"panel.{why}", language))
    far = sorted(values, key=lambda value: value.value)
    lower = [v for v in far if _apart(v, reference) < 0]
    higher = [v for v in reversed(far) if _apart(v, reference) > 0]
    counts = {
        "lower_than": len(lower),
        "higher_than": len(higher),
        "rest": len(values) - len(lower) - len(higher),
        "hidden": sum(row.flag == "c" for row in answer.rows),
    }
    district = words.reference(reference, key, language)
    rows = tuple(_row(page, block, value, asking) for value in (*lower, *higher))
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, district=district),
        columns=(
            Column("name", t(f"filter.{dimension}", language)),
            Column("value", t(f"metric.{key}", language), unit=asking.unit(key)),
            Column("interval", t("panel.interval", language)),
        ),
        rows=rows,
        sentences=_sentences(counts, dimension, language),
        reference=reference,
        marks={"lower": len(lower), "named": bool(lower) + bool(higher)},
    )


def _apart(value: Value, district: float) -> int:
    low, high = wilson(value.value, value.pupils, Z998)
    return (low > district) - (high < district)


def _sentences(counts: dict[str, int], dimension: str, language: str) -> tuple[str, ...]:
    """Each says of what it counts: a bare number beside «district» reads as so many districts."""
    return tuple(
        plural(f"panel.{key}.{dimension}", count, language)
        for key, count in counts.items()
        if count
    )


def _row(page: Page, block: Block, value: Value, asking: Asking) -> tuple[Cell, ...]:
    key, dimension, language = block.metrics[0], block.by[0], asking.view.language
    text = words.name(dimension, value.key[0], asking.snapshot, language)
    href = block.path(page) + asking.view.narrower(**{dimension: value.key[0]})
    between = words.interval(value, key, language)
    return (Cell(text, href=href), words.cell(value, key, language), Cell(between))
