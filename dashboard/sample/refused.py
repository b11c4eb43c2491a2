"""Files that an import must refuse, each for another reason; they lie beside the sample."""

from dashboard.sample.content import card
from dashboard.sample.export import Cell, File, Table
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.locked import locked_workbook
from dashboard.sample.writers.workbook import workbook

# The smallest picture there is: one grey point.
PICTURE = bytes.fromhex(
    "ffd8ffe000104a46494600010101004800480000ffdb004300"
    + "03" * 64
    + "ffc0000b080001000101011100ffc40014000100000000000000000000000000000003"
    + "ffc40014100100000000000000000000000000000000ffda0008010100003f0037ffd9"
)


def refused() -> list[File]:
    words = card("wording")
    school, year, subject = (words["refused"][name] for name in ("school", "year", "subject"))
    report = [words["class_report"]["heads"][0], *words["refused"]["class_rows"]]
    sheets = [words["subject_sheets"]["ru"], *words["refused"]["sheet_rows"]]
    whole = _book([[school], [year], [subject], *report])
    return [
        File("photo.xlsx", PICTURE),
        File("empty.csv", b""),
        File("truncated.xlsx", whole[: len(whole) // 2]),
        File("canteen-menu.csv", delimited(words["refused"]["menu"], ";", "utf-8-sig")),
        File("without-period.xlsx", whole),
        File("without-school.xlsx", _book(sheets)),
        File("percent-only.xlsx", _book(words["refused"]["percents"])),
        File("password.xlsx", locked_workbook()),
    ]


def _book(rows: list[list[Cell]]) -> bytes:
    return workbook([Table("Sheet1", rows)])
