"""Layouts that people told of exports nobody else knows: found by exactly their headings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from dashboard.importer.desk_report import LETTERS
from dashboard.importer.head import DEEPEST
from dashboard.importer.headings import Heading
from dashboard.importer.layouts import filled, layouts
from dashboard.importer.normalise.text import fold, plain
from dashboard.spec import core
from dashboard.spec.core import Column
from dashboard.spec.layout import Layout
from dashboard.spec.sheet import Cell, Sheet
from dashboard.store import own_layouts as stored
from dashboard.store.own_layouts import Stored

NAMELESS = ("teachers", "completions")  # of lists of them: what they do not say of a person stays
NOT_TYPED = ("boundaries",)  # drawn on a map
Known = Mapping[str, "Own"]


@dataclass(frozen=True, slots=True)
class Own:
    """`headings`: folded text → column, all of which must be there."""

    layout: Layout
    headings: Mapping[str, str]
    height: int


_standing: ContextVar[Known] = ContextVar("own_layouts", default=MappingProxyType({}))


def own_layouts() -> Known:
    """Those that stand while a file is read, by key; none outside an import."""
    return _standing.get()


@contextmanager
def standing(store: Path, at: str | None = None) -> Iterator[None]:
    """What is read meanwhile is recognised by the layouts that stand, or stood at a moment."""
    token = _standing.set(_made(stored.standing(store, at)))
    try:
        yield
    finally:
        _standing.reset(token)


def tables() -> list[str]:
    """Tables that an export may be told to hold."""
    found = core.tables().values()
    return [one.name for one in found if one.kind != "reference" and one.name not in NOT_TYPED]


def columns(table: str) -> Mapping[str, Column]:
    """What a heading may be told to be: the table's columns, the class, printed percentages."""
    return layouts()[table].columns


def lacking(table: str, chosen: Iterable[str]) -> list[str]:
    """Columns that no file of the table can do without, nor can it be told them from outside."""
    target = core.tables()[table]
    return sorted(target.required - filled(target) - set(chosen))


def head_texts(rows: Sequence[Sequence[Cell]], top: int, height: int) -> list[str]:
    """How each column is headed: its own word with the group heads above. No two are the same."""
    stack = [[_text(cell) for cell in rows[top + depth]] for depth in range(height)]
    seen: Counter[str] = Counter()
    texts = []
    for index in range(len(stack[0])):
        text = " ".join(_parts(stack, index))
        seen[fold(text)] += 1
        texts.append(f"{text} ({seen[fold(text)]})" if text and seen[fold(text)] > 1 else text)
    return texts


def find_own(sheet: Sheet, own: Iterable[Own]) -> Heading | None:
    """The one that explains most; of equals the first."""
    found = (heading for one in own if (heading := _heading(sheet, one)))
    return max(found, key=lambda heading: len(heading.columns), default=None)


def headings_lacking(sheet: Sheet, own: Own) -> list[str]:
    """Of the row that has most of them."""
    fits = (
        own.headings.keys() - _folded(sheet, top, own.height).keys() for top in _tops(sheet, own)
    )
    return sorted(min(fits, key=len, default=own.headings.keys()))


@lru_cache(maxsize=8)
def _made(found: tuple[Stored, ...]) -> Known:
    return {one.key: _own(one) for one in found}


def _own(one: Stored) -> Own:
    headings = {fold(text): column for text, column in one.columns.items()}
    known = columns(one.table_name)
    taken = {name: known[name] for name in headings.values() if name in known}
    layout = Layout(one.key, one.table_name, taken, canonical=one.table_name not in NAMELESS)
    return Own(layout, {text: name for text, name in headings.items() if name in taken}, one.height)


def _heading(sheet: Sheet, own: Own) -> Heading | None:
    for top in _tops(sheet, own):
        there = _folded(sheet, top, own.height)
        if own.headings.keys() <= there.keys():
            places = {name: there[text] for text, name in own.headings.items()}
            texts = {name: _lowest(sheet, top, own.height, i) for name, i in places.items()}
            return Heading(own.layout, top, own.height, places, texts, 1.0)
    return None


def _tops(sheet: Sheet, own: Own) -> range:
    return range(min(DEEPEST, len(sheet.rows) - own.height + 1) if own.headings else 0)


def _folded(sheet: Sheet, top: int, height: int) -> dict[str, int]:
    """Folded heading → where it stands."""
    return {fold(text): i for i, text in enumerate(head_texts(sheet.rows, top, height)) if text}


def _lowest(sheet: Sheet, top: int, height: int, index: int) -> str:
    texts = (plain(sheet.rows[row][index]) for row in range(top + height - 1, top - 1, -1))
    return next(text for text in texts if text)


def _parts(stack: Sequence[Sequence[str]], index: int) -> list[str]:
    """Without merged cells a group head stands over the first of its columns alone."""
    own = max((depth for depth, row in enumerate(stack) if row[index]), default=None)
    if own is None:
        return []
    above = (next((text for text in row[index::-1] if text), "") for row in stack[:own])
    return list(dict.fromkeys(text for text in (*above, stack[own][index]) if text))


def _text(cell: Cell) -> str:
    """Cut as the page cuts what it shows: there the headings were told."""
    return plain(str(cell)[:LETTERS]) if cell is not None else ""
