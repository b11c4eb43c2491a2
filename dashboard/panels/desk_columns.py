"""What is a sheet that nobody knows? Its first rows, its columns, what was told before."""

from collections.abc import Mapping, Sequence

from dashboard.errors import UserError
from dashboard.i18n import clock, has, integer, order, t
from dashboard.importer import desk_report, own_layouts, told_columns
from dashboard.importer.desk_report import Reported
from dashboard.importer.told_columns import Place, texts_at
from dashboard.panels import desk_words
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.store import own_layouts as kept
from dashboard.store.own_layouts import Stored

COLUMNS = ("name", "table", "headings", "given")
SHOWN = 2  # cells below a heading that stand beside it
WIDE = 3  # texts of a row that tell which it is


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Rows are the layouts that people told; `marks` what is asked now."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    batch = desk_words.chosen(page, asking)
    running = batch is not None and batch.is_running
    found = desk_report.read(asking.settings.store, batch.id) if batch and not running else ()
    own = kept.standing(asking.settings.store)
    sheets = _sheets(found, view, page, batch.id if batch else "")
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=tuple(Column(key, t(f"columns.head.{key}", language)) for key in COLUMNS),
        rows=tuple(_row(one, language) for one in own),
        sentences=(
            desk_words.progress(batch, language)
            if running
            else t("columns.how" if sheets else "columns.none", language),
        ),
        marks={
            "batch": batch.id if batch else "",
            "state": batch.state if running else "",
            "files": desk_words.to_files(batch, page, view),
            "sheets": sheets,
            "asked": _asked(found, view, language),
            "own": [(one.id, _edit(one, view, page)) for one in own],
            "changed": _changed(own, view, language),
        },
    )


def place_of(view: View) -> Place | None:
    """What of it the address says: file, sheet, row, high, table."""
    said = dict(view.options)
    if not said.get("file"):
        return None
    numbers = {key: int(said.get(key) or usual) for key, usual in (("file", 0), ("sheet", 0))}
    top, high = int(said.get("row") or 0) - 1, int(said.get("high") or 1)
    table = said.get("table", "")
    table = table if table in own_layouts.tables() else ""
    return Place(**numbers, top=top, height=high, table=table)


def _sheets(found: Sequence[Reported], view: View, page: Page, batch: str) -> list[tuple]:
    """(words, address, whether it is the one that is open) of each sheet that nobody knows."""
    open_one = place_of(view)
    told = []
    for number, one in enumerate(found):
        for place, (name, _) in enumerate(one.sheets):
            turned = view.turned("batch", batch).turned("file", str(number))
            turned = turned.turned("sheet", str(place)).turned("row", "").turned("table", "")
            words = f"{one.file.path} · {name}" if name else one.file.path
            here = open_one is not None and (open_one.file, open_one.sheet) == (number, place)
            told.append((words, page.path + turned.search(page, view="columns"), here))
    return told


def _asked(found: Sequence[Reported], view: View, language: str) -> dict | None:
    """The sheet that is open; once its table is told, its headings too."""
    place = place_of(view)
    try:
        path, name, rows = told_columns.sheet_at(found, place) if place else ("", "", ())
    except UserError:
        return None
    if not rows:
        return None
    top = place.top if 0 <= place.top < len(rows) else told_columns.likely_top(rows)
    return {
        "place": place,
        "title": f"{path} · {name}" if name else path,
        "rows": rows,
        "top": top,
        "tops": [(str(i + 1), f"{i + 1}: {_beginning(row)}") for i, row in enumerate(rows)],
        "heights": [(str(n), integer(n, language)) for n in range(1, told_columns.TALLEST + 1)],
        "tables": _tables(language),
        "headings": _headings(rows, place, language),
        "needed": _needed(place.table, language) if place.table else "",
    }


def _headings(rows: Sequence[Sequence[str]], place: Place, language: str) -> list[dict]:
    """One for each column that has a heading; preselected only what the table is known by."""
    if not place.table or place.top < 0:
        return []
    try:
        texts = texts_at(rows, place)
    except UserError:
        return []
    known = told_columns.suggested(texts, place.table)
    below = rows[place.top + place.height :][:SHOWN]
    return [
        {
            "number": index,
            "text": text,
            "cells": "; ".join(row[index] for row in below if row[index]),
            "chosen": known.get(text, ""),
            "choices": _choices(place.table, language),
        }
        for index, text in enumerate(texts)
        if text
    ]


def _changed(own: Sequence[Stored], view: View, language: str) -> dict | None:
    """The layout that is being changed: its headings as they were told."""
    one = next((one for one in own if one.key == dict(view.options).get("own")), None)
    if one is None:
        return None
    choices = _choices(one.table_name, language)
    headings = [
        {"number": i, "text": text, "cells": "", "chosen": column, "choices": choices}
        for i, (text, column) in enumerate(one.columns.items())
    ]
    table = t(f"table.{one.table_name}", language)
    needed = _needed(one.table_name, language)
    return {"id": one.id, "name": one.name, "table": table, "headings": headings, "needed": needed}


def _edit(one: Stored, view: View, page: Page) -> str:
    return page.path + view.turned("own", one.key).turned("file", "").search(page, view="columns")


def _row(one: Stored, language: str) -> tuple[Cell, ...]:
    pairs = (f"{text} → {column_words(name, language)}" for text, name in one.columns.items())
    whom = ", ".join(filter(None, (clock(one.at, language), one.who)))
    return (
        Cell(one.name),
        Cell(t(f"table.{one.table_name}", language)),
        Cell("; ".join(pairs)),
        Cell(whom),
    )


def _tables(language: str) -> list[tuple[str, str]]:
    found = [(name, t(f"table.{name}", language)) for name in own_layouts.tables()]
    return sorted(found, key=lambda one: order(one[1], language))


def _choices(table: str, language: str) -> list[tuple[str, str]]:
    """Those that no file can do without have a star."""
    needed = own_layouts.lacking(table, ())
    names: Mapping[str, object] = own_layouts.columns(table)
    return [(n, f"{column_words(n, language)}{' *' if n in needed else ''}") for n in names]


def _needed(table: str, language: str) -> str:
    names = (column_words(name, language) for name in own_layouts.lacking(table, ()))
    return ", ".join(names) or "—"


def column_words(name: str, language: str) -> str:
    """A table's column; or the class and the percentages that an export may have beside them."""
    words = (f"column.{name}", f"metric.{name}", f"columns.own.{name}")
    return next(t(key, language) for key in words if has(key, language))


def _beginning(row: Sequence[str]) -> str:
    texts = [text for text in row if text]
    return " | ".join(texts[:WIDE]) + (" …" if len(texts) > WIDE else "")
