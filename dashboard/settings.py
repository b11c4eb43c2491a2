"""Everything that can be set, its default and what it does. README lists the same names."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from dashboard.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment: field `store` is TIREK_STORE, and so on."""

    store: Path = Path("store")  # where files and snapshots live
    language: str = "ky"  # when neither the address nor the browser says
    district: str = ""  # the name in the head; empty: as in the register of schools
    rule: str = "without_exempt"  # denominator of marks: without_exempt, assessed, roster
    hide_below: int = 5  # groups of fewer pupils are hidden
    small_numbers: bool = False  # whether people may ask to see hidden groups (each time is logged)
    role: str = "methodist"  # without a log-in: head, methodist, member, school
    school: str = ""  # the one whose pupils' codes the role `school` sees
    access: str = "local"  # local: this machine only, no log-in; login: everybody says who they are
    secret_key: str = field(default="", repr=False)  # signs log-ins; at least 32 characters
    session_hours: int = 12  # after which a person logs in again
    proxies: int = 0  # servers in front whose word on address and https is taken
    unreliable_below: int = 10  # groups of fewer pupils are shown as unreliable
    weight_two: float = 0.16  # degree of learning: what a "2" counts (0.16 or 0.14)
    weight_not_assessed: float = 0.07  # degree of learning: what "not assessed" counts (0.07 or 0)
    meetings_a_year: int = 7  # a methodical association's (seed: «жыл ичинде 7 жолу»)
    mentor_plan: str = ""  # "natural_exact=17 humanities=18 …"; empty: as many as were approved
    course_rule: str = "own"  # how long a course counts: own, law, 1y, 3y, 5y
    norm_set: str = "kg_benchmark"  # of words a minute, where nobody chooses one
    memory: str = "1GB"  # DuckDB's limit in each process
    threads: int = 1  # DuckDB's threads in each process
    largest_file: int = 200  # megabytes that one received file may hold, unpacked
    largest_drop: int = 1024  # megabytes of all files dropped on the import desk at once
    most_rows: int = 2_000_000  # of one sheet
    most_columns: int = 5_000  # of one sheet
    reader_seconds: int = 60  # that reading one file may take
    reader_memory: int = 1536  # megabytes of address space for the process that reads files
    keep_snapshots: int = 20  # the latest ones that `tirek prune` leaves
    keep_originals_days: int = 0  # lists of children; 0: as long as a kept snapshot needs them

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> "Settings":
        """Raises ConfigError where a value cannot be read."""
        given = {field: env.get(f"TIREK_{field.name.upper()}") for field in fields(cls)}
        return cls(**{f.name: _read(f.name, type(f.default), v) for f, v in given.items() if v})

    def as_env(self) -> dict[str, str]:
        """For a process of our own: what `from_env` reads back."""
        return {
            f"TIREK_{field.name.upper()}": str(getattr(self, field.name)) for field in fields(self)
        }


def _read(name: str, kind: type, text: str) -> object:
    if kind is bool:
        return _yes_or_no(name, text)
    try:
        return kind(text) if kind is not type(Path()) else Path(text)
    except ValueError as error:
        raise ConfigError("bad_setting", name=f"TIREK_{name.upper()}", value=text) from error


def _yes_or_no(name: str, text: str) -> bool:
    words = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}
    if text.strip().lower() not in words:
        raise ConfigError("bad_setting", name=f"TIREK_{name.upper()}", value=text)
    return words[text.strip().lower()]
