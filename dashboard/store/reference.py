"""The reference data that ships with Tirek: every snapshot holds them, a district may add."""

import csv
import hashlib
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from dashboard.spec import core
from dashboard.store import rows, schema
from dashboard.store.transaction import Draft

DATA = Path(__file__).parents[2] / "data"
SHIPPED = ("subjects", "marks_expected", "reading_norms", "course_cycles")
SOURCE_ID = 0  # "came with the program"
READ = {
    "text": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "flag": lambda text: text == "true",
}


def load(draft: Draft) -> None:
    """Lay in the shipped rows if they changed; a row that a district imported stands."""
    edition = _edition()
    if schema.read_meta(draft.connection).get("reference") == edition:
        return
    for name in SHIPPED:
        table = schema.core_table(name)
        draft.connection.execute(sa.delete(table).where(table.c.source_id == SOURCE_ID))
        key = core.tables()[name].key
        own = set(rows.register(draft, name, key))
        fresh = [row for row in shipped(name) if tuple(row[part] for part in key) not in own]
        rows.replace(draft, name, fresh, SOURCE_ID)
    schema.write_meta(draft.connection, "reference", edition)


def shipped(name: str) -> list[dict]:
    """The rows of one shipped file, typed as their table wants them."""
    columns = core.tables()[name].columns
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            {column: _read(columns[column], row.get(column)) for column in columns}
            | {"source_row": number}
            for number, row in enumerate(csv.DictReader(file), start=2)
        ]


def _read(column: core.Column, text: str | None) -> object:
    return READ[core.TYPES[column.type]](text) if text else None


def _edition() -> str:
    contents = (DATA.joinpath(f"{name}.csv").read_bytes() for name in SHIPPED)
    return hashlib.sha256(b"\0".join(contents)).hexdigest()
