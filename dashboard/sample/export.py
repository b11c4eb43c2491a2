"""What a writer gives: one file of a school, and what the manifest must say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.sample.district import School
from dashboard.sample.result import Result
from dashboard.sample.terms import LATEST, title

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class File:
    path: str  # below the sample's folder, with forward slashes
    data: bytes
    said: Mapping[str, str] = field(default_factory=dict)  # columns of manifest.csv


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. `merges` are ranges (first row, first column, last row, last column) from 0."""

    name: str
    rows: list[list[Cell]]
    merges: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What one school has to export of one year."""

    school: School
    first_year: int
    results: list[Result]

    @property
    def layout(self) -> str:
        return self.school.layout(self.first_year == LATEST)

    @property
    def folder(self) -> str:
        return f"{title(self.first_year)}/{self.school.code}"

    def has_flaw(self, name: str) -> bool:
        return self.school.has_flaw(name)
