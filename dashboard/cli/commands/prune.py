"""`tirek prune`: remove old snapshots, and the originals that no snapshot needs any more."""

import argparse
import sys
from collections.abc import Iterator

from dashboard.i18n import integer, number, plural, t
from dashboard.importer.children_listed import lists_children
from dashboard.settings import Settings
from dashboard.store import prune

NAME = "prune"
MEGABYTE = 1 << 20


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true")


def run(call: argparse.Namespace, settings: Settings) -> int:
    """With `--check` it only says what would go."""
    work = prune.plan if call.check else prune.prune
    found = work(settings, lists_children)
    sys.stdout.writelines(f"{line}\n" for line in lines(found, call.check, settings.language))
    return 0


def lines(found: prune.Plan, check: bool, language: str) -> Iterator[str]:
    if found.is_empty:
        yield t("prune.nothing", language)
        return
    yield t("prune.would" if check else "prune.done", language, size=size(found.size, language))
    for what in ("snapshots", "originals", "children", "reports"):
        if names := getattr(found, what):
            count = len(names)
            yield "  " + plural(f"prune.{what}", count, language, number=integer(count, language))
    for name in found.snapshots:
        yield f"    {name}"


def size(of: int, language: str) -> str:
    return t("prune.megabytes", language, size=number(of / MEGABYTE, language, 1))
