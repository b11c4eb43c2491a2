"""`tirek freeze`: keep a snapshot for good, or no longer (`--off`)."""

import argparse
import sys

from dashboard.i18n import t
from dashboard.settings import Settings
from dashboard.store import frozen

NAME = "freeze"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("snapshot", metavar="SNAPSHOT")
    parser.add_argument("--why", default="", metavar="WORDS")
    parser.add_argument("--off", action="store_true")


def run(call: argparse.Namespace, settings: Settings) -> int:
    if call.off:
        frozen.thaw(settings.store, call.snapshot)
    else:
        frozen.freeze(settings.store, call.snapshot, call.why)
    said = "keeping.thawed" if call.off else "keeping.frozen"
    sys.stderr.write(t(said, settings.language, snapshot=call.snapshot) + "\n")
    return 0
