"""What the import desk says of a batch and of each of its files."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dashboard.i18n import clock, has, integer, plural, t
from dashboard.importer import desk_batch
from dashboard.importer.desk_report import Reported
from dashboard.importer.report import message, place
from dashboard.panels.view import Asking, View
from dashboard.spec.batch import FileReport
from dashboard.spec.page import Page
from dashboard.spec.problem import Problem
from dashboard.store import batches
from dashboard.store.batches import Dropped

UNKNOWN = frozenset({"unknown_school", "unknown_subject", "unknown_course"})


def chosen(page: Page, asking: Asking) -> Dropped | None:
    """The batch of the address; else the latest that is not at its end."""
    settings, named = asking.settings, asking.view.option(page, "batch")
    if named and batches.find(settings.store, named):
        return desk_batch.look(settings, named)
    return next(iter(open_batches(asking)), None)


def open_batches(asking: Asking) -> list[Dropped]:
    """The newest first."""
    found = (batch for batch in batches.batches(asking.settings.store) if batch.is_open)
    return [desk_batch.look(asking.settings, batch.id) for batch in found]


def by_whom(batch: Dropped, language: str) -> str:
    """«23 November 14:05, aigul»"""
    return ", ".join(filter(None, (clock(batch.at, language), batch.who)))


def to_files(batch: Dropped | None, page: Page, view: View) -> tuple[str, str] | None:
    """Where a batch is loaded, from where something of it is answered."""
    if batch is None or batch.state != "checked":
        return None
    href = page.path + view.turned("batch", batch.id).search(page, view="bring")
    return t("desk.to_files", view.language), href


def progress(batch: Dropped, language: str) -> str:
    """«Reading the files: 12 of 46»"""
    if not batch.is_running:
        return t(f"desk.state.{batch.state}", language)
    counts = {"done": integer(batch.done, language), "total": integer(batch.total, language)}
    said = f"desk.stage.{batch.stage or 'waiting'}"
    return t(said, language, **counts)


def trouble(batch: Dropped, language: str) -> str:
    """Why it failed; "" if it did not."""
    return t(batch.trouble, language, **batch.about) if batch.state == "failed" else ""


def said(problem: Problem, language: str) -> str:
    """Where, what, what to do. What can be answered on this page is not asked for as a command
    would ask."""
    if has(f"problem.{problem.check}_here", language):
        about = {**problem.about, "say": f"{problem.check}_here"}
        problem = replace(problem, about=about)
    return f"{place(problem, language)}{message(problem, language)}"


def summary(found: Sequence[Reported], state: str, language: str) -> str:
    """«46 files: 43 understood, 3 not. 12,345 rows to load, 20 not.»"""
    counts = Counter(one.file.status for one in found)
    parts = [
        plural(f"desk.{status}", counts[status], language, number=integer(counts[status], language))
        for status in ("loaded", "unchanged", "rejected")
        if counts[status]
    ]
    files = plural("import.files", len(found), language)
    sums = {
        "rows": integer(sum(one.file.rows_loaded for one in found), language),
        "out": integer(sum(one.file.rows_rejected for one in found), language),
    }
    key = "desk.summary.loaded" if state == "loaded" else "desk.summary"
    return t(key, language, files=files, parts=", ".join(parts), **sums)


def tables(file: FileReport, language: str) -> str:
    return ", ".join(
        f"{t(f'table.{name}', language)}: {integer(rows, language)}"
        for name, rows in file.tables.items()
    )
