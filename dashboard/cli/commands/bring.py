"""`tirek import PATH…`: files, folders and .zip into a new snapshot."""

import argparse
import sys
from pathlib import Path

import orjson

from dashboard.importer import desk, telling
from dashboard.importer.options import Options
from dashboard.settings import Settings

NAME = "import"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--check", action="store_true")
    for name in ("year", "period", "school", "subject", "round", "layout"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--class", dest="class_")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(call: argparse.Namespace, settings: Settings) -> int:
    names = ("year", "period", "school", "subject", "class_", "round", "layout")
    options = Options.read({name: getattr(call, name) for name in names})
    batch = desk.bring(call.paths, options, settings, check=call.check)
    if call.format == "json":
        told = telling.as_json(batch, settings.language)
        sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
    else:
        sys.stderr.write(telling.as_text(batch, settings.language))
    return telling.exit_code(batch)
