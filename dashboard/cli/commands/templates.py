"""`tirek templates DIR --lang ky`: empty workbooks that schools and the district fill in."""

import argparse
import sys
from datetime import date
from pathlib import Path

from dashboard import templates
from dashboard.errors import NoSnapshot, WrongCall
from dashboard.i18n import LANGUAGES, known, t
from dashboard.settings import Settings
from dashboard.store import upgrade
from dashboard.store.current import Reader, Snapshot
from dashboard.templates.lists import lists

NAME = "templates"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--lang", metavar="LANG")


def run(call: argparse.Namespace, settings: Settings) -> int:
    """With a snapshot in the store the drop-downs offer the district's schools and subjects."""
    language = _language(call.lang or settings.language)
    offered = lists(_snapshot(settings), language, date.today())
    for path in templates.write(call.folder, language, offered):
        sys.stderr.write(t("cli.written", settings.language, path=path) + "\n")
    return 0


def _snapshot(settings: Settings) -> Snapshot | None:
    upgrade.bring_up_to_date(settings)
    try:
        return Reader(settings).current()
    except NoSnapshot:
        return None


def _language(code: str) -> str:
    if known(code) is None:
        raise WrongCall("unknown_language", language=code, known=", ".join(LANGUAGES))
    return code
