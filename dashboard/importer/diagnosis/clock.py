"""How long a child read, as class sheets write it. ValueError(check) for what has two readings."""

import re

from dashboard.importer.normalise.number import count, number
from dashboard.importer.normalise.text import fold, plain
from dashboard.spec.sheet import Cell

CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::([0-5][0-9]))?")
SPOKEN = re.compile(
    r"(?:([0-9]{1,2})\s*(?:м\w*|min\w*|m|['′’])\.?\s*)?"
    r"(?:([0-9]{1,3})\s*(?:с\w*|sec\w*|s|[\"″”]|''|(?<=.['′’][0-9]{2}))\.?)?",
    re.IGNORECASE,
)
MINUTE = 60
SHORTEST = 10  # nobody reads for less: «1.30» is 1 min 30 s, or 1.3 minutes, but no seconds


def seconds(cell: Cell, heading: str = "") -> float:
    """«90», «1:30», «1 мин 30 сек»; 130 is 1 min 30 s where the heading says «мин:сек»."""
    text = plain(cell)
    clock, spoken = CLOCK.fullmatch(text), SPOKEN.fullmatch(text)
    if clock:
        return _clock(clock)
    if spoken and any(spoken.groups()):
        return _spoken(spoken)
    said = fold(heading)
    if _in_minutes(said) and "сек" in said:
        return keyed_time(cell)
    return _minutes(cell) if _in_minutes(said) else _seconds(cell)


def keyed_time(cell: Cell) -> int:
    """130 is 1 min 30 s."""
    minutes, rest = divmod(count(cell), 100)
    if rest >= MINUTE:
        raise ValueError("bad_number")
    return minutes * MINUTE + rest


def _clock(clock: re.Match) -> float:
    """A spreadsheet takes 1:30 for hours."""
    first, second, third = (int(part or 0) for part in clock.groups())
    if clock.group(3) is None or third == 0:
        return first * MINUTE + second
    if first:
        raise ValueError("bad_number")
    return second * MINUTE + third


def _spoken(spoken: re.Match) -> float:
    minutes, rest = (int(part or 0) for part in spoken.groups())
    if minutes and rest >= MINUTE:
        raise ValueError("bad_number")
    return minutes * MINUTE + rest


def _in_minutes(said: str) -> bool:
    return any(word.startswith(("мин", "мүн")) for word in said.split())


def _minutes(cell: Cell) -> float:
    """Whole minutes; of 1.5 and 1.30 one is a part, the other a minute and seconds."""
    value = number(cell)
    if value != int(value) or value >= MINUTE:
        raise ValueError("bad_time")
    return value * MINUTE


def _seconds(cell: Cell) -> float:
    value = number(cell)
    if 0 < value < SHORTEST:
        raise ValueError("bad_time")
    return value
