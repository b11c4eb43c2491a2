"""The heat map school × subject, not kept, beside DuckDB's own time for the same question."""

import random

import duckdb

from dashboard import panels
from dashboard.discover import discover
from dashboard.metrics import counts
from dashboard.metrics.registers import grades, schools
from dashboard.panels import View
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.store import places, snapshots, sql
from dashboard.store.current import Reader, Snapshot
from dashboard.web.blocks import drawn
from dashboard.web.site import make_site
from tests.benchmarks.timing import Times, timed

RUNS = 120
PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}


def run(settings: Settings) -> list[Times]:
    snapshot = Reader(settings).current()
    addresses = _addresses(snapshot)
    site = make_site(settings)
    blocks = [(page, block) for page in PAGES.values() for block in page.blocks]
    return [
        _floor(settings, snapshot, addresses),
        *(
            timed(f"block {page.key}/{block.key}, drawn", _draw(page, block.key, site), addresses)
            for page, block in blocks
        ),
    ]


def _addresses(snapshot: Snapshot) -> list[dict]:
    """As people narrow: a year, a period, some grades, an aimak; each address once."""
    dice = random.Random(1)
    aimaks = sorted({school.aimak for school in schools(snapshot).values()})
    return [
        {
            "year": [dice.choice(("2024-2025", "2025-2026", "2026-2027"))],
            "period": ["Q1"],
            "grade": dice.sample(grades(snapshot), dice.randint(1, 8)),
            "aimak": dice.sample(aimaks, dice.randint(0, 2)),
        }
        for _ in range(RUNS)
    ]


def _draw(page: object, key: str, site: object):
    def draw(address: dict) -> object:
        counts.forget()
        view = View(FilterState.from_query(page.filters, address), "ky")
        return drawn(page, key, view, site, site.reader.current())

    return draw


def _floor(settings: Settings, snapshot: Snapshot, addresses: list[dict]) -> Times:
    """The same SQL with the same values on DuckDB's own connection, in the same process count."""
    query = sql.load("views/marks")
    path = places.database(settings.store, snapshots.current(settings.store))
    _ = panels, path, duckdb
    with snapshot.engine.connect() as connection:
        raw = connection.connection.dbapi_connection

        def ask(address: dict) -> list:
            by = {f"by_{name}": name in ("school", "subject") for name in counts.takes("marks")}
            values = sql.bound(query, by | {k: tuple(v) for k, v in address.items()})
            return raw.execute(_dollar(query.text), values).fetchall()

        return timed("floor: DuckDB alone, school × subject", ask, addresses)


def _dollar(text: str) -> str:
    """DuckDB's own spelling: `list_contains($x, y)` for `y in :x`."""
    import re

    text = re.sub(r"(\w+) in :(\w+)", r"list_contains($\2, \1)", text)
    return re.sub(r"(?<!:):(\w+)", r"$\1", text)
