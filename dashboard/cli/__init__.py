"""The command line: `tirek COMMAND …`, one module of `commands` for each."""

from dashboard.cli.main import main

__all__ = ["main"]
