"""Every block at an address nobody asked for before, beside DuckDB's own time for the question."""

import random
import re
from collections.abc import Callable

from dashboard.discover import discover
from dashboard.metrics import counts
from dashboard.metrics.registers import grades, schools
from dashboard.panels import View
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Page
from dashboard.store import sql
from dashboard.store.current import Reader, Snapshot
from dashboard.web.blocks import Blocks, drawn
from dashboard.web.site import Site, make_site
from tests.benchmarks.timing import Times, timed

RUNS = 203  # three of them to warm up
PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}


def run(settings: Settings) -> list[Times]:
    snapshot = Reader(settings).current()
    addresses = _addresses(snapshot)
    site = make_site(settings)
    blocks = [(page, block.key) for page in PAGES.values() for block in page.blocks]
    return [
        _floor(snapshot, addresses),
        *(
            timed(f"{page.key}/{key}, anew", _draw(page, key, site), addresses)
            for page, key in blocks
        ),
        timed("quality/cells, drawn before", _repeat(PAGES["quality"], "cells", site), addresses),
    ]


def _addresses(snapshot: Snapshot) -> list[dict]:
    """As people narrow: a year, a period, some grades, sometimes an aimak."""
    dice = random.Random(1)
    aimaks = sorted({school.aimak for school in schools(snapshot).values()})
    return [
        {
            "year": [dice.choice(("2024-2025", "2025-2026", "2026-2027"))],
            "period": ["Q1"],
            "grade": dice.sample(grades(snapshot), dice.randint(1, 10)),
            "aimak": dice.sample(aimaks, dice.choice((0, 0, 1, 2))),
        }
        for _ in range(RUNS)
    ]


def _draw(page: Page, key: str, site: Site) -> Callable:
    def draw(address: dict) -> object:
        counts.forget()
        view = View(FilterState.from_query(page.filters, address), "ky")
        return drawn(page, key, view, site, site.reader.current())

    return draw


def _repeat(page: Page, key: str, site: Site) -> Callable:
    blocks = Blocks(site)
    state = {"page": page.key, "search": "?lang=ky"}
    return lambda _: blocks.render(page, key, state)


def _floor(snapshot: Snapshot, addresses: list[dict]) -> Times:
    """The query of the heat map with the same values, on DuckDB's own connection."""
    query = sql.load("views/marks")
    text = _for_duckdb(query.text)
    by = {f"by_{name}": name in ("school", "subject") for name in counts.takes("marks")}
    with snapshot.engine.connect() as connection:
        raw = connection.connection.dbapi_connection

        def ask(address: dict) -> list:
            return raw.execute(text, sql.bound(query, by | address)).fetchall()

        return timed("floor: DuckDB alone, school × subject", ask, addresses)


def _for_duckdb(text: str) -> str:
    """Its own spelling of the values: `$x`, and `list_contains($x, y)` for `y in :x`."""
    text = re.sub(r"([\w.]+) in :(\w+)", r"list_contains($\2, \1)", text)
    return re.sub(r"(?<!:):(\w+)", r"$\1", text)
