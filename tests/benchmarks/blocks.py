"""Every block at addresses nobody asked for before, beside DuckDB alone with its questions."""

import gc
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from dashboard.discover import discover
from dashboard.metrics import counts
from dashboard.metrics.registers import grades, schools
from dashboard.panels import View
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block, Page
from dashboard.store import sql
from dashboard.store.current import Reader, Snapshot
from dashboard.web.app import create_app
from dashboard.web.blocks import Blocks, drawn
from dashboard.web.site import Site, make_site
from dashboard.web.warm import settle
from tests.benchmarks.timing import Times, timed

RUNS = 103  # three of them to warm up
PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}
Asked = tuple[str, dict]  # a query's name and its values


def run(settings: Settings) -> Iterator[Times]:
    """For each block: DuckDB alone with the block's own questions, then the whole block."""
    site = make_site(settings)
    snapshot = Reader(settings).current()
    addresses = _addresses(snapshot)
    warm(site)
    for page in PAGES.values():
        for block in page.blocks if not page.live else ():  # no views of data
            yield from _of_block(page, block, site, addresses)
    again = _repeat(PAGES["quality"], "cells", site)
    yield timed("quality/cells, drawn before", again, addresses)


def warm(site: Site) -> None:
    """As a worker is when it starts to serve (web/gunicorn_conf.py)."""
    settle(create_app(site.settings, site).server)
    gc.collect()
    gc.freeze()


def _of_block(page: Page, block: Block, site: Site, addresses: list[dict]) -> Iterator[Times]:
    """What is hidden is settled once for a snapshot and a time: it is not forgotten here."""
    draw = _draw(page, block.key, site)
    with _listening() as asked:
        questions = [_questions(draw, address, asked) for address in addresses]
    snapshot = site.reader.current()
    yield timed(f"{page.key}/{block.key}, floor", _replay(snapshot), questions)
    yield timed(f"{page.key}/{block.key}, anew", draw, addresses)


def _questions(draw: Callable, address: dict, asked: list[Asked]) -> list[Asked]:
    draw(address)
    asked.clear()
    draw(address)
    return list(asked)


@contextmanager
def _listening() -> Iterator[list[Asked]]:
    """What is asked of the store meanwhile."""
    asked: list[Asked] = []
    run_query = sql.run

    def listening(name: str, params: dict, engine: object) -> list[tuple]:
        asked.append((name, params))
        return run_query(name, params, engine)

    sql.run = listening
    try:
        yield asked
    finally:
        sql.run = run_query


def _replay(snapshot: Snapshot) -> Callable[[list[Asked]], None]:
    """The same questions with the same values, on DuckDB's own connection."""
    with snapshot.engine.connect() as connection:
        raw = connection.connection.dbapi_connection

    def replay(asked: list[Asked]) -> None:
        for name, params in asked:
            query = sql.load(name)
            raw.execute(_for_duckdb(query.text), sql.bound(query, params)).fetchall()

    return replay


def _addresses(snapshot: Snapshot) -> list[dict]:
    """As people narrow: a year, a period, some grades, sometimes an aimak, sometimes a school."""
    dice = random.Random(1)
    aimaks = sorted({school.aimak for school in schools(snapshot).values()})
    codes = sorted(schools(snapshot))
    return [
        {
            "year": [dice.choice(("2024-2025", "2025-2026", "2026-2027"))],
            "period": ["Q1"],
            "grade": dice.sample(grades(snapshot), dice.randint(1, 10)),
            "aimak": dice.sample(aimaks, dice.choice((0, 0, 1, 2))),
            "school": dice.sample(codes, dice.choice((0, 0, 0, 1, 3))),
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


@cache
def _for_duckdb(text: str) -> str:
    """Its own spelling of the values: `$x`, and `list_contains($x, y)` for `y in :x`."""
    text = re.sub(r"([\w.]+) in :(\w+)", r"list_contains($\2, \1)", text)
    return re.sub(r"(?<!:):(\w+)", r"$\1", text)
