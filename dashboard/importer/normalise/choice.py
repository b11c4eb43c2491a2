"""A closed list: the cell says the code, or how one of the languages writes it."""

from functools import lru_cache

from dashboard.i18n import LANGUAGES, t
from dashboard.importer.normalise.text import plain, skeleton
from dashboard.spec.core import Column
from dashboard.spec.sheet import Cell

Spellings = tuple[tuple[str, str], ...]


def spellings(column: Column) -> Spellings:
    """Every way to write a choice, with its code; a code itself goes before other words.

    What the pages call it is among them: people write what they read there.
    """
    written = [(skeleton(code), code) for code in column.choices]
    for code, texts in column.words.items():
        written += [(skeleton(text), code) for text in texts]
    for language in LANGUAGES:
        written += [(skeleton(t(f"choice.{code}", language)), code) for code in column.choices]
    return tuple(dict.fromkeys(written))


@lru_cache(maxsize=65536, typed=True)
def choice(cell: Cell, known: Spellings) -> str:
    wanted = skeleton(plain(cell))
    for text, code in known:
        if text == wanted:
            return code
    raise ValueError("bad_choice")
