"""The files that a number was counted from; the kept originals for those who bring them."""

from collections.abc import Iterable

from dashboard.i18n import integer, moment, t
from dashboard.panels import layout_words
from dashboard.panels.layout_words import called
from dashboard.panels.sourcing import Sourced, sourced
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.store import places, snapshots
from dashboard.store.provenance import File

PARTS = ("file", "layout", "imported", "who", "rows")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A click on a file narrows the rows to it. `marks["originals"]` holds the address of each."""
    language = view.language
    title = t("block.sources.files", language)
    found = sourced(page, view, asking)
    if found is None:
        return Panel(title, "", empty=t("sources.nothing_asked", language))
    files = _files(found) if found.places else ()
    rows = _rows(files, page, view, asking) if found.places else _whole(found, asking)
    if not rows:
        return Panel(title, "", empty=t("sources.no_files", language))
    about = "block.sources.files.about" if found.places else "sources.files.whole"
    shown = [place for place, _ in enumerate(rows[0]) if any(row[place].text for row in rows)]
    return Panel(
        title=title,
        about=t(about, language),
        columns=_columns([PARTS[place] for place in shown], language),
        rows=tuple(tuple(row[place] for place in shown) for row in rows),
        marks={"originals": tuple(_original(f, found) for f in files)} if found.opens else {},
    )


def _columns(parts: Iterable[str], language: str) -> tuple[Column, ...]:
    units = {"rows": "count"}
    return tuple(Column(p, t(f"sources.{p}", language), unit=units.get(p, "text")) for p in parts)


def _files(found: Sourced) -> tuple[File, ...]:
    """Of all tables; a file may be of several."""
    known: dict[int | None, File] = {}
    for table in found.counted.tables:
        for file in found.counted.files(table):
            before = known.get(file.source_id)
            known[file.source_id] = file.plus(before.rows) if before else file
    return tuple(known.values())


def _rows(files: Iterable[File], page: Page, view: View, asking: Asking) -> list[tuple[Cell, ...]]:
    language, used = view.language, view.option(page, "file")
    own = layout_words.own(asking)
    return [
        (
            Cell(file.name or t("sources.shipped", language), href=_narrow(file, used, page, view)),
            Cell(called(file.layout, own, language)),
            Cell(moment(file.imported, language) if file.imported else ""),
            Cell(_who(file, asking)),
            Cell(integer(file.rows, language), file.rows, "count"),
        )
        for file in files
    ]


def _whole(found: Sourced, asking: Asking) -> list[tuple[Cell, ...]]:
    """Without how many rows of each."""
    language, own = asking.view.language, layout_words.own(asking)
    return [
        (
            Cell(file.name),
            Cell(called(file.layout, own, language)),
            Cell(moment(file.imported, language) if file.imported else ""),
        )
        for file in found.whole_files()
    ]


def _narrow(file: File, used: str, page: Page, view: View) -> str:
    """A second click lets all files in again."""
    if file.source_id is None:
        return ""
    chosen = str(file.source_id)
    return page.path + view.turned("file", "" if used == chosen else chosen).search(page)


def _who(file: File, asking: Asking) -> str:
    """Who imported it, as the snapshot of that moment says; nobody without a log-in."""
    if not file.imported:
        return ""
    digits = "".join(c for c in file.imported.partition("+")[0] if c.isdecimal())
    name = f"{digits[:8]}T{digits[8:]}Z"
    if not places.summary(asking.settings.store, name).exists():
        return ""
    return snapshots.describe(asking.settings.store, name).get("who") or ""


def _original(file: File, found: Sourced) -> str:
    language = found.asking.view.language
    return f"/original/{file.source_id}?lang={language}" if file.source_id else ""
