"""Which cells a person may put right by hand, and how their values are written as text.

Counts, numbers, days, choices and flags; never what a row is of, never a name.
"""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from dashboard.spec import core
from dashboard.spec.core import Column, CoreTable

KINDS = frozenset(("count", "number", "degree", "date", "choice", "flag"))
SHIPPED = "reference"  # rows that come with the program are mended there


def correctable(table: str) -> dict[str, Column]:
    """The columns by name; none of a table that nobody corrects."""
    spec = core.tables().get(table)
    if spec is None or spec.kind == SHIPPED:
        return {}
    return {
        name: column
        for name, column in spec.columns.items()
        if column.type in KINDS and name not in spec.key
    }


def text(value: object) -> str:
    """One way to write a value; "" for nothing. `typed` reads it back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    return value.isoformat() if isinstance(value, date) else str(value)


def typed(column: Column, written: str) -> object:
    """What `text` has written. Raises ValueError for anything else."""
    if written == "":
        return None
    match core.TYPES[column.type]:
        case "integer":
            return int(written)
        case "number":
            return float(written)
        case "date":
            return date.fromisoformat(written)
        case "flag":
            return {"true": True, "false": False}[written]
    return written


def key_text(table: CoreTable, row: Mapping[str, object]) -> str:
    """What a row is of, as JSON in the order of its table's key."""
    return json.dumps({name: text(row.get(name)) for name in table.key}, ensure_ascii=False)


def key_read(table: CoreTable, written: str) -> dict[str, object]:
    """The key's values. Raises ValueError for what is no key of this table."""
    try:
        found = json.loads(written)
        if tuple(found) != table.key or not all(isinstance(found[n], str) for n in found):
            raise ValueError(written)
        return {name: typed(table.columns[name], found[name]) for name in table.key}
    except (KeyError, TypeError, json.JSONDecodeError):
        raise ValueError(written) from None
