"""`tirek sample DIR`: made-up school exports in the real layouts, and what must come of them."""

import argparse
import sys
from pathlib import Path

from dashboard import sample
from dashboard.errors import WrongCall
from dashboard.i18n import t
from dashboard.settings import Settings

NAME = "sample"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--schools", type=int, default=45)
    parser.add_argument("--years", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)


def run(call: argparse.Namespace, settings: Settings) -> int:
    """Never writes into a folder that holds something else."""
    ours = (call.folder / "truth.json").exists()
    if not ours and call.folder.exists() and any(call.folder.iterdir()):
        raise WrongCall("folder_in_use", path=call.folder)
    sample.write(call.folder, schools=call.schools, years=call.years, seed=call.seed)
    sys.stderr.write(t("cli.written", settings.language, path=call.folder) + "\n")
    return 0
