"""What an export looks like: its headings, and what they mean for a canonical table."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.spec.core import Column


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns` are those of the table, and beside them `class` (grade and letter in one cell)
    and the printed rates `quality`, `pass_rate`, `sou`, `mean_mark`, which are checked only.
    """

    key: str
    table: str
    columns: Mapping[str, Column]
    needs: tuple[tuple[str, ...], ...] = ()  # of each group at least one column must be there
    canonical: bool = False
    reader: str = "table"  # "journal": one row a pupil, one column a period
    fill_down: frozenset[str] = frozenset()  # given in the first of its rows only
    sheet: str = ""  # the column that the sheet's name tells
    dashes: bool = False  # a dash among counts is a nought where the roster leaves no other
    refuse: str = ""  # the check that such a file is refused with
    share: float = 0.0  # of the headings must be known, where the usual part is too much
    whole: bool = False  # its blocks below each other are one table
