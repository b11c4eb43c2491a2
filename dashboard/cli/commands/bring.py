"""`tirek import PATH…`: files, folders and .zip into a new snapshot."""

import argparse
import sys
from pathlib import Path

import orjson

from dashboard.importer import desk, report
from dashboard.importer.options import options
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
    said = options(**{name: getattr(call, name) for name in names})
    batch = desk.bring(call.paths, said, settings, check=call.check)
    if call.format == "json":
        told = report.as_json(batch, settings.language)
        sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
    else:
        sys.stderr.writelines(f"{line}\n" for line in report.as_text(batch, settings.language))
    return report.exit_code(batch)
