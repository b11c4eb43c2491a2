"""`tirek undo`: back to the snapshot before the one in use."""

import argparse
import sys

from dashboard.i18n import t
from dashboard.settings import Settings
from dashboard.store import snapshots

NAME = "undo"


def declare(parser: argparse.ArgumentParser) -> None:
    """Nothing of its own."""


def run(call: argparse.Namespace, settings: Settings) -> int:
    snapshot = snapshots.undo(settings.store)
    sys.stderr.write(t("cli.undone", settings.language, snapshot=snapshot) + "\n")
    return 0
