"""How a course is called: by its code, its name, or its kind where it is the only one of it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dashboard.importer.normalise.choice import spellings
from dashboard.importer.normalise.text import fold, skeleton, squash
from dashboard.importer.normalise.told_day import told_or_none
from dashboard.importer.normalise.words import stems
from dashboard.importer.register import Entry
from dashboard.spec import core

ASIDE = re.compile(r"\([^)]*\)")
HOURS = re.compile(r"(?<!\w)[0-9]{1,3}[\s-]*(?:час|сағ|саат|hour|ч\b|h\b)\w*\.?", re.IGNORECASE)


def entry(row: Mapping) -> Entry:
    called = tuple(word for word, kind in kinds().items() if kind == row.get("kind"))
    return Entry(row["course_id"], (row["name"],), called)


@cache
def kinds() -> dict[str, str]:
    """Skeletons of all words for a kind → the kind; «other» is the name of nothing."""
    column = core.tables()["courses"].columns["kind"]
    return {word: kind for word, kind in reversed(spellings(column)) if kind != "other"}


def spoken(heading: str) -> Iterator[str]:
    """The heading, and what is left of it without its day, its hours and the word «курс»."""
    told = told_or_none(heading)
    undated = told.rest if told else heading
    bare = squash(HOURS.sub(" ", ASIDE.sub(" ", undated)))
    kept = [word for word in bare.split() if not fold(word).startswith("курс")]
    for text in (heading, undated, bare, " ".join(kept)):
        yield text.strip(" ,.;:-–—")


def speaks_of_courses(heading: str) -> bool:
    if any(skeleton(text) in kinds() for text in spoken(heading)):
        return True
    said = fold(heading).split()
    return any(word.startswith(stems("completion", "heading")) for word in said)
