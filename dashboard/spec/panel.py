"""What a block shows, before it is drawn: the same for the screen, the chart and every file."""

from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.spec.answer import Value


class Cell(NamedTuple):
    """One place of a panel. `number` is what a file holds, `text` what a person reads."""

    text: str
    number: float | None = None  # shares are 0-1; None for words and for hidden values
    unit: str = "text"  # text, percent, points, number, count
    decimals: int = 0
    flag: str = ""  # as in Value
    value: Value | None = None  # the whole value behind it: counts, interval
    tone: float | None = None  # distance from the district, -1 (lower) … 1 (higher); for colour
    href: str = ""  # where a click leads: the same page, narrower


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is the key a sort in the address uses; `short` stands where there is little room."""

    name: str
    title: str
    short: str = ""
    unit: str = "text"


@dataclass(frozen=True, slots=True)
class Switch:
    """An option of the page as links: each choice is the same view with that value."""

    key: str
    title: str
    choices: tuple["Choice", ...]


class Choice(NamedTuple):
    value: str
    words: str
    href: str
    used: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """A titled table with its words. `columns[0]` heads the rows' own names."""

    title: str
    about: str  # one line under the title: what it says, of what, in which unit
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    sentences: tuple[str, ...] = ()  # what it says in plain words
    reference: float | None = None  # the district's own value, drawn as a line
    reference_text: str = ""
    empty: str = ""  # why there is nothing to show, and what to do
    marks: dict = field(default_factory=dict)  # what a kind of drawing needs beside the table
    switches: tuple[Switch, ...] = ()  # what can be turned where it is seen
