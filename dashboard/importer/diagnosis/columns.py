"""Which column of a class sheet holds which measure, of which round and which text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.importer.headings import own_headings
from dashboard.importer.normalise.round import ROUNDS
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.recognise import Table
from dashboard.importer.rounded import rounded

MEASURES = (
    *("words_correct", "errors", "seconds", "comprehension", "questions_asked"),
    *("questions_right", "manner", "expressiveness", "handwriting"),
)
_OF_TEXTS = "|".join(map(fold, ("текст", "text", "мәтін")))
TEXT = re.compile(rf"\s*(?:(?:{_OF_TEXTS})\s*[0-9]|[0-9]\s*(?:{_OF_TEXTS})|[0-9])$")
LATER = re.compile(r"(?<!\w)[2-9](?!\w)")


@dataclass(frozen=True, slots=True)
class Test:
    """One text of one round; `round` is None where the columns do not tell it."""

    round: str | None
    columns: Mapping[str, int]
    texts: Mapping[str, str]


def tests(table: Table) -> list[Test]:
    """In the order of the columns. What has no round of its own in a wide sheet is left."""
    found: dict[tuple, dict[str, tuple[int, str]]] = {}
    for index in range(len(table.sheet.rows[table.heading.top])):
        stack = list(_stack(table, index))
        name, heading, round_ = _meaning(table.heading.layout.key, stack)
        place = 0
        while name and name in found.get((round_, place), {}):
            place += 1
        if name:
            found.setdefault((round_, place), {})[name] = (index, heading)
    return [_test(key[0], held) for key, held in found.items() if "words_correct" in held]


def _test(round_: str | None, held: Mapping[str, tuple[int, str]]) -> Test:
    columns = {name: index for name, (index, _) in held.items()}
    return Test(round_, columns, {name: heading for name, (_, heading) in held.items()})


def _stack(table: Table, index: int) -> Iterator[str]:
    """Headings of a column from the lowest up; a group head stands over those to the right."""
    heading, rows = table.heading, table.sheet.rows
    lowest = heading.top + heading.height - 1
    yield plain(rows[lowest][index])
    for row in range(lowest - 1, heading.top - 1, -1):
        spread = range(index, -1, -1) if plain(rows[lowest][index]) else (index,)
        yield next((text for at in spread if (text := plain(rows[row][at]))), "")


def _meaning(key: str, stack: list[str]) -> tuple[str | None, str, str | None]:
    """The measure, its heading and its round. A round over nothing else heads words."""
    known = own_headings(key)
    both = rounded(stack[0], known) if fold(stack[0]) not in known else None
    if both and both[0] in MEASURES:
        return both[0], stack[0], both[1]
    names = [_named(known, fold(text)) for text in stack]
    round_ = next((name for name in names if name in ROUNDS), None)
    others = [(name, text) for name, text in zip(names, stack) if name and name not in ROUNDS]
    if others:
        name, heading = others[0]
        return (name if name in MEASURES else None), heading, round_
    below = stack[0] or next(filter(None, stack), "")
    alone = round_ and known.get(fold(below)) == round_
    return ("words_correct" if alone else None), below, round_


def _named(known: Mapping[str, str], text: str) -> str | None:
    """«Текст 2» as «Текст 1», «Ошибки (текст 2)» as «Ошибки»."""
    spellings = (text, LATER.sub("1", text), TEXT.sub("", text))
    return next((known[one] for one in spellings if one in known), None)
