"""The rows that a number was counted from: of which file, sheet and row, and what stands there."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dashboard.i18n import day, has, integer, number, plural, t
from dashboard.panels import correction_words, words
from dashboard.panels.sourcing import Sourced, sourced, with_table
from dashboard.panels.view import Asking, View
from dashboard.spec import core
from dashboard.spec.correctable import key_text
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Choice, Column, Panel, Switch
from dashboard.store import corrections
from dashboard.store.provenance import Row

SHOWN = 200  # rows; more are narrowed first
NAMED = {"school": "school", "subject": "subject", "period": "period"}
NAMES = frozenset({"school", "subject", "teacher", "year", "period", "round", "letter", "text"})
SUBJECTS = "subject_ids"  # a list of codes
COUNTS = frozenset({"integer", "number"})


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`marks["looked"]`: rows of a hidden group are shown, which is written down.
    `marks["cells"]` holds what a person may put right of each row, `marks["names"]` what it is of,
    `marks["table"]` of which table, `marks["then"]` where to go afterwards."""
    language = view.language
    title = t("block.sources.rows", language)
    found = sourced(page, view, asking)
    if found is None:
        return Panel(title, "", empty=t("sources.nothing_asked", language))
    if not found.places:
        why = "sources.hidden" if found.hidden else "sources.of_persons"
        return Panel(title, "", empty=t(why, language))
    return _listed(title, page, view, found)


def _listed(title: str, page: Page, view: View, found: Sourced) -> Panel:
    table, language = with_table(page, view, found), view.language
    file = int(view.option(page, "file") or 0) or None
    files = found.counted.files(table)
    total = sum(each.rows for each in files if file in (None, each.source_id))
    rows = found.counted.rows(table, SHOWN, file)
    switches = _tables(page, view, found, table)
    if not rows:
        return Panel(title, "", empty=t("sources.no_rows", language), switches=switches)
    used = _used(table, rows) if found.opens else []
    alike = _alike(table, used, rows)
    columns = [name for name in used if name not in alike]
    marks = {"looked": found.looked, "table": table, "then": page.path + view.search(page)}
    return Panel(
        title=title,
        about=_about(total, len(rows), language) + _said_once(table, alike, rows[0], found),
        columns=(*_place_columns(language), *(_column(table, name, language) for name in columns)),
        rows=_rows(rows, table, columns, found),
        switches=switches,
        marks=marks | {"cells": _cells(rows, found), "names": _names(rows, table, found)},
    )


def _about(total: int, shown: int, language: str) -> str:
    said = [plural("sources.counted", total, language, number=integer(total, language))]
    if shown < total:
        said.append(t("sources.first", language, number=integer(shown, language)))
    return " ".join([*said, t("block.sources.rows.about", language)])


def _place_columns(language: str) -> tuple[Column, ...]:
    parts = (("file", "text"), ("sheet", "text"), ("row", "count"))
    return tuple(Column(part, t(f"sources.{part}", language), unit=unit) for part, unit in parts)


def _used(table: str, rows: Iterable[Row]) -> list[str]:
    """Columns that any of the rows has something in."""
    names = core.tables()[table].columns
    return [name for name in names if any(row.cells[name] is not None for row in rows)]


def _alike(table: str, names: Iterable[str], rows: Sequence[Row]) -> list[str]:
    """Words that are the same in every row: told once, so that the counts have room."""
    columns = core.tables()[table].columns
    return [
        name
        for name in names
        if len(rows) > 1
        and columns[name].type in NAMES
        and len({row.cells[name] for row in rows}) == 1
    ]


def _said_once(table: str, names: Iterable[str], row: Row, found: Sourced) -> str:
    """« In all: School year 2026-2027; Subject Geometry.»"""
    language, columns = found.asking.view.language, core.tables()[table].columns
    said = [
        ": ".join(
            (
                _column(table, name, language).title,
                _cell(columns[name], row.cells[name], found).text,
            )
        )
        for name in names
    ]
    return " " + t("sources.alike", language, what="; ".join(said)) if said else ""


