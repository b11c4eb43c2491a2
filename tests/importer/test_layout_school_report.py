"""Pupils of a class by their lowest mark, from three kinds of school reports."""

import pytest

from dashboard.importer.headings import Heading
from dashboard.importer.layouts import layouts
from dashboard.importer.lines import plan_of
from dashboard.importer.recognise import Table
from dashboard.spec.sheet import Sheet
from tests.importer.handmade import checks
from tests.importer.layout_rows import KUNDELIK_SCHOOL, LABELS, RESULTS, SCHOOL_HEAD, SCHOOL_ROWS
from tests.importer.layout_samples import SAMPLES, written

PLACE = ("school_id", "year", "period", "grade", "letter")
GROUPS = ("roster", "excellent", "good", "satisfactory", "failing")


def _csv(*rows: list) -> str:
    return "\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in rows)


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
def test_three_rows_of_headings_are_read_and_sums_checked(district, form):
    report = district.one(written(SAMPLES["school"], form), name=f"school_performance.{form}")
    assert (report.layout, report.status, checks(report)) == ("school_report", "loaded", [])
    of = ("S05", "2026-2027", "Q1", 5)
    assert district.rows("pupil_groups", *PLACE, *GROUPS) == [
        (*of, "А", 20, 5, 6, 8, 1),
        (*of, "Б", 10, 1, 2, 7, 0),
    ]


def test_a_sum_that_differs_from_its_classes_is_told_by_its_cell(district):
    rows = [row[:] for row in SCHOOL_ROWS]
    rows[2][2] = 7
    report = district.one(_csv(*LABELS, *SCHOOL_HEAD, *rows))
    found = [(p.check, p.row, p.about["expected"]) for p in report.problems]
    assert found == [("subtotal_disagrees", 9, 6)]
    assert report.rows_loaded == 2


def test_a_class_of_dashes_is_passed_over(district):
    """Күнделік writes so where a class lacks a single final mark."""
    district.one(written(SAMPLES["kundelik school"], "xlsx"), name="a.xlsx")
    found = district.rows("pupil_groups", "school_id", "grade", "letter", *GROUPS)
    assert found == [("K07", 8, "Ә", 20, 5, 6, 8, 1)]


def test_a_dash_that_is_no_nought_is_a_missing_value(district):
    row = ["8А", "қазақ", 20, 5, "25%", 6, "30%", "-", "-", 1, "5%"]
    report = district.one(_csv(*LABELS, KUNDELIK_SCHOOL, row))
    assert [(p.check, p.column) for p in report.problems] == [
        ("missing_value", "үлгеретіндер саны")
    ]


def test_results_of_a_school_have_sums_by_stage(district):
    rows = [row[:] for row in RESULTS]
    rows[3][5] = 2
    report = district.one(_csv(*LABELS, *rows))
    assert [(p.check, p.row) for p in report.problems] == [("subtotal_disagrees", 7)]
    assert district.rows("pupil_groups", "grade", *GROUPS) == [
        (5, 20, 5, 6, 8, 1),
        (6, 10, 1, 2, 7, 0),
    ]


def test_without_a_school_it_is_asked_for(district):
    content = _csv(*LABELS[1:], *RESULTS)
    assert checks(district.one(content)) == ["missing_school"]
    assert district.one(content, school="№5").status == "loaded"
    assert {row[0] for row in district.rows("pupil_groups", "school_id")} == {"S05"}


PUPILS_OR_FIVES = ["Класс", "Кол-во учеников", "Отличники", "Хорошисты", "Успевающие"]


@pytest.mark.parametrize(
    ("above", "table"), [(LABELS, "pupil_groups"), ([*LABELS, ["Предмет: Физика"]], "marks")]
)
def test_excellent_pupils_of_a_subject_are_its_fives(district, above, table):
    head = [*PUPILS_OR_FIVES, "Неуспевающие", "% кач. зн."]
    report = district.one(_csv(*above, head, ["5А", 20, 5, 6, 8, 1, "55,0"]))
    assert (report.status, checks(report)) == ("loaded", [])
    assert dict(report.tables) == {table: 1}


def test_columns_of_names_are_not_even_looked_at():
    columns = layouts()["school_report"].columns
    texts = {name: name for name in columns}
    heading = Heading(layouts()["school_report"], 0, 1, dict.fromkeys(columns, 0), texts, 1.0)
    plan = plan_of(Table(Sheet("", ()), heading, range(0), {}))
    assert not [name for name, *_ in plan.columns if name.endswith("_names")]


def test_no_name_beside_the_counts_reaches_the_store(district):
    report = district.one(written(SAMPLES["school"], "csv"))
    outside = [path for path in district.settings.store.rglob("*") if "files" not in path.parts]
    kept = b"".join(path.read_bytes() for path in outside if path.is_file())
    assert kept
    for word in ("Асанова", "Сапаров", "Зинаида"):
        assert word.encode() not in kept
        assert word not in str(report)


@pytest.mark.parametrize("key", ["teacher, kk", "teacher, ru", "subject, kk", "subject, ru"])
def test_reports_of_a_teacher_and_of_a_subject_are_marks(district, key):
    report = district.one(written(SAMPLES[key], "xlsx"), name="a.xlsx")
    assert (report.layout, report.status, checks(report)) == ("teacher_report", "loaded", [])
    columns = (*PLACE, "subject_id", "roster", "n5", "n4", "n3", "n2", "not_assessed")
    of = ("S05", "2026-2027", "Q1", 8, "А", "physics")
    assert district.rows("marks", *columns) == [(*of, 20, 5, 6, 7, 1, 1)]
