"""Handmade files, brought to a desk of one's own, and what came of it."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
import xlsxwriter

from dashboard.importer import desk
from dashboard.importer.options import options
from dashboard.settings import Settings
from dashboard.spec.batch import Batch, FileReport
from dashboard.store import schema
from dashboard.store.current import Reader

SCHOOLS = """school_id,name,country,aliases
S01,№ 1 орто мектеп,KG,Борбордук
S02,№ 2 Ала-Тоо орто мектеби,KG,
S05,№ 5 мектеп-гимназия,KG,Өрүктү мектеби;Гимназия
K07,№ 7 орта мектеп,KZ,
"""
HEADINGS = "school_id,year,period,grade,letter,subject_id,roster,n5,n4,n3,n2"


def workbook(sheets: Mapping[str, list[list]]) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(
        data, {"in_memory": True, "default_date_format": "dd.mm.yyyy"}
    ) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return data.getvalue()


@dataclass
class Desk:
    folder: Path
    settings: Settings

    def bring(self, files: Mapping[str, object], check: bool = False, **said: str) -> Batch:
        """Text is a CSV, a dict of sheets a workbook; the folder holds just these files."""
        for old in self.folder.glob("*"):
            old.unlink()
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            data = workbook(data) if isinstance(data, Mapping) else data
            (self.folder / name).write_bytes(data)
        return desk.bring([self.folder], options(**said), self.settings, check=check)

    def one(self, content: object, name: str = "file.csv", **said: str) -> FileReport:
        if isinstance(content, Mapping):
            name = name.replace(".csv", ".xlsx")
        return self.bring({name: content}, **said).files[0]

    def rows(self, table: str, *columns: str) -> list[tuple]:
        with Reader(self.settings).current().engine.connect() as connection:
            core = schema.core_table(table)
            chosen = [core.c[name] for name in columns]
            found = connection.execute(sa.select(*chosen))
            return sorted((tuple(row) for row in found), key=str)


def checks(report: FileReport) -> list[str]:
    return [problem.check for problem in report.problems]
