"""What a file's name suggests where the file does not say it: words for a person alone."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from dashboard.importer.names import Names
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.round import reading_round
from dashboard.importer.normalise.school_class import school_class, written
from dashboard.importer.normalise.year import year
from dashboard.spec.problem import Problem

SPAN = re.compile(r"(?<![0-9])(20[0-9]{2})[-_–./ ]+(20[0-9]{2}|[0-9]{2})(?![0-9])")
BETWEEN = re.compile(r"[\s_.,;()\[\]+]+")
LONGEST = 5  # words of a school's name that stand together in a file's name

Suggest = Callable[[str, Names], str | None]


def with_suggestions(problems: Sequence[Problem], path: str, names: Names) -> tuple[Problem, ...]:
    """What is missing, with the option that would tell it as the name of the file has it."""
    return tuple(_suggested(problem, path, names) for problem in problems)


def _suggested(problem: Problem, path: str, names: Names) -> Problem:
    thing = problem.check.removeprefix("missing_")
    value = _told(thing, path, names) if thing in SUGGEST and "say" not in problem.about else None
    if value is None:
        return problem
    said = {"say": f"missing_{thing}_named", "option": f"--{thing} {value}"}
    return replace(problem, about={**problem.about, **said})


def _told(thing: str, path: str, names: Names) -> str | None:
    """The longest words that tell it; None where they tell two things."""
    stem = PurePath(path.replace("\\", "/")).stem
    if thing == "year":
        return _year(stem)
    words = [word for word in BETWEEN.split(SPAN.sub(" ", stem)) if word]
    for length in range(min(LONGEST, len(words)), 0, -1):
        found = {value for text in _runs(words, length) if (value := SUGGEST[thing](text, names))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _runs(words: Sequence[str], length: int) -> Iterator[str]:
    for start in range(len(words) - length + 1):
        yield " ".join(words[start : start + length])


def _year(text: str) -> str | None:
    """Of two years in a name one alone is no school year."""
    found = {_or_none(year, f"{match[1]}-{match[2]}") for match in SPAN.finditer(text)} - {None}
    return found.pop() if len(found) == 1 else None


def _school(text: str, names: Names) -> str | None:
    """A bare number may be of anything."""
    return None if text.isdecimal() else names.school(text)


def _class(text: str, _: Names) -> str | None:
    found = _or_none(school_class, text)
    return written(*found[:2]) if found and found[1] else None


def _or_none(read: Callable, text: str) -> object:
    try:
        return read(text)
    except ValueError:
        return None


SUGGEST: dict[str, Suggest] = {
    "school": _school,
    "year": lambda text, _: _year(text),
    "period": lambda text, _: _or_none(period, text),
    "class": _class,
    "subject": lambda text, names: names.subject(text)[0],
    "round": lambda text, _: _or_none(reading_round, text),
}
