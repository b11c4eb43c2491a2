"""What the register of surveys says: which there are, what was asked in them. Read once."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from dashboard.spec.answer import Value
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


class Survey(NamedTuple):
    """`schools` is 0 where it was not split by schools."""

    id: str
    year: str
    title: str
    schools: int


class Asked(NamedTuple):
    """A question as it was written, its options in the order in which they stood."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Register:
    surveys: tuple[Survey, ...]
    questions: dict[tuple[str, str], tuple[Asked, ...]]  # by survey and year


def surveys(snapshot: Snapshot) -> tuple[Survey, ...]:
    """The latest first, in a year that of most schools: the first is the one that is usually
    taken. One without a title is called by its code."""
    return _register(snapshot).surveys


def questions(snapshot: Snapshot, survey: Survey) -> tuple[Asked, ...]:
    """In the order in which they stood."""
    return _register(snapshot).questions.get((survey.id, survey.year), ())


def longest_first(asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """The first question with the most options, then the others in their order."""
    there = tuple(asked)
    longest = max(there, key=lambda each: len(each.options), default=None)
    return tuple(sorted(there, key=lambda each: each != longest))


def several(values: Iterable[Value]) -> bool:
    """Whether more than one option could be chosen: the shown shares of a question pass 1."""
    return sum(value.value for value in values if value.value is not None) > 1 + 1e-9


def alike(text: str) -> str:
    """Two questions or options are the same if they differ in case and spaces alone."""
    return " ".join(text.casefold().split())


def _read(snapshot: Snapshot) -> _Register:
    rows = sql.run("surveys/surveys", {}, snapshot.engine)
    found = tuple(Survey(id, year, title or id, schools) for id, year, title, schools in rows)
    asked = sql.run("surveys/questions", {}, snapshot.engine)
    by_survey = groupby(asked, key=lambda row: row[:2])
    return _Register(found, {key: _asked(lines) for key, lines in by_survey})


def _asked(lines: Iterable[tuple]) -> tuple[Asked, ...]:
    by_question = groupby(lines, key=lambda row: row[2])
    return tuple(Asked(text, tuple(row[3] for row in rows)) for text, rows in by_question)


_register = Kept(_read, size=4)
