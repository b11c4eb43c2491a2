"""`tirek redo`: an undo is taken back."""

import argparse
import sys

from dashboard.i18n import t
from dashboard.settings import Settings
from dashboard.store import snapshots

NAME = "redo"


def declare(parser: argparse.ArgumentParser) -> None:
    """Nothing of its own."""


def run(call: argparse.Namespace, settings: Settings) -> int:
    snapshot = snapshots.redo(settings.store)
    sys.stderr.write(t("keeping.redone", settings.language, snapshot=snapshot) + "\n")
    return 0
