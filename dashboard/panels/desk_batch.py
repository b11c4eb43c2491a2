"""The batch that is chosen: how far it is, what was understood of each file, what is asked."""

from collections.abc import Mapping, Sequence

from dashboard.i18n import integer, plural, t
from dashboard.importer import desk_report
from dashboard.importer.desk_report import Reported
from dashboard.panels import desk_asked, desk_words, layout_words
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.store import batches
from dashboard.store.batches import Dropped

COLUMNS = (("layout", "text"), ("tables", "text"), ("in", "count"), ("out", "count"))
SHOWN = 60  # problems of one file on the page; all of them are in the workbook
WORST = {"rejected": 0, "loaded": 1, "unchanged": 2}


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    language, stem = view.language, f"block.{page.key}.{block.key}"
    batch = desk_words.chosen(page, asking)
    if batch is None:
        return Panel(t(stem, language), "", empty=t(f"{stem}.empty", language))
    found = desk_report.read(asking.settings.store, batch.id)
    shown = () if batch.is_running else found
    places = {id(one): place for place, one in enumerate(found)}  # of thousands of files
    own = layout_words.own(asking)
    return Panel(
        title=t(f"{stem}.loaded" if batch.state == "loaded" else stem, language),
        about=_about(batch, f"{stem}.about", language),
        columns=(
            Column("name", t("desk.file", language)),
            *(Column(key, t(f"desk.column.{key}", language), unit=unit) for key, unit in COLUMNS),
            Column("problems", t("desk.column.problems", language)),
        ),
        rows=tuple(_row(one, own, language) for one in _in_order(shown)),
        sentences=_said(batch, shown, language),
        marks={
            "batch": batch,
            "progress": desk_words.progress(batch, language),
            "problems": [_problems(one, language) for one in _in_order(shown)],
            "files": [_file(one, places[id(one)], view, page, batch) for one in _in_order(shown)],
            "asked": desk_asked.asked(shown, _told(batch, asking), asking),
            "loads": any(one.file.rows_loaded for one in shown),
            "names": _names(shown, batch, page, view),
        },
    )


def _about(batch: Dropped, key: str, language: str) -> str:
    """Until it is to be loaded, that nothing is changed yet."""
    whom = desk_words.by_whom(batch, language)
    said = f"{key}.{batch.state}" if batch.state in ("loading", "loaded") else key
    return t(said, language, whom=whom)


def _in_order(found: Sequence[Reported]) -> list[Reported]:
    """What was refused first, then rows that stay out, then what is only told; each as it came."""

    def need(one: Reported) -> tuple[int, bool, bool]:
        file = one.file
        return (WORST[file.status], not file.rows_rejected, not file.problems)

    return sorted(found, key=need)


def _row(one: Reported, own: Mapping[str, str], language: str) -> tuple[Cell, ...]:
    file = one.file
    status = t(f"desk.status.{file.status}", language)
    return (
        Cell(file.path),
        Cell(layout_words.called(file.layout, own, language) or t("desk.no_layout", language)),
        Cell(desk_words.tables(file, language) or status),
        Cell(integer(file.rows_loaded, language), file.rows_loaded, "count"),
        Cell(integer(file.rows_rejected, language), file.rows_rejected, "count"),
        Cell("; ".join(_problems(one, language)["said"]) or "—"),
    )


def _problems(one: Reported, language: str) -> dict:
    """`said`: each with its place; `more`: those that only the workbook holds."""
    said = [desk_words.said(problem, language) for problem in one.file.problems[:SHOWN]]
    left = len(one.file.problems) - SHOWN
    more = plural("import.more_problems", left, language) if left > 0 else ""
    return {"said": said, "more": more}


def _file(one: Reported, number: int, view: View, page: Page, batch: Dropped) -> dict:
    """Where a click leads: the problem rows as a workbook, the columns to be told by hand."""
    book = f"/data/{batch.id}/{number}/problems.xlsx?lang={view.language}"
    chosen = view.turned("batch", batch.id).turned("file", str(number))
    return {
        "status": "partly" if _is_partly(one) else one.file.status,
        "telling": one.file.status == "rejected" or bool(one.file.problems),
        "book": book if one.file.problems and one.file.sha256 else "",
        "columns": page.path + chosen.search(page, view="columns") if one.sheets else "",
    }


def _is_partly(one: Reported) -> bool:
    return one.file.status == "loaded" and one.file.rows_rejected > 0


def _said(batch: Dropped, shown: Sequence[Reported], language: str) -> tuple[str, ...]:
    said = [desk_words.trouble(batch, language)]
    said += [desk_words.summary(shown, batch.state, language)] if shown else []
    if batch.answered:
        number = integer(batch.answered, language)
        said.append(plural("desk.answered", batch.answered, language, number=number))
    return tuple(filter(None, said))


def _names(
    shown: Sequence[Reported], batch: Dropped, page: Page, view: View
) -> tuple[str, str] | None:
    """How many names nobody knows, and where they are answered."""
    names = {
        (problem.check, problem.value)
        for one in shown
        for problem in one.file.problems
        if problem.check in desk_words.UNKNOWN
    }
    if not names:
        return None
    number = integer(len(names), view.language)
    words = plural("desk.unknown_names", len(names), view.language, number=number)
    return words, page.path + view.turned("batch", batch.id).search(page, view="names")


def _told(batch: Dropped, asking: Asking) -> dict:
    return batches.answers(asking.settings.store, batch.id)
