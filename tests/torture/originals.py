"""A small sound file in every layout and every format, with what is said of it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from dashboard.importer.options import Options
from dashboard.spec import core
from tests.importer.course_lists import HEAD, teacher
from tests.importer.handmade import SCHOOLS, workbook
from tests.importer.layout_forms import FORMS
from tests.importer.layout_samples import SAMPLES
from tests.importer.reading import writers
from tests.importer.test_reading_exports import CHILDREN, EGRA
from tests.importer.test_reading_exports import HEAD as TABLET
from tests.torture import mutations

SAID = Options(year="2026-2027", period="Q1", school="S05", round="start")
VALUES = {  # a cell that fits a column of that type
    "text": "X-1",
    "school": "S05",
    "subject": "physics",
    "teacher": "T-1",
    "list": "a;b",
    "year": "2026-2027",
    "period": "Q1",
    "round": "start",
    "grade": 7,
    "letter": "А",
    "count": 3,
    "number": 1.5,
    "degree": 41.2,
    "date": "2026-10-01",
    "flag": "true",
}


@dataclass(frozen=True)
class Original:
    """`rows` where the file is made of rows that may be changed before it is written."""

    name: str
    data: bytes = b""
    rows: tuple = ()
    spans: tuple = ()
    form: str = ""

    def spoilt(self, chance: Random) -> bytes:
        """Once to four times, by rows first and by bytes last."""
        data, left = self.data, chance.randint(1, 4)
        if self.form:
            by_rows = chance.randint(0, left)
            rows = [list(row) for row in self.rows]
            for _ in range(by_rows):
                rows = mutations.rows_changed(rows, chance) or [[None]]
            data, left = self._written(rows), left - by_rows
        for _ in range(left):
            data = self._change(chance)(data, chance)
        return data

    def _written(self, rows: list) -> bytes:
        """What a workbook cannot hold at all is left out of it."""
        if self.form == "xlsx":
            rows = [[_fitting(cell) for cell in row] for row in rows]
        spans = [span for span in self.spans if span[2] < len(rows)]
        try:
            return FORMS[self.form](rows, spans)
        except UnicodeEncodeError:  # in no one-byte table of letters
            return FORMS[self.form]([*rows, ["Ң"]], spans)

    def _change(self, chance: Random) -> object:
        zipped = self.data.startswith(b"PK") or self.form == "xlsx"
        ways = [mutations.bytes_changed]
        if zipped:
            return chance.choice([*ways, *[mutations.members_changed] * 3])
        return chance.choice([*ways, mutations.encoded_anew, mutations.numbers_changed])


def _fitting(cell: object) -> object:
    if isinstance(cell, str):
        return "".join(sign for sign in cell if sign >= " " or sign in "\n\t")[:32000]
    return cell if not isinstance(cell, float | int) or abs(cell) < 1e300 else 1e300


@cache
def originals() -> tuple[Original, ...]:
    return (*_of_layouts(), *_canonical(), *_of_formats(), *_elsewhere())


def _of_layouts() -> Iterator[Original]:
    for key, sample in SAMPLES.items():
        for form in sample.forms:
            yield Original(f"{key}.{form}", b"", tuple(sample.rows), tuple(sample.spans), form)


def _canonical() -> Iterator[Original]:
    for name, table in core.tables().items():
        columns = table.columns.values()
        cells = [column.choices[0] if column.choices else VALUES[column.type] for column in columns]
        rows = (tuple(table.columns), cells, cells)
        yield Original(f"{name}.csv", b"", rows, (), "csv")
        yield Original(f"{name}.xlsx", b"", rows, (), "xlsx")


def _of_formats() -> Iterator[Original]:
    for name, write in writers.EVERY.items():
        yield Original(name, write())
    yield Original("utf16.csv", writers.delimited("\t", "utf-16"))
    yield Original("hidden.ods", writers.hidden_ods())
    yield Original("schools.csv", SCHOOLS.encode())
    yield Original("two.xlsx", workbook({"8А": [["а"], [1]], "Физика": writers.ROWS}))
    shape = '{"type":"Polygon","coordinates":[[[71,41],[72,41],[72,42],[71,41]]]}'
    yield Original("places.geojson", shape.encode())


def _elsewhere() -> Iterator[Original]:
    staff = (["Дата: 01.11.2026"], [], HEAD, teacher("T-1", "+", "12.03.2026"))
    form = ["a1", "f-1", 1789459200000, "b", "d", "g", "true", "S05", 2, "Kyrgyz", 40, 44, 60, 15]
    tablet = (TABLET, [*form, "false", 1, 0])
    school = [["Школа: № 5"], ["Дата: 01.11.2026"]]
    lists = {"staff": staff, "tablet": tablet, "attendance": (*school, *ATTENDANCE)}
    lists["egra"] = (EGRA, *map(_child, CHILDREN))
    for name, rows in lists.items():
        for form in ("csv", "xlsx"):
            yield Original(f"{name}.{form}", b"", rows, (), form)


ATTENDANCE = (
    ["Курс: K-1"],
    ["№", "ФИО", "Код", "Школа", "01.10.2026", "02.10.2026", "Часы"],
    [1, "Асанова Айгүл", "T-1", "№ 5", "+", "+", 16],
)


def _child(told: tuple) -> list:
    language, grade, student, gender, items, time, stop, answers = told
    items = [*items, *[""] * (20 - len(items))]
    return [language, grade, "S05", 1, student, gender, *items, time, stop, *answers, ""][
        : len(EGRA)
    ]


def from_sample(folder: Path) -> Iterator[Original]:
    """What `tirek sample` writes, as far as it is small."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_size < 60_000 and path.name != "truth.json":
            yield _of_file(path)


def _of_file(path: Path) -> Original:
    if path.suffix != ".csv":
        return Original(path.name, path.read_bytes())
    text = path.read_bytes().decode("utf-8-sig", "replace").splitlines()
    rows = tuple(csv.reader(io.StringIO("\n".join(text[:30])), delimiter=_delimiter(text[0])))
    return Original(path.name, b"", rows, (), "csv")


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)
