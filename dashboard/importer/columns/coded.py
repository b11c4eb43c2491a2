"""A column as its few different values, and for each row which of them stands there."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

NOTHING = -1  # the code of an empty cell


@dataclass(frozen=True, slots=True)
class Coded:
    """`values` each once; `codes` one place in them for every row."""

    values: tuple[Hashable, ...]
    codes: np.ndarray

    def mapped(self, found: Sequence[Hashable | None]) -> "Coded":
        """Other values for these, in their order. Equal ones become one, None becomes nothing."""
        places: dict[Hashable, int] = {}
        moved = [NOTHING if one is None else places.setdefault(one, len(places)) for one in found]
        return Coded(tuple(places), np.array([*moved, NOTHING], dtype=np.int32)[self.codes])

    def where(self, test: Callable[[Hashable], bool]) -> np.ndarray:
        """Whether each row's value passes; an empty cell does not."""
        return np.array([*map(test, self.values), False], dtype=bool)[self.codes]

    def numbers(self, empty: float = np.nan) -> np.ndarray:
        return np.array([*self.values, empty], dtype=float)[self.codes]

    def of(self, rows: np.ndarray) -> "Coded":
        """These rows alone (a mask or places), with the values that are left in them."""
        codes = self.codes[rows]
        left = set(np.unique(codes).tolist())
        kept = [one if place in left else None for place, one in enumerate(self.values)]
        return Coded(self.values, codes).mapped(kept)

    @property
    def empty(self) -> np.ndarray:
        return self.codes == NOTHING


@dataclass(frozen=True, slots=True)
class Columns:
    """Sound rows of one table, column by column; schools and subjects as in `Row`."""

    table: str
    sheet: str
    numbers: np.ndarray  # of the file's rows, from 1
    cells: Mapping[str, Coded]
    headings: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.numbers)

    def of(self, rows: np.ndarray) -> "Columns":
        """These rows alone: a mask or places."""
        cells = {name: coded.of(rows) for name, coded in self.cells.items()}
        return Columns(self.table, self.sheet, self.numbers[rows], cells, self.headings)

    def numeric(self, name: str, empty: float = np.nan) -> np.ndarray:
        """A column of counts; one that the file lacks is empty in every row."""
        if name not in self.cells:
            return np.full(len(self), empty)
        return self.cells[name].numbers(empty)

    def codes(self, names: Sequence[str]) -> pd.DataFrame:
        """Rows are alike in these columns where they are alike here."""
        nothing = np.full(len(self), NOTHING, dtype=np.int32)
        return pd.DataFrame(
            {name: self.cells[name].codes if name in self.cells else nothing for name in names}
        )
