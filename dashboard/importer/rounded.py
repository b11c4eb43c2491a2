"""Headings of a measure and its round or language in one: «Слов (начало года)», «Башы: каталар»."""

from collections.abc import Mapping

from dashboard.importer.normalise.round import ROUNDS
from dashboard.importer.normalise.text import fold

LANGUAGES = ("ky", "kk", "ru", "uz", "tg")  # of texts, as the contract writes them
OF_TESTS = (*ROUNDS, *LANGUAGES)


def rounded(text: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """The measure, and what it is of; `known` is by folded text."""
    words = fold(text).split()
    for place in range(1, len(words)):
        names = [known.get(" ".join(part)) for part in (words[:place], words[place:])]
        found = sorted(filter(None, names), key=lambda name: name in OF_TESTS)
        if len(found) == 2 and found[1] in OF_TESTS and found[0] not in OF_TESTS:
            return found[0], found[1]
    return None
