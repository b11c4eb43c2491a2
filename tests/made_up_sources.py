"""Made-up panels of the page of sources."""

from dashboard.spec.panel import Cell, Column, Panel

PLACE = (Column("file", "File"), Column("sheet", "Sheet"), Column("row", "Row", unit="count"))
CELLS = {"school_id": "S01", "year": "2026-2027", "period": "Q1", "grade": 7, "letter": "А"}


def number() -> Panel:
    rows = ((Cell("Value"), Cell("52.0 %", 0.52, "percent", 1)),)
    return Panel(
        "Quality", "", columns=PLACE[:2], rows=rows, sentences=("This look is written down.",)
    )


def files() -> Panel:
    row = (Cell("7 класс.xlsx", href="/sources?file=1"), Cell("marks"), Cell("4", 4, "count"))
    marks = {"originals": ("/original/1?lang=en",)}
    return Panel("Files", "", columns=PLACE, rows=(row,), marks=marks)


def rows() -> Panel:
    row = (Cell("7 класс.xlsx"), Cell("8А"), Cell("12", 12, "count"), Cell("9", 9, "number"))
    cells = CELLS | {"group": None, "subject_id": "chemistry", "n5": 9}
    marks = {"table": "marks", "cells": (cells,), "then": "/sources?lang=en", "looked": False}
    marks |= {"names": ("№ 1 мектеп, 7А",)}
    columns = (*PLACE, Column("n5", "Marks «5»", unit="number"))
    return Panel("Rows", "", columns=columns, rows=(row,), marks=marks)


FOR_SHOW = {"source_number": number, "source_files": files, "source_rows": rows}
