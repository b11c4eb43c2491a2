"""The words of words.toml, folded as the cells are before they are compared."""

import tomllib
from functools import cache
from pathlib import Path

from dashboard.importer.normalise.text import fold

PATH = Path(__file__).with_name("words.toml")


@cache
def _all() -> dict:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


@cache
def words(*place: str) -> frozenset[str]:
    """One list: `words("flag", "yes")`."""
    return frozenset(fold(word) or word for word in _listed(place))


@cache
def stems(*place: str) -> tuple[str, ...]:
    """The same list, for `str.startswith`."""
    return tuple(sorted(words(*place), key=len, reverse=True))


@cache
def keys(*place: str) -> tuple[str, ...]:
    return tuple(_listed(place))


def _listed(place: tuple[str, ...]) -> list | dict:
    found = _all()
    for key in place:
        found = found[key]
    return found
