"""Label lines: «Школа: № 5», alone in a cell, beside its value, or outside the table."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.told_day import told_or_none
from dashboard.importer.normalise.words import words
from dashboard.importer.normalise.year import year
from dashboard.importer.register import is_numbered_school
from dashboard.spec.sheet import Cell

PATH = Path(__file__).with_name("labels.toml")


@dataclass(frozen=True, slots=True)
class Label:
    """`row` is None for a line outside the table; `word` is the label as it stands."""

    text: str
    word: str
    row: int | None = None


def labels(lines: Iterable[str], rows: Iterable[tuple[int, tuple[Cell, ...]]]) -> dict[str, Label]:
    """What the lines and the rows above a table tell; a lower one counts before a higher."""
    found: dict[str, Label] = {}
    for line in lines:
        found.update(_in_row((line,), None))
    for number, row in rows:
        found.update(_in_row(row, number))
    return found


def _in_row(row: tuple[Cell, ...], number: int | None) -> dict[str, Label]:
    cells = [plain(cell) for cell in row]
    found: dict[str, Label] = {}
    for index, text in enumerate(cells):
        if text:
            beside = next((cell for cell in cells[index + 1 :] if cell and cell != text), "")
            found = {key: Label(*told, number) for key, told in _in_cell(text, beside)} | found
    day = next((text for text in cells if _is_as_of(text)), None)
    told = {"day": Label(day, "", number)} if day else {}
    return told | (found or _lone({text for text in cells if text}, number))


def _is_as_of(text: str) -> bool:
    """«Список педагогов на 01.11.2026», «01.11.2026-жылга карата», or the day alone."""
    told = told_or_none(text)
    if told is None or told.first != told.last:
        return False
    filler = words("list_day", "filler")
    before = fold(told.before).split()
    after = [word for word in fold(told.after).split() if word not in filler]
    ends = any(" ".join(before).endswith(f" {word}") for word in words("list_day", "before"))
    begins = " ".join(after).startswith(tuple(words("list_day", "after")))
    alone = " ".join(before) in words("list_day", "before") | {""}
    return (not after and (ends or alone)) or begins


def _in_cell(text: str, beside: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """A cell may hold several labels with their values: «Школа: № 5, Класс: 8А»."""
    marks = list(_pattern().finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends):
        value = text[mark.end() : end].strip(" ,;|\t")
        value = value or (_value(beside) if end == len(text) else "")
        if value:
            yield _keys()[fold(mark.group(1))], (value, mark.group(1))
    if not marks and fold(text) in _keys() and _value(beside):
        yield _keys()[fold(text)], (beside, text)


def _value(text: str) -> str:
    """The neighbour of a label, unless it is a label itself."""
    return "" if _pattern().match(text) or fold(text) in _keys() else text


def _lone(texts: set[str], number: int | None) -> dict[str, Label]:
    """A line that is nothing but «Школа № 5» or «2024/2025 учебный год» needs no label."""
    text = next(iter(texts), "")
    if len(texts) != 1 or not any(letter.isdigit() for letter in text):
        return {}
    parts = [_alone(part.strip(), number) for part in _titles().sub("", text).split(",")]
    return {key: label for part in parts for key, label in part.items()} if all(parts) else {}


def _alone(text: str, number: int | None) -> dict[str, Label]:
    if is_numbered_school(text):
        return {"school_id": Label(text, "", number)}
    for key, read in (("year", year), ("period", period)):
        try:
            read(text)
        except ValueError:
            continue
        return {key: Label(text, "", number)}
    return {}


@cache
def _titles() -> re.Pattern:
    """What a report calls itself before it says the year: «Отчет … за 2025-2026, четверть-1»."""
    titles = tomllib.loads(PATH.with_name("titles.toml").read_text(encoding="utf-8"))["titles"]
    return re.compile("^(?:" + "|".join(map(re.escape, titles)) + r")\s+", re.IGNORECASE)


@cache
def _keys() -> dict[str, str]:
    told = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return {fold(word): key for key, words in told.items() for word in words}


@cache
def _pattern() -> re.Pattern:
    told = tomllib.loads(PATH.read_text(encoding="utf-8")).values()
    words = sorted((word for words in told for word in words), key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?:^|(?<=[\s,;|(]))({either})\s*:", re.IGNORECASE)
