"""What a filter is: one key shared by the address, the SQL, the command line and the screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class FilterSpec:
    """`read` turns one text into a value and raises ValueError where it cannot."""

    key: str  # in the address, in SQL and in words: "school"
    read: Callable[[str], object] = str
    closed: tuple[str, ...] = ()  # the only values there are; empty: whatever the data hold
    single: bool = False  # years, periods and rounds are never added together
    example: str = ""  # what a value looks like, where there is no closed list
    named: str = ""  # its name in words, where a page means something else by it: "language_read"
    counted: bool = False  # offers just the values that the page's facts hold

    @property
    def words(self) -> str:
        """The key of its name in the catalogues."""
        return f"filter.{self.named or self.key}"

    def values(self, raw: object) -> tuple:
        """Sorted, typed, unique values of whatever an address or a widget gives.

        What cannot be read is dropped: an old or hand-made address still opens.
        """
        texts = [] if raw is None else raw if isinstance(raw, list | tuple) else [raw]
        readable = {self.parse(text) for text in texts if self.can_read(text)}
        return tuple(sorted(readable))

    def can_read(self, text: object) -> bool:
        try:
            self.parse(text)
        except ValueError:
            return False
        return True

    def parse(self, text: object) -> object:
        """Raises ValueError for an empty text, a value outside the closed list, a bad shape."""
        trimmed = str(text).strip()
        if not trimmed or (self.closed and trimmed not in self.closed):
            raise ValueError(trimmed)
        return self.read(trimmed)


@dataclass(frozen=True, slots=True)
class FilterState:
    """The chosen values of a page's filters. `from_query` and `to_search` are inverses."""

    specs: tuple[FilterSpec, ...]
    values: Mapping[str, tuple]

    @classmethod
    def from_query(cls, specs: tuple[FilterSpec, ...], query: Mapping) -> "FilterState":
        return cls(specs, {spec.key: spec.values(query.get(spec.key)) for spec in specs})

    def to_search(self, **also: str | None) -> str:
        """The one address of this state: filters in their order, values sorted."""
        parts = [self.written(spec.key) for spec in self.specs]
        parts.append(urlencode([(key, value) for key, value in also.items() if value]))
        search = "&".join(part for part in parts if part)
        return f"?{search}" if search else ""

    def written(self, key: str) -> str:
        """One filter as it stands in an address; empty where it is not set."""
        return urlencode([(key, value) for value in self.values[key]])

    def to_query(self) -> dict[str, list[str]]:
        """The same values as plain text, for the page's store."""
        return {key: [str(value) for value in values] for key, values in self.values.items()}

    def where(self) -> dict[str, tuple]:
        """Just the filters that are set."""
        return {key: values for key, values in self.values.items() if values}
