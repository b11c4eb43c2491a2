"""`tirek rebuild`: the snapshot in use again from the kept files alone; does it hold the same?"""

import argparse
import sys
from collections.abc import Iterator

from dashboard.i18n import integer, plural, t
from dashboard.importer.rebuild import Rebuilt, rebuild
from dashboard.settings import Settings
from dashboard.store import upgrade
from dashboard.store.again import Difference, Row

NAME = "rebuild"
SHA256 = 12  # letters of it that tell one kept file from another


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--publish", action="store_true")


def run(call: argparse.Namespace, settings: Settings) -> int:
    """0 the same · 1 rows differ · 3 a kept file is missing or was changed."""
    upgrade.bring_up_to_date(settings)
    rebuilt = rebuild(settings, publish=call.publish)
    sys.stdout.writelines(f"{line}\n" for line in lines(rebuilt, settings.language))
    return 0 if rebuilt.same else 1


def lines(rebuilt: Rebuilt, language: str) -> Iterator[str]:
    files = plural("rebuild.files", rebuilt.files, language)
    said = "rebuild.same" if rebuilt.same else "rebuild.differs"
    yield t(said, language, snapshot=rebuilt.snapshot, files=files)
    for one in rebuilt.differences:
        yield from _table(one, rebuilt.sha256, language)
    if rebuilt.published:
        yield t("rebuild.published", language, snapshot=rebuilt.published)
    elif not rebuilt.same:
        yield t("rebuild.not_published", language)


def _table(one: Difference, sha256: dict[int, str], language: str) -> Iterator[str]:
    counts = {side: integer(getattr(one, side), language) for side in ("in_use", "anew")}
    yield "  " + t("rebuild.table", language, table=one.table, **counts)
    for side in ("in_use", "anew"):
        shown = getattr(one, f"rows_{side}")
        for row in shown:
            yield f"    {t(f'rebuild.{side}', language)}: {_row(row, sha256, language)}"
        if getattr(one, side) > len(shown):
            more = integer(getattr(one, side) - len(shown), language)
            yield f"    {t(f'rebuild.{side}', language)}: {t('rebuild.more', language, count=more)}"


def _row(row: Row, sha256: dict[int, str], language: str) -> str:
    """Where it came from, and its key as far as that names nobody."""
    shipped = t("rebuild.shipped", language)
    kept = sha256.get(row.source_id, "")[:SHA256]
    parts = [t("rebuild.file", language, sha256=kept) if kept else shipped]
    if row.number is not None:
        parts.append(t("rebuild.row", language, number=row.number))
    return ", ".join((*parts, *row.key))
