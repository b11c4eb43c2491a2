"""`tirek export PAGE`: the file that the page would give."""

import argparse
import sys
from pathlib import Path

from dashboard import questions
from dashboard.discover import discover
from dashboard.errors import WrongCall
from dashboard.exports import FORMATS, report
from dashboard.i18n import LANGUAGES, known, t
from dashboard.panels import View
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Page
from dashboard.store import upgrade
from dashboard.store.current import Reader

NAME = "export"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("page", metavar="PAGE")
    parser.add_argument("--where", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--lang", metavar="LANG")
    parser.add_argument("--format", required=True, metavar="|".join(FORMATS))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def run(call: argparse.Namespace, settings: Settings) -> int:
    page, language = _page(call.page), _language(call.lang or settings.language)
    if call.format not in FORMATS:
        raise WrongCall("unknown_format", form=call.format, known=", ".join(FORMATS))
    where, rule = questions.where_and_rule(call.where)
    view = View(FilterState.from_query(page.filters, where), language, rule)
    upgrade.bring_up_to_date(settings)
    made = report.make(page, view, Reader(settings).current(), settings)
    call.output.write_bytes(FORMATS[call.format].write(made))
    sys.stderr.write(t("cli.written", settings.language, path=call.output) + "\n")
    return 0


def _page(key: str) -> Page:
    pages = {page.key: page for page in discover("dashboard.pages", "PAGE")}
    if key not in pages:
        raise WrongCall("unknown_page", page=key, known=", ".join(pages))
    return pages[key]


def _language(code: str) -> str:
    if known(code) is None:
        raise WrongCall("unknown_language", language=code, known=", ".join(LANGUAGES))
    return code
