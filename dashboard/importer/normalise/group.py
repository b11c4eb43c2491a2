"""Marks behind a name: the teaching group «(1 гр.)», the level «(Т1)», «углуб.»."""

import re
from functools import cache, lru_cache

from dashboard.importer.normalise.text import squash
from dashboard.importer.normalise.words import keys


@lru_cache(maxsize=65536)
def part_group(text: str) -> tuple[str, str | None]:
    """The name without such marks, and the number of the group if there was one."""
    name = squash(text)
    found = _group().search(name)
    if found:
        name = f"{name[: found.start()]} {name[found.end() :]}"
    name = squash(_level().sub(" ", name))
    return name.rstrip(" ,;-–—"), (found.group(1) or found.group(2)) if found else None


@lru_cache(maxsize=4096)
def group(text: str) -> str:
    """A cell of its own: «1 гр.» → 1; another name of a group stays as it is."""
    name, number = part_group(text)
    return number if number and not name else squash(text)


@cache
def _group() -> re.Pattern:
    words = "|".join(sorted(map(re.escape, keys("group", "word")), key=len, reverse=True))
    return re.compile(
        rf"[(\[]\s*([0-9]{{1,2}})\s*[-–]?\s*(?:{words})?\.?\s*[)\]]\s*$"
        rf"|(?:^|(?<=\s))([0-9]{{1,2}})\s*[-–]?\s*(?:{words})\.?\s*$",
        re.IGNORECASE,
    )


@cache
def _level() -> re.Pattern:
    words = "|".join(sorted(map(re.escape, keys("group", "level")), key=len, reverse=True))
    return re.compile(rf"[(\[]\s*(?:{words})[^)\]]*[)\]]|\s(?:{words})[^\s()]*\.?$", re.IGNORECASE)
