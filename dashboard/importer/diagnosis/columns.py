"""Which column of a class sheet holds which measure, of which round, language and text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.importer.diagnosis.headed import base, headed
from dashboard.importer.normalise.text import fold
from dashboard.importer.recognise import Table
from dashboard.spec.problem import Problem

A_PACE = tuple(  # how headings of words a minute begin, or a word of theirs
    map(
        fold,
        (
            *("мин", "мүн", "minute", "wpm", "cwpm"),
            *("скор", "темп", "ылдам", "тезди", "қарқ", "жылдам", "шапшаң", "pace", "speed"),
        ),
    )
)
WORDS = "words_correct"

Column = tuple[int, str]  # where it stands, and its heading


@dataclass(frozen=True, slots=True)
class Test:
    """One text of one round; `round` and `language` are None where the columns do not tell."""

    round: str | None
    language: str | None
    columns: Mapping[str, int]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """In the order of the columns. What cannot be read as a part of a test is told."""

    tests: tuple[Test, ...]
    problems: tuple[Problem, ...]


def columns(table: Table, round_is_told: bool) -> Columns:
    slots: dict[tuple, dict[str, list[Column]]] = {}
    left: list[tuple[str, str]] = []
    for index in range(len(table.sheet.rows[table.heading.top])):
        one = headed(table, index)
        if one.name:
            slots.setdefault((one.round, one.language), {}).setdefault(one.name, []).append(
                (index, one.heading)
            )
        elif one.lost:
            left.append(("column_not_read", one.heading))
    tests: list[Test] = []
    wide = _is_wide(slots)
    for key, held in slots.items():
        if WORDS not in held or (wide and None in key and not _is_told(key, round_is_told, slots)):
            left += [(_alone(key, slots), h) for found in held.values() for _, h in found]
        else:
            tests += _tests(key, held, left)
    return Columns(tuple(tests), tuple(_told(table, left)))


def _is_wide(slots: Mapping[tuple, object]) -> bool:
    return len(slots) > 1


def _is_told(key: tuple, round_is_told: bool, slots: Mapping[tuple, object]) -> bool:
    """Columns without a round beside others that have one: a line above may tell theirs."""
    rounds = any(other[0] for other in slots)
    languages = any(other[1] for other in slots)
    return (key[0] or not rounds or round_is_told) and bool(key[1] or not languages)


def _alone(key: tuple, slots: Mapping[tuple, object]) -> str:
    """Why the columns of a slot are not read."""
    if key[0] is None and any(other[0] for other in slots):
        return "measure_without_round"
    if key[1] is None and any(other[1] for other in slots):
        return "measure_without_language"
    return "measure_without_words"


def _tests(key: tuple, held: Mapping[str, list[Column]], left: list) -> Iterator[Test]:
    """One a text. A time beside words of a minute would divide them twice."""
    texts, others = _words(held[WORDS], "seconds" in held)
    left += [("column_not_read", heading) for _, heading in others]
    measures = {WORDS: texts}
    for name, found in held.items():
        if name == "seconds" and _is_rate(texts[0][1]):
            left.append(("time_not_used", found[0][1]))
        elif name != WORDS:
            measures[name], others = _same(found)
            left += [("column_not_read", heading) for _, heading in others]
    for place in range(max(map(len, measures.values()))):
        of = {name: found[place] for name, found in measures.items() if place < len(found)}
        if WORDS in of:
            yield _test(key, of)
        else:
            left += [("measure_without_words", heading) for _, heading in of.values()]


def _words(found: Sequence[Column], timed: bool) -> tuple[list[Column], list[Column]]:
    """Words read and words a minute side by side say one thing: with a time the words count."""
    rates = [one for one in found if _is_rate(one[1])]
    counts = [one for one in found if one not in rates]
    if rates and counts:
        return (_same(counts)[0], _same(counts)[1]) if timed else (_same(rates)[0], counts)
    return _same(found)


def _same(found: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """Several texts are headed alike; what is headed otherwise is not one of them."""
    same = [one for one in found if base(one[1]) == base(found[0][1])]
    return same, [one for one in found if one not in same]


def _is_rate(heading: str) -> bool:
    return any(word.startswith(A_PACE) for word in re.split(r"[ /]", fold(heading)))


def _test(key: tuple, held: Mapping[str, Column]) -> Test:
    at = {name: index for name, (index, _) in held.items()}
    return Test(*key, at, {name: heading for name, (_, heading) in held.items()})


def _told(table: Table, left: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """Each reason once, with the columns that it is about."""
    row = table.heading.top + table.heading.height
    for check in dict.fromkeys(check for check, _ in left):
        names = ", ".join(dict.fromkeys(f"«{text}»" for one, text in left if one == check))
        about = {"columns": names}
        yield Problem(check, "warning", table.sheet.name or None, row, None, None, about)
