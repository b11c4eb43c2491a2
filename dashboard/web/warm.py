"""Have Dash finish its set-up before the first request, and what is hidden settled beside it."""

import atexit
import gc
import threading
from importlib import import_module

from flask import Flask

from dashboard.metrics import metrics
from dashboard.metrics.counts import takes
from dashboard.web.door import inside


def warm(server: Flask) -> None:
    """With threads, the first concurrent requests of a cold worker fail with "Callback function
    not found for output" (plotly/dash issue 3971)."""
    import_module("pandas")  # as DuckDB does in its first query: two threads find it half made
    client = inside(server)
    for path in ("/_dash-layout", "/_dash-dependencies"):
        client.get(path)
    gc.collect()
    gc.freeze()  # what is there once the worker is warm stays: the collector need not look again
    ended = threading.Event()
    settling = threading.Thread(target=settle, args=(server, ended), daemon=True)
    settling.start()
    atexit.register(_end, settling, ended)


def settle(server: Flask, ended: threading.Event | None = None) -> None:
    """What is hidden is worked out once for each time of a snapshot, a second for a district of
    three years: better before somebody asks. Without a snapshot there is nothing to do."""
    client = inside(server)
    for card in {card.view: card for card in metrics().values()}.values():
        if ended is not None and ended.is_set():
            return
        by = "&".join(f"by={name}" for name in ("school", *card.times) if name in takes(card.view))
        client.get(f"/api/metrics/{card.key}.json?{by}")


def _end(settling: threading.Thread, ended: threading.Event) -> None:
    """A worker that ends while DuckDB works in a thread hangs or is aborted: that ends first."""
    ended.set()
    settling.join()
