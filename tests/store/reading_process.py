"""Another process that has a snapshot open."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CODE = """
import sys
import duckdb

opened = duckdb.connect(sys.argv[1], read_only=True)
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Until it is left."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", CODE, str(path)], text=True, **pipes) as process:
        assert process.stdout.readline() == "open\n"
        yield
        process.stdin.close()
        process.wait()
