"""Find the row of headings in a sheet, and the layout that explains it best."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.importer.course_columns import course_columns, tell_of_courses
from dashboard.importer.labels import Label, labels
from dashboard.importer.layouts import layouts
from dashboard.importer.normalise.day_heading import is_day
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.year import without_year
from dashboard.importer.rounded import rounded
from dashboard.importer.wide.subjects import subject_columns
from dashboard.spec.layout import Layout
from dashboard.spec.sheet import Cell, Sheet

DEEPEST = 60  # rows of a sheet that are looked through
TALLEST = 4  # rows that headings may take
SHARE = {"own": 0.5, "refused": 0.75}  # of the headings that a layout must explain
ENOUGH = 5  # headings that do whatever their share


@dataclass(frozen=True, slots=True)
class Heading:
    """`columns` is where each known column stands, `texts` how the file heads it."""

    layout: Layout
    top: int
    height: int
    columns: Mapping[str, int]
    texts: Mapping[str, str]
    share: float

    @property
    def rank(self) -> tuple:
        """More headings explained; then the layout that has fewer others; then the nearest."""
        known = len(self.columns)
        return known, known / max(1, len(self.layout.columns)), -self.top, -self.height

    @property
    def lacking(self) -> tuple[str, ...]:
        return tuple(
            group[0]
            for group in self.layout.needs
            if not any(_there(name, self.columns) for name in group)
        )


def find(sheet: Sheet, keys: frozenset[str], forced: bool = False) -> Heading | None:
    """The best heading of the sheet among the layouts named; a forced one may be less sure."""
    good = (heading for heading in _all(sheet, keys) if forced or _sure(heading))
    return max(good, key=lambda heading: heading.rank, default=None)


def _sure(heading: Heading) -> bool:
    if heading.lacking or len(heading.columns) < 2:
        return False
    if heading.layout.refuse:
        return heading.share >= (heading.layout.share or SHARE["refused"])
    journal = heading.layout.reader == "journal"
    return journal or len(heading.columns) >= ENOUGH or heading.share >= SHARE["own"]


def _all(sheet: Sheet, keys: frozenset[str]) -> Iterator[Heading]:
    known = [_known(row) for row in sheet.rows[:DEEPEST]]
    for top, row in enumerate(known):
        if _is_label_line(sheet.rows[top], row):
            continue
        for key in sorted(_named(row, sheet.rows[top]) & keys):
            yield from _of_layout(sheet, known, top, layouts()[key])


def _is_label_line(row: tuple[Cell, ...], known: list[dict[str, str]]) -> bool:
    """«Учебный год: 2025-2026» right above the headings tells a value; it heads no column."""
    told = labels((), ((1, row),)).values()
    texts = [text for cell in row if (text := plain(cell))]
    headed = {plain(cell) for cell, names in zip(row, known) if names}
    if not told or any(_heads(label, headed, texts) for label in told):
        return False
    said = [text for label in told for text in (label.text, label.word) if text]
    return all(any(part in text for part in said) for text in texts)


def _heads(label: Label, headed: set[str], texts: list[str]) -> bool:
    """What stands beside the word is a heading too, and no colon says that it is its value."""
    marked = any(label.word in text and ":" in text for text in texts)
    return bool(label.word) and not marked and label.text in headed


def _named(known: list[dict[str, str]], row: tuple[Cell, ...]) -> set[str]:
    """Layouts that a word of the row speaks of; a 5 alone may be a count as well as a heading."""
    return {
        key
        for names, cell in zip(known, row)
        if isinstance(cell, str) and not cell.strip(" «»\"'").isdecimal()
        for key, name in names.items()
        if not name.startswith(("final:", "day:"))
    }


def _of_layout(sheet: Sheet, known: list, top: int, layout: Layout) -> Iterator[Heading]:
    """With one row of headings, with two … as long as the next row does not look like data."""
    for height in range(1, TALLEST + 1):
        if top + height > len(known):
            return
        heading = _heading(sheet, known, (top, height), layout)
        yield heading
        if _contradicts(sheet, known, heading):
            return


def _heading(sheet: Sheet, known: list, place: tuple[int, int], layout: Layout) -> Heading:
    """The lowest word over a column counts first: group heads stand above."""
    top, height = place
    columns: dict[str, int] = {}
    texts: dict[str, str] = {}
    used = 0
    for index in range(len(sheet.rows[top])):
        stack = [sheet.rows[row][index] for row in range(top + height - 1, top - 1, -1)]
        used += any(plain(cell) for cell in stack)
        levels = [known[row][index] for row in range(top + height - 1, top - 1, -1)]
        beside = _spread(sheet.rows[top + height - 2], index) if height > 1 else ""
        for name, cell in _names(layout, levels, stack, beside):
            if name not in columns:
                columns[name], texts[name] = index, plain(cell)
                break
    for index, text in _courses(sheet, known, place, (layout, columns)).items():
        columns[f"course:{index}"], texts[f"course:{index}"] = index, text
    for index, text in _subjects(sheet, known, place, (layout, columns)).items():
        columns[f"subject:{index}"], texts[f"subject:{index}"] = index, text
    return Heading(layout, top, height, columns, texts, len(columns) / max(1, used))


def _courses(
    sheet: Sheet, known: list, place: tuple[int, int], found: tuple[Layout, Mapping[str, int]]
) -> dict[int, str]:
    """Of a staff list: the headings that no layout knows, over marks."""
    layout, columns = found
    teacher = columns.get("teacher_id", columns.get("teacher"))
    if "course" not in layout.columns or teacher is None:
        return {}
    courses = course_columns(sheet, known, place, teacher)
    return courses if tell_of_courses(sheet, sum(place), courses) else {}


def _subjects(
    sheet: Sheet, known: list, place: tuple[int, int], found: tuple[Layout, Mapping[str, int]]
) -> dict[int, str]:
    """Of a list of pupils: the headings of subjects, over marks. A journal has final ones."""
    layout, columns = found
    if layout.reader != "class_list" or "pupil" not in columns:
        return {}
    return subject_columns(sheet, known, place, columns["pupil"])


def _names(
    layout: Layout, levels: list, stack: list[Cell], group: str
) -> Iterator[tuple[str, Cell]]:
    """What the column may be, by its own words, by those above, by both together."""
    for level, (names, cell) in enumerate(zip(levels, stack)):
        if layout.key in names and not (level and plain(cell).endswith(":")):
            yield names[layout.key], cell
    joined = _index().get(fold(f"{group} {plain(stack[0])}"), {}) if group else {}
    if layout.key in joined:
        yield joined[layout.key], stack[0]


def _spread(row: tuple[Cell, ...], index: int) -> str:
    """The group head over a column: without merged cells it stands over the first alone."""
    return next((text for cell in row[index::-1] if (text := plain(cell))), "")


def _contradicts(sheet: Sheet, known: list, heading: Heading) -> bool:
    """The row below is data: under a heading that we know stands something that is none."""
    below = heading.top + heading.height
    if below >= len(known):
        return True
    for name, index in heading.columns.items():
        text = plain(sheet.rows[below][index])
        if text and text != heading.texts[name] and heading.layout.key not in known[below][index]:
            return True
    return False


def _there(name: str, columns: Mapping[str, int]) -> bool:
    return any(column == name or column.startswith(f"{name}:") for column in columns)


def _known(row: tuple[Cell, ...]) -> list[dict[str, str]]:
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
