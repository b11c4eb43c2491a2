"""The records of one school and year, taken apart as its export does."""

from collections.abc import Callable
from functools import cache
from itertools import groupby
from typing import Any

from dashboard.sample.curriculum import Subject, subjects
from dashboard.sample.result import Result


def grouped(results: list[Result], key: Callable[[Result], Any]) -> list[tuple[Any, list[Result]]]:
    """Pairs of a key and its records, in the order of the keys."""
    return [(value, list(group)) for value, group in groupby(sorted(results, key=key), key=key)]


def class_order(result: Result) -> tuple[int, str, str, str]:
    return result.grade, result.letter, result.group, result.period


@cache
def subject_of(key: str) -> Subject:
    return next(subject for subject in subjects() if subject.key == key)