def _column(table: str, name: str, language: str) -> Column:
    spec = core.tables()[table].columns[name]
    key = f"column.{name}"
    title = t(key, language) if has(key, language) else (spec.headings.get(language) or (name,))[0]
    return Column(name, title, unit="number" if core.TYPES[spec.type] in COUNTS else "text")


def _rows(
    rows: Iterable[Row], table: str, columns: Iterable[str], found: Sourced
) -> tuple[tuple[Cell, ...], ...]:
    spec, snapshot = core.tables()[table], found.asking.snapshot
    imported = {one.cell: one.imported for one in corrections.used(snapshot, [table])}

    def made(row: Row) -> tuple[Cell, ...]:
        key = key_text(spec, row.cells)
        told = (_told(spec, row, name, imported.get((table, key, name)), found) for name in columns)
        return (*_place(row, found.asking.view.language), *told)

    return tuple(map(made, rows))


def _place(row: Row, language: str) -> tuple[Cell, ...]:
    return (
        Cell(row.file or t("sources.shipped", language)),
        Cell(row.sheet or ""),
        Cell("" if row.number is None else str(row.number), row.number, "count"),
    )


def _told(spec: core.CoreTable, row: Row, name: str, imported: str | None, found: Sourced) -> Cell:
    """What was put right by hand stands beside what the file says."""
    column, language = spec.columns[name], found.asking.view.language
    cell = _cell(column, row.cells[name], found)
    if imported is None:
        return cell
    of_file = correction_words.said(column, imported, language)
    return cell._replace(text=t("sources.put_right", language, now=cell.text, file=of_file))


def _cell(spec: core.Column, value: object, found: Sourced) -> Cell:
    """As a person reads it; codes of schools and subjects by their names."""
    asking = found.asking
    language = asking.view.language
    if value is None:
        return Cell("")
    if isinstance(value, bool):
        return Cell(t(f"sources.{str(value).lower()}", language))
    if isinstance(value, int | float) and spec.type not in ("grade",):
        return Cell(_number(value, language), value, "number")
    if isinstance(value, date):
        return Cell(day(value, language))
    if spec.type in ("choice", "round") and has(f"choice.{value}", language):
        return Cell(t(f"choice.{value}", language))
    if spec.name == SUBJECTS:
        return Cell(_subjects(str(value), asking))
    kind = NAMED.get(spec.type, "")
    return Cell(words.name(kind, value, asking.snapshot, language))


def _subjects(value: str, asking: Asking) -> str:
    """«Algebra, Geometry» of a cell with their codes."""
    named = (
        words.name("subject", code, asking.snapshot, asking.view.language)
        for code in value.split(";")
    )
    return ", ".join(named)


def _number(value: float, language: str) -> str:
    whole = float(value).is_integer()
    return integer(int(value), language) if whole else number(value, language, 2)


def _cells(rows: Iterable[Row], found: Sourced) -> tuple[Mapping[str, object], ...]:
    """What may be put right by those who may."""
    return tuple(row.cells for row in rows) if found.opens else ()


def _names(rows: Iterable[Row], table: str, found: Sourced) -> tuple[str, ...]:
    """What each is of: one row of a file may be many of ours."""
    if not found.opens:
        return ()
    key, asking = core.tables()[table].key, found.asking
    language = asking.view.language
    return tuple(
        correction_words.row(
            table, {part: row.cells[part] for part in key}, asking.snapshot, language
        )
        for row in rows
    )


def _tables(page: Page, view: View, found: Sourced, used: str) -> tuple[Switch, ...]:
    """A number of a register stands on several tables."""
    if len(found.counted.tables) < 2:
        return ()
    language = view.language
    choices = tuple(
        Choice(
            table,
            t(f"table.{table}", language),
            page.path + view.turned("table", table).search(page),
            table == used,
        )
        for table in found.counted.tables
    )
    return (Switch("table", t("option.table", language), choices),)
