"""Query files: each with its card, run with bound values."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sqlalchemy as sa

QUERIES = Path(__file__).parents[2] / "queries"


@dataclass(frozen=True, slots=True)
class Query:
    """`card` is the TOML between /* and */ at the top of the file."""

    name: str
    text: str
    card: dict
    statement: sa.TextClause

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.card.get("columns", ()))


@cache
def load(name: str) -> Query:
    """One query by its path under queries/, without ".sql"."""
    text = (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
    card_text, body = text.removeprefix("/*").split("*/", 1)
    card = tomllib.loads(card_text)
    lists = (key for key, kind in card.get("params", {}).items() if kind.endswith("[]"))
    statement = sa.text(body).bindparams(*(sa.bindparam(key, expanding=True) for key in lists))
    return Query(name, body.strip(), card, statement)


def names(folder: str) -> list[str]:
    return sorted(f"{folder}/{path.stem}" for path in (QUERIES / folder).glob("*.sql"))


def run(name: str, params: dict, engine: sa.Engine) -> list[tuple]:
    """All rows. Of `params` just those that the card names are bound; what it names must be there.

    A list parameter `x[]` has a flag beside it, `every_x`: true when nothing was chosen.
    """
    query = load(name)
    with engine.connect() as connection:
        return connection.execute(query.statement, bound(query, params)).cursor.fetchall()


def bound(query: Query, params: dict) -> dict:
    """The values for the card's parameters; an empty choice means every value. Of a parameter that
    is one value, a choice of one is it."""
    values: dict[str, object] = {}
    for key, kind in query.card.get("params", {}).items():
        if kind.endswith("[]"):
            values[key] = list(params.get(key) or [None])
            values[f"every_{key}"] = not params.get(key)
        else:
            given = params.get(key)
            values[key] = given[0] if isinstance(given, tuple) else given
    return values
