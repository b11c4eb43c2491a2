"""What the headings over one column of a class sheet say: its measure, round and language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.importer.diagnosis import cells
from dashboard.importer.meanings import own_headings
from dashboard.importer.normalise.round import ROUNDS
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.recognise import Table
from dashboard.importer.rounded import LANGUAGES, OF_TESTS, rounded

MEASURES = (
    *("words_correct", "errors", "seconds", "comprehension", "questions_asked"),
    *("questions_right", "manner", "expressiveness", "handwriting"),
)
_OF_TEXTS = "|".join(map(fold, ("текст", "text", "мәтін")))
TEXT = re.compile(rf"\s*(?:(?:{_OF_TEXTS})\s*[0-9]|[0-9]\s*(?:{_OF_TEXTS})|[0-9])$")
LATER = re.compile(r"(?<!\w)[2-9](?!\w)")


@dataclass(frozen=True, slots=True)
class Headed:
    """`name` is None for what is no measure; `lost` if it looks like one all the same."""

    name: str | None
    heading: str
    round: str | None = None
    language: str | None = None
    lost: bool = False


def headed(table: Table, index: int) -> Headed:
    return _meaning(table.heading.layout.key, list(_stack(table, index)))


def base(heading: str) -> str:
    """«Текст 2» as «Текст 1», «Ошибки (текст 2)» as «Ошибки»."""
    return TEXT.sub("", LATER.sub("1", fold(heading)))


def _stack(table: Table, index: int) -> Iterator[str]:
    """Headings of a column from the lowest up; a group head stands over those to the right."""
    heading, rows = table.heading, table.sheet.rows
    lowest = heading.top + heading.height - 1
    yield plain(rows[lowest][index])
    for row in range(lowest - 1, heading.top - 1, -1):
        spread = range(index, -1, -1) if plain(rows[lowest][index]) else (index,)
        yield next((text for at in spread if (text := plain(rows[row][at]))), "")


def _meaning(key: str, stack: list[str]) -> Headed:
    known = own_headings(key)
    below = stack[0] or next(filter(None, stack), "")
    names = [_named(known, fold(text)) for text in stack]
    of = _of_test(names)
    both = rounded(below, known) if fold(below) not in known else None
    if both and both[0] in MEASURES:
        return Headed(both[0], below, **(of | _of_test([both[1]])))
    others = [(n, text) for n, text in zip(names, stack) if n and n not in OF_TESTS]
    if not others:
        return _alone(below, of, known)
    name, heading = others[0]
    if name not in MEASURES:
        return Headed(None, heading)
    if _named(known, fold(below)) or _counts(below):
        return Headed(name, heading, **of)
    return Headed(None, below, lost=not _is_beside(below))


def _alone(below: str, of: dict[str, str], known: Mapping[str, str]) -> Headed:
    """A round or a language over nothing else heads words."""
    if of and _named(known, fold(below)) in of.values():
        return Headed("words_correct", below, **of)
    return Headed(None, below, lost=bool(below) and _begins_so(below, known))


def _of_test(names: Sequence[str | None]) -> dict[str, str]:
    round_ = next((name for name in names if name in ROUNDS), None)
    language = next((name for name in names if name in LANGUAGES), None)
    return {key: of for key, of in (("round", round_), ("language", language)) if of}


def _named(known: Mapping[str, str], text: str) -> str | None:
    spellings = (text, LATER.sub("1", text), TEXT.sub("", text))
    return next((known[one] for one in spellings if one in known), None)


def _counts(text: str) -> bool:
    """Under the name of a measure: what was counted, or which text it was."""
    return fold(text) in cells.told("counted") or fold(text).isdecimal()


def _is_beside(text: str) -> bool:
    """A norm, a mark: printed beside a measure, and none of its own."""
    return not {fold(text), *fold(text).split()[:1]}.isdisjoint(cells.told("beside"))


def _begins_so(text: str, known: Mapping[str, str]) -> bool:
    """«Ошибки по видам» begins as a heading of ours and is none."""
    words = fold(text).split()
    starts = (" ".join(words[:place]) for place in range(1, len(words)))
    return not _is_beside(text) and any(known.get(one) in MEASURES for one in starts)
