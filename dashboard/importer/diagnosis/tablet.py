"""What the exports of tablets share: who the child is, and rows or problems of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dashboard.importer.diagnosis.together import together
from dashboard.importer.normalise.choice import choice, spellings
from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.flag import flag
from dashboard.importer.normalise.round import reading_round
from dashboard.importer.normalise.school_class import school_class
from dashboard.importer.normalise.text import plain
from dashboard.importer.normalise.year import year
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row
from dashboard.spec import core
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell

OWN = ("school_id", "class", "language", "gender", "round", "year")
LETTERS = {"K": "ky", "R": "ru", "U": "uz", "T": "tg"}  # of languages in the Kyrgyz EGRA
SLOW, FEW = 120, 10  # seconds and words: who got no further in the whole time has read nothing


class Wrong(ValueError):
    """A cell that cannot be read, and where it stands."""

    def __init__(self, check: str, heading: str, cell: Cell) -> None:
        super().__init__(check)
        self.heading, self.cell = heading, cell


@dataclass(frozen=True, slots=True)
class Child:
    """One row of the file, by the headings as they stand in it."""

    number: int
    cells: dict[str, Cell]

    def text(self, heading: str) -> str:
        return plain(self.cells.get(heading)).removesuffix(".0")

    def read(self, heading: str, how: Callable[[Cell], object]) -> object:
        """None where there is nothing; «.» is how tablets write it."""
        cell = self.cells.get(heading)
        if is_empty(cell) or plain(cell) == ".":
            return None
        try:
            return how(cell)
        except ValueError as error:
            raise Wrong(str(error), heading, cell) from None


def headings(table: Table) -> list[str]:
    return [plain(cell) for cell in table.sheet.rows[table.heading.top]]


def children(table: Table) -> list[Child]:
    heads = headings(table)
    rows = ((number, table.sheet.rows[number]) for number in table.body)
    return [Child(n + 1, dict(zip(heads, row))) for n, row in rows if any(map(plain, row))]


def reading(
    table: Table, found: Sequence[Child], one: Callable[[Child], dict[str, object]]
) -> tuple[tuple[Table, Reading], ...]:
    """`one` tells the values of a child; a bad row spoils no other."""
    rows: list[Row] = []
    problems: list[Problem] = []
    sheet = table.sheet.name
    for child in found:
        try:
            rows.append(Row("reading", sheet, child.number, one(child), table.heading.texts))
        except Wrong as wrong:
            text = "" if str(wrong) == "pupil_named" else plain(wrong.cell)
            about = {"column": wrong.heading, "value": text, "choices": "ky, kk, ru, uz, tg"}
            place = (sheet or None, child.number, wrong.heading, text)
            problems.append(Problem(str(wrong), "error", *place, about))
    whole, told = together(rows)
    read = Reading(whole, (), len(problems), (*problems, *told))
    return ((_own_columns(table), read),)


def refused(table: Table, check: str) -> tuple[tuple[Table, Reading], ...]:
    refusal = Problem(check, "error", table.sheet.name or None)
    return ((_own_columns(table), Reading(refusals=(refusal,))),)


def _own_columns(table: Table) -> Table:
    columns = {name: at for name, at in table.heading.columns.items() if name in OWN}
    return replace(table, heading=replace(table.heading, columns=columns))


def lacks_language(table: Table) -> bool:
    return "language" not in table.heading.columns and "language" not in table.labels


def of_child(table: Table, child: Child) -> dict[str, object]:
    """School, class, language … by their own columns; a gender coded 1 and 2 is not guessed."""
    texts = table.heading.texts
    values: dict[str, object] = {"language": _told_language(table)}
    if "school_id" in texts:
        values["school_id"] = child.text(texts["school_id"]) or None
    for name, how in (("language", _language), ("round", reading_round), ("year", year)):
        if name in texts and (said := child.read(texts[name], how)) is not None:
            values[name] = said
    if "class" in texts and (told := child.read(texts["class"], _class)):
        values |= {key: part for key, part in zip(("grade", "letter"), told) if part is not None}
    values["gender"] = _gender(child.text(texts.get("gender", "")))
    return values


def _class(cell: Cell) -> tuple:
    return school_class(int(cell) if isinstance(cell, float) else cell)


def _told_language(table: Table) -> str | None:
    label = table.labels.get("language")
    try:
        return _language(label.text) if label else None
    except ValueError:
        return None


def _language(cell: Cell) -> str:
    known = spellings(core.tables()["reading"].columns["language"])
    return LETTERS.get(plain(cell).upper()) or choice(cell, known)


def _gender(text: str) -> str | None:
    try:
        return choice(text, spellings(core.tables()["reading"].columns["gender"]))
    except ValueError:
        return None


def is_set(cell: Cell) -> bool:
    return flag(cell) if not isinstance(cell, bool) else cell


def asked_of(
    table: Table, found: Sequence[Child], questions: Sequence[str]
) -> dict[str, list[str]]:
    """Grade 2 has a question less than grade 4: those that some child of the grade answered."""
    grade = table.heading.texts.get("class", "")
    said: dict[str, list[str]] = {}
    for name in {child.text(grade) for child in found}:
        own = [child for child in found if child.text(grade) == name]
        used = [any(child.text(q) not in ("", ".") for child in own) for q in questions]
        last = len(used) - len(list(takewhile(lambda one: not one, reversed(used))))
        said[name] = list(questions[:last])
    return said


def has_read_nothing(stopped: bool, reached: int | None, seconds: float | None) -> bool:
    """Stopped early, or no further than the first line in the whole time."""
    return stopped or (reached is not None and reached <= FEW and (seconds or 0) >= SLOW)
