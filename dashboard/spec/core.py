"""The canonical tables (core_*): columns, types, keys and the headings they are known by."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "tables"
HEADING_LANGUAGES = ("en", "ky", "kk", "ru")

# What a column may hold, and how DuckDB stores it.
TYPES = {
    "text": "text",
    "school": "text",  # a school's code; cells may say code, name, number or alias
    "subject": "text",  # a subject's code; cells may say code, name or alias
    "teacher": "text",
    "year": "text",  # "2024-2025"
    "period": "text",  # Q1-Q4, H1, H2, Y
    "round": "text",  # start, middle, end
    "grade": "integer",  # 0-12
    "letter": "text",  # class letter, Cyrillic upper case
    "choice": "text",  # one of `choices`
    "list": "text",  # values separated by ";"
    "count": "integer",  # whole, never negative
    "number": "number",  # never negative
    "degree": "number",  # latitude, longitude
    "date": "date",
    "flag": "flag",  # true, false
}


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str
    required: bool = False
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by language
    choices: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # how a choice is written


@dataclass(frozen=True, slots=True)
class CoreTable:
    """One table of the data contract. `key` is its grain: a newer row replaces the older."""

    name: str
    kind: str  # "facts"; "register" (replaced by ids); "reference" (shipped in data/)
    key: tuple[str, ...]
    columns: Mapping[str, Column]

    @property
    def required(self) -> frozenset[str]:
        return frozenset(name for name, column in self.columns.items() if column.required)


@cache
def tables() -> dict[str, CoreTable]:
    """Every canonical table by its name."""
    return {path.stem: _table(path) for path in sorted(FOLDER.glob("*.toml"))}


def _table(path: Path) -> CoreTable:
    text = tomllib.loads(path.read_text(encoding="utf-8"))
    columns = {name: _column(name, card) for name, card in text["columns"].items()}
    return CoreTable(path.stem, text["kind"], tuple(text["key"]), columns)


def _column(name: str, card: dict) -> Column:
    return Column(
        name=name,
        type=card["type"],
        required=card.get("required", False),
        headings={code: tuple(card.get(code, ())) for code in HEADING_LANGUAGES},
        choices=tuple(card.get("choices", ())),
        words={choice: tuple(texts) for choice, texts in card.get("words", {}).items()},
    )
