"""Columns of a list of pupils that head a subject: by what they are called and what they hold."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache

from dashboard.importer.normalise.group import part_group
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.text import plain, skeleton
from dashboard.importer.wide.mark import final_mark, is_dash
from dashboard.importer.wide.summary import summary
from dashboard.spec.sheet import Cell, Sheet
from dashboard.store import reference

DEEP_ENOUGH = 300  # rows that are looked at
NAMES = ("name_en", "name_ky", "name_kk", "name_ru")


def subject_columns(
    sheet: Sheet, known: Sequence[Sequence[Mapping]], place: tuple[int, int], pupil: int
) -> dict[int, str]:
    """Right of the pupils. One at least must be a subject that every district has, with marks."""
    top, height = place
    rows = sheet.rows[top + height : top + height + DEEP_ENOUGH]
    called = plain(sheet.rows[top + height - 1][pupil])
    pupils = [place for place, row in enumerate(rows) if _is_name(row[pupil], called)]
    above = rows[: pupils[0]] if pupils else rows
    if any(_is_word(cell) for row in above for cell in row[pupil + 1 :]):
        return {}  # the headings go on below
    body = [rows[place] for place in pupils]
    found, sure = {}, False
    for index in range(pupil + 1, len(sheet.rows[top])):
        levels = range(top + height - 1, top - 1, -1)
        head = next((row for row in levels if plain(sheet.rows[row][index])), None)
        text = "" if head is None else _heading(sheet, known, (top, head), index)
        cells = [row[index] for row in body]
        if text and (_holds_marks(cells) or (is_subject(text) and any(map(plain, cells)))):
            found[index] = text
            sure = sure or (is_subject(text) and _holds_marks(cells))
    return found if sure else {}


def period_over(table_rows: Sequence[Sequence[Cell]], index: int) -> str | None:
    """The period that heads a column of marks, where each subject has one for every period."""
    for row in table_rows:
        with suppress(ValueError):
            return period(row[index])
    return None


def _heading(
    sheet: Sheet, known: Sequence[Sequence[Mapping]], rows: tuple[int, int], index: int
) -> str:
    """The subject's name, also where it stands over its periods; "" for any other column."""
    top, head = rows
    text = plain(sheet.rows[head][index])
    if head > top and period_over([sheet.rows[head]], index):
        above = next(
            (said for cell in sheet.rows[head - 1][index::-1] if (said := plain(cell))), ""
        )
        return above if is_subject(above) else ""
    if _beside(sheet, head, index):
        return ""
    return text if is_subject(text) or (_is_word(text) and not known[head][index]) else ""


def is_subject(text: str) -> bool:
    return skeleton(part_group(text)[0]) in _shipped()


def _is_name(cell: Cell, heading: str) -> bool:
    return _is_word(cell) and plain(cell) != heading and summary(plain(cell)) is None


def _is_word(cell: Cell) -> bool:
    return any(map(str.isalpha, plain(cell)))


def _beside(sheet: Sheet, row: int, index: int) -> bool:
    """A group head over several columns names none of them."""
    cells = sheet.rows[row]
    return (row, index) in sheet.filled and index > 0 and cells[index - 1] == cells[index]


def _holds_marks(cells: Sequence[Cell]) -> bool:
    """Half of what stands there are marks. Under a subject's name the others are told of."""
    said = [cell for cell in cells if plain(cell) and not is_dash(cell)]
    marks = [cell for cell in said if final_mark(cell) not in (None, "no_mark")]
    return bool(marks) and len(marks) * 2 >= len(said)


@cache
def _shipped() -> frozenset[str]:
    rows = reference.shipped("subjects")
    names = {row[name] for row in rows for name in NAMES if row[name]}
    names |= {alias for row in rows for alias in (row["aliases"] or "").split(";")}
    return frozenset(filter(None, map(skeleton, names)))
