"""Find the row of headings in a sheet, and the layout that explains it best."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.importer.course_columns import course_columns, tell_of_courses
from dashboard.importer.head import TALLEST, Head
from dashboard.importer.layouts import layouts
from dashboard.importer.wide.subjects import subject_columns
from dashboard.spec.layout import Layout
from dashboard.spec.sheet import Sheet

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
    good = [heading for heading in _all(sheet, keys, forced) if forced or _sure(heading)]
    best = max((heading.rank for heading in good), default=None)
    equal = (heading for heading in good if heading.rank == best)
    return min(equal, key=lambda one: (one.top, one.layout.key, one.height), default=None)


def _sure(heading: Heading) -> bool:
    if heading.lacking or len(heading.columns) < 2:
        return False
    if heading.layout.refuse:
        return heading.share >= (heading.layout.share or SHARE["refused"])
    journal = heading.layout.reader == "journal"
    return journal or len(heading.columns) >= ENOUGH or heading.share >= SHARE["own"]


def _all(sheet: Sheet, keys: frozenset[str], forced: bool) -> Iterator[Heading]:
    """Of each row that heads anything, by the layouts that know most of its words first; those
    that cannot explain as much as one already found are not tried."""
    head = Head.of(sheet)
    places = [
        (number, top, key) for top in head.tops() for key, number in head.words(top, keys).items()
    ]
    most = 0
    for number, top, key in sorted(places, key=lambda place: (-place[0], *place[1:])):
        if number >= most or forced:
            for heading in _of_layout(head, top, layouts()[key]):
                yield heading
                most = max(most, len(heading.columns) if _sure(heading) else 0)


def _of_layout(head: Head, top: int, layout: Layout) -> Iterator[Heading]:
    """With one row of headings, with two … as long as the next row does not look like data."""
    for height in range(1, TALLEST + 1):
        if top + height > len(head.known):
            return
        heading = _heading(head, (top, height), layout)
        yield heading
        if _contradicts(head, heading):
            return


def _heading(head: Head, place: tuple[int, int], layout: Layout) -> Heading:
    """The lowest word over a column counts first: group heads stand above."""
    top, height = place
    sheet, rows = head.sheet, range(top + height - 1, top - 1, -1)
    columns: dict[str, int] = {}
    texts: dict[str, str] = {}
    used = 0
    for index in range(head.width):
        used += any(head.texts[row][index] for row in rows)
        for name, row in _names(layout.key, head, rows, index):
            if name not in columns:
                columns[name], texts[name] = index, head.texts[row][index]
                break
    for index, text in _courses(sheet, head.known, place, (layout, columns)).items():
        columns[f"course:{index}"], texts[f"course:{index}"] = index, text
    for index, text in _subjects(sheet, head.known, place, (layout, columns)).items():
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


def _names(key: str, head: Head, rows: range, index: int) -> Iterator[tuple[str, int]]:
    """What the column may be, and by which row: by its own words, by those above, by both."""
    for row in rows:
        names = head.known[row][index]
        if key in names and not (row < rows[0] and head.texts[row][index].endswith(":")):
            yield names[key], row
    if len(rows) > 1 and key in (both := head.joined(rows[0], index)):
        yield both[key], rows[0]


def _contradicts(head: Head, heading: Heading) -> bool:
    """The row below is data: under a heading that we know stands something that is none."""
    below, key = heading.top + heading.height, heading.layout.key
    if below >= len(head.known):
        return True
    for name, index in heading.columns.items():
        text = head.texts[below][index]
        if text and text != heading.texts[name] and key not in head.known[below][index]:
            return True
    return False


def _there(name: str, columns: Mapping[str, int]) -> bool:
    return any(column == name or column.startswith(f"{name}:") for column in columns)
