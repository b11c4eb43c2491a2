"""Start `tirek serve` as a person would, on a free port, and end it by its own process."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LONGEST_START = 60  # seconds


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def served(store: Path, workers: int = 2, server: str = "gunicorn") -> Iterator[str]:
    """The address of a running dashboard over the store."""
    port = free_port()
    call = ["serve", "--port", str(port), "--workers", str(workers), "--server", server]
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard", *call, "--store", str(store)],
        stderr=subprocess.DEVNULL,
        env=os.environ | {"TIREK_MEMORY": "256MB"},
    )
    try:
        _wait(f"http://127.0.0.1:{port}/healthz", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def _wait(url: str, process: subprocess.Popen) -> None:
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError as answered:
            answered.close()
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not start")
