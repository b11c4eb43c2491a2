"""What an import did: one report for each file, the snapshot in use afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dashboard.spec.problem import Problem

Status = Literal["loaded", "unchanged", "rejected"]


@dataclass(frozen=True, slots=True)
class FileReport:
    path: str
    sha256: str
    layout: str | None
    status: Status
    tables: Mapping[str, int] = field(default_factory=dict)  # rows loaded, by canonical table
    rows_loaded: int = 0
    rows_rejected: int = 0  # unreadable, or waiting until their school or subject is known
    problems: tuple[Problem, ...] = ()
    replaced: int = 0  # older rows that gave way


@dataclass(frozen=True, slots=True)
class Batch:
    snapshot: str | None  # the one in use afterwards
    files: tuple[FileReport, ...]
