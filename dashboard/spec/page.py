"""What a page is: filters and blocks, nothing else. Pages are data; `web` renders them."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from dashboard.spec.filters import FilterSpec


@dataclass(frozen=True, slots=True)
class Block:
    """One card of a page. Its words: `block.<page>.<key>` (title) and `….about` (what it says)."""

    key: str  # unique on its page
    panel: str  # what is asked and how it is laid out: a module of dashboard/panels
    metrics: tuple[str, ...]  # keys of queries/metrics
    show: str = "table"  # how it is drawn: a module of dashboard/components/shows
    by: tuple[str, ...] = ()  # dimensions, in the order the panel wants them
    tab: str = ""  # the tab it stands under; "": on every tab
    width: str = "full"  # "full", "main" (two thirds), "side" (one third), "half"
    leads: str = ""  # key of the page that a click on a name or cell opens; "": the same page
    only: str = ""  # what a role must be allowed to do (dashboard/roles.py) to see it; "": nothing
    live: bool = False  # of what people are doing now: never kept, and there without a snapshot

    def path(self, page: "Page") -> str:
        """Where a click on this block of the page leads."""
        return f"/{self.leads}" if self.leads else page.path


@dataclass(frozen=True, slots=True)
class Option:
    """Something a page lets people turn besides its filters: the usual spread, a weight.

    Its words: `option.<key>` and `option.<key>.<value>`. The first value is the usual one and is
    not written in the address. With a `pattern` it is free: whatever matches is a value too.
    """

    key: str  # in the address
    values: tuple[str, ...]  # the only ones there are, unless it is free
    pattern: str = ""
    persons: bool = False  # holds codes of teachers

    def read(self, raw: str) -> str:
        return raw if self.knows(raw) else self.values[0]

    def knows(self, raw: str) -> bool:
        free = bool(self.pattern) and re.fullmatch(self.pattern, raw) is not None
        return raw in self.values or free


@dataclass(frozen=True, slots=True)
class Page:
    key: str  # module name, export name and stem of its words: "page.<key>"
    filters: tuple[FilterSpec, ...]
    blocks: tuple[Block, ...]
    order: int = 100
    tabs: tuple[str, ...] = ()  # the first one opens; words: "tab.<page>.<tab>"
    home: bool = field(default=False)  # stands at "/"
    options: tuple[Option, ...] = ()
    listed: bool = True  # in the menu

    @property
    def live(self) -> bool:
        """It opens before the first import too."""
        return any(block.live for block in self.blocks)

    @property
    def path(self) -> str:
        return "/" if self.home else f"/{self.key}"

    def tabs_for(self, allowed: Collection[str]) -> tuple[str, ...]:
        """The tabs that hold something for a role that may do these things."""
        seen = {block.tab for block in self.blocks if not block.only or block.only in allowed}
        return tuple(tab for tab in self.tabs if tab in seen)

    def option(self, key: str) -> Option:
        """Raises KeyError if the page has no such option."""
        return {option.key: option for option in self.options}[key]

    def block(self, key: str) -> Block:
        """Raises KeyError if the page has no such block."""
        return {block.key: block for block in self.blocks}[key]
