"""`tirek query METRIC --by DIM --where KEY=VALUE`: the very numbers the pages show."""

import argparse
import sys

from dashboard import questions
from dashboard.metrics import ask, listing
from dashboard.settings import Settings
from dashboard.store import upgrade
from dashboard.store.current import Reader

NAME = "query"
FORMATS = {"csv": listing.as_csv, "json": listing.as_json, "table": listing.as_table}


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("metric", metavar="METRIC")
    parser.add_argument("--by", action="append", default=[], metavar="DIM")
    parser.add_argument("--where", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--format", choices=sorted(FORMATS), default="table")


def run(call: argparse.Namespace, settings: Settings) -> int:
    question = questions.typed(call.metric, call.by, call.where)
    upgrade.bring_up_to_date(settings)
    answer = ask(question, Reader(settings).current(), settings)
    sys.stdout.buffer.write(FORMATS[call.format](answer))
    return 0
