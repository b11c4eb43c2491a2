"""Headings that say the measure and its round in one: «Слов (начало года)», «Башы: каталар»."""

from collections.abc import Mapping

from dashboard.importer.normalise.round import ROUNDS
from dashboard.importer.normalise.text import fold


def rounded(text: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """Measure and round, where the words part into headings of both; `known` is by folded text."""
    words = fold(text).split()
    for place in range(1, len(words)):
        names = [known.get(" ".join(part)) for part in (words[:place], words[place:])]
        found = sorted(filter(None, names), key=lambda name: name in ROUNDS)
        if len(found) == 2 and found[1] in ROUNDS and found[0] not in ROUNDS:
            return found[0], found[1]
    return None
