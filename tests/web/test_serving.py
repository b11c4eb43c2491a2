"""The whole server as it runs: several workers, imports landing, no store, other addresses."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.settings import Settings
from dashboard.store import draft as drafts
from dashboard.store import rows
from tests.conftest import SCHOOLS, marks
from tests.serving import served

CLIENTS = 32


def _publish(settings: Settings, pupils: int) -> str:
    with drafts.draft(settings.store, settings) as opened:
        rows.replace(opened, "schools", SCHOOLS, 1)
        rows.replace(opened, "marks", [marks(n4=pupils)], 1)
        return drafts.publish(opened, {"files": []})


def _get(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read()


def test_no_request_fails_while_imports_land_and_every_worker_moves_on(settings):
    """A request that begins after an import has landed is answered from it, in every worker."""
    landed = [(time.monotonic(), 20)]
    _publish(settings, 20)
    stop = threading.Event()
    seen = []

    def ask(url: str) -> None:
        while not stop.is_set():
            began = time.monotonic()
            least = max(pupils for when, pupils in list(landed) if when <= began)
            status, body = _get(f"{url}/api/metrics/quality.json")
            pupils = json.loads(body)[0]["pupils"] if status == 200 else None
            seen.append((status, pupils, least))

    with served(settings.store) as url, ThreadPoolExecutor(CLIENTS) as clients:
        asking = [clients.submit(ask, url) for _ in range(CLIENTS)]
        for pupils in (30, 40, 50):
            time.sleep(0.5)
            _publish(settings, pupils)
            landed.append((time.monotonic(), pupils))
        time.sleep(0.5)
        stop.set()
        for each in asking:
            each.result()
    assert {status for status, _, _ in seen} == {200}
    assert all(pupils >= least for _, pupils, least in seen)
    assert {pupils for _, pupils, _ in seen} >= {20, 50}


def _workers(url: str) -> list[int]:
    """The processes that answer at a port: the children of the one that was started."""
    port = url.rpartition(":")[2]
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        call = process.joinpath("cmdline")
        if call.exists() and f"127.0.0.1:{port}".encode() in call.read_bytes():
            found.append(int(process.name))
    return sorted(found)[1:]


def test_a_killed_worker_is_replaced_and_the_snapshot_serves_on(settings):
    _publish(settings, 20)
    with served(settings.store) as url:
        before = _workers(url)
        os.kill(before[0], signal.SIGKILL)
        until = time.monotonic() + 30
        while time.monotonic() < until and len(set(_workers(url)) - set(before)) == 0:
            time.sleep(0.1)
        answers = [_get(f"{url}/api/metrics/quality.json") for _ in range(8)]
    assert {status for status, _ in answers} == {200}
    assert {json.loads(body)[0]["pupils"] for _, body in answers} == {20}


@pytest.mark.parametrize("server", ["gunicorn", "waitress"])
def test_without_data_it_says_so_and_with_data_it_opens(server, settings):
    with served(settings.store, workers=1, server=server) as url:
        status, body = _get(f"{url}/healthz")
        assert status == 503
        assert "tirek import" in json.loads(body)["reason"]
        assert _get(f"{url}/quality")[0] == 200
        name = _publish(settings, 20)
        status, body = _get(f"{url}/healthz")
        assert (status, json.loads(body)["snapshot"]) == (200, name)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::"])
def test_another_address_is_refused_with_a_sentence(host, settings):
    call = [sys.executable, "-m", "dashboard", "serve", "--host", host]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert host in done.stderr
    assert "127.0.0.1" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_master_of_the_workers_never_loads_duckdb():
    """A worker forked from a process that has does not end by itself."""
    code = "import sys, dashboard.web.gunicorn_conf; sys.exit('duckdb' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
