"""Made-up panels of names and sheets that nobody knows."""

from dashboard.importer.told_columns import Place
from dashboard.spec.panel import Cell, Column, Panel


def names() -> Panel:
    """A school with two candidates, a course without a register; one answer stands, one ended."""
    school = {
        "text": "Мектеп Өрүкзар",
        "about": "12 rows wait · a.csv",
        "nearest": [("S05", "№ 5 (S05)")],
        "others": [("S01", "№ 1 (S01)")],
        "chosen": "",
        "seen": 0,
    }
    course = {**school, "text": "Жаңы курс", "nearest": [], "others": []}
    titles = ("As written", "What", "Is", "Who", "State")
    columns = tuple(Column(title.lower(), title) for title in titles)
    row = tuple(map(Cell, ("№5 мектеп", "school", "№ 5 (S05)", "today, aigul", "in use")))
    marks = {
        "batch": "20261123T000000000000Z",
        "state": "",
        "asked": [
            {"kind": "school", "title": "Schools", "missing": "", "lines": [school]},
            {"kind": "course", "title": "Courses", "missing": "No register", "lines": [course]},
        ],
        "files": None,
        "answers": [(2, True), (1, False)],
    }
    said = ("Choose what you know.",)
    return Panel("Unknown names", "About", columns, (row, row), sentences=said, marks=marks)


def columns() -> Panel:
    """A sheet whose table is told; one layout told before, which is being changed."""
    heading = {
        "number": 1,
        "text": "Окуу жайы",
        "cells": "№5",
        "chosen": "school_id",
        "choices": [("school_id", "School *"), ("year", "Year *")],
    }
    asked = {
        "place": Place(0, 0, 0, 1, "marks"),
        "title": "a.xlsx · Барак",
        "rows": (("Т/б", "Окуу жайы"), ("1", "№5")),
        "top": 0,
        "tops": [("1", "1: Т/б"), ("2", "2: 1")],
        "heights": [("1", "1"), ("2", "2"), ("3", "3")],
        "tables": [("marks", "Marks")],
        "headings": [heading],
        "needed": "School, Year",
    }
    told = {"id": 3, "name": "Report", "table": "Marks", "headings": [heading], "needed": "School"}
    titles = ("Name", "Table", "Columns", "Who")
    marks = {
        "batch": "20261123T000000000000Z",
        "state": "",
        "files": ("Back to the files", "/data?batch=1"),
        "sheets": [("a.xlsx · Барак", "/data?file=0", True), ("b.xlsx", "/data?file=1", False)],
        "asked": asked,
        "own": [(3, "/data?own=own_1")],
        "changed": told,
    }
    row = tuple(map(Cell, ("Report (own_1)", "Marks", "Окуу жайы → School", "today")))
    heads = tuple(Column(title.lower(), title) for title in titles)
    said = ("Choose a sheet.",)
    return Panel("Unknown sheets", "About", heads, (row,), sentences=said, marks=marks)


FOR_SHOW = {"desk_names": names, "desk_columns": columns}
