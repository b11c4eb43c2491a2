"""What a cell may head: in which layouts, and as which of their columns."""

from functools import cache

from dashboard.importer.layouts import layouts
from dashboard.importer.normalise.day_heading import is_day
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.year import without_year
from dashboard.importer.rounded import rounded
from dashboard.spec.sheet import Cell

Names = dict[str, str]  # layout → column


def known(row: tuple[Cell, ...]) -> list[Names]:
    """For each cell: the layouts that know it as a heading, and as which column."""
    return [_meaning(text) if (text := plain(cell)) else {} for cell in row]


@cache
def _meaning(text: str) -> dict[str, str]:
    if len(text) > 120:
        return {}
    found = _index().get(fold(text)) or _index().get(fold(without_year(text)), {})
    return found | _finals(text) | _days(text) | ({} if found else _rounded(text))


def _finals(text: str) -> dict[str, str]:
    """«1 ЧТ» heads the final marks of a period."""
    try:
        name = f"final:{period(text)}"
    except ValueError:
        return {}
    journals = (layout for layout in layouts().values() if "final" in layout.columns)
    return {layout.key: name for layout in journals}


def _days(text: str) -> dict[str, str]:
    """«12.10», «1-күн» heads a day of a course."""
    if not is_day(text):
        return {}
    sheets = (layout for layout in layouts().values() if "day" in layout.columns)
    return {layout.key: f"day:{fold(text)}" for layout in sheets}


def _rounded(text: str) -> dict[str, str]:
    """«Слов (начало года)» heads the words of a round."""
    wide = (layout for layout in layouts().values() if layout.reader == "reading_sheet")
    return {
        layout.key: ":".join(told)
        for layout in wide
        if (told := rounded(text, own_headings(layout.key)))
    }


def joined(group: str, cell: Cell) -> Names:
    """A group head and the word below it, read together."""
    return _index().get(fold(f"{group} {plain(cell)}"), {}) if group else {}


@cache
def own_headings(key: str) -> dict[str, str]:
    """Folded heading → column of one layout."""
    return {text: names[key] for text, names in _index().items() if key in names}


@cache
def _index() -> dict[str, dict[str, str]]:
    """Folded heading → layout → column. The first column that claims a heading keeps it."""
    index: dict[str, dict[str, str]] = {}
    for layout in layouts().values():
        for name, column in layout.columns.items():
            for heading in (text for texts in column.headings.values() for text in texts):
                index.setdefault(fold(heading), {}).setdefault(layout.key, name)
    return index
