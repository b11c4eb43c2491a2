"""Rows of a time after their school had closed are loaded, and the person is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer.checks import school_closed
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from tests.importer.handmade import HEADINGS, checks

REGISTER = "school_id,name,closed,successor_id\nS05,№ 5 мектеп-гимназия,2026-11-20,S01\n"
READING = "pupil_code,school_id,year,round,date,grade,language,status,words_correct\n"


def _marks(school: str, year: str, period: str, *letters: str) -> str:
    rows = [f"{school},{year},{period},7,{letter},algebra,20,5,5,5,5" for letter in letters]
    return "\n".join((HEADINGS, *rows))


@pytest.mark.parametrize(
    ("school", "year", "period", "told"),
    [
        ("S05", "2026-2027", "Q1", False),
        ("S05", "2026-2027", "Q2", False),  # it was still open at its beginning
        ("S05", "2026-2027", "Q3", True),
        ("S05", "2026-2027", "H2", True),
        ("S05", "2026-2027", "Y", False),
        ("S05", "2027-2028", "Q1", True),
        ("S05", "2025-2026", "Q4", False),
        ("S01", "2027-2028", "Q1", False),
    ],
)
def test_rows_of_a_time_after_the_school_closed(district, school, year, period, told):
    district.one(REGISTER)
    report = district.one(_marks(school, year, period, "А"), name="b.csv")
    assert checks(report) == ["school_closed"] * told
    assert report.rows_loaded == 1


def test_it_is_told_once_of_each_time(district):
    district.one(REGISTER)
    report = district.one(_marks("S05", "2027-2028", "Q1", "А", "Б", "В"), name="b.csv")
    assert [(p.check, p.severity, p.row) for p in report.problems] == [
        ("school_closed", "warning", 2)
    ]


def test_the_register_may_come_with_the_facts(district):
    files = {"schools.csv": REGISTER, "marks.csv": _marks("S05", "2027-2028", "Q1", "А")}
    reports = district.bring(files).files
    assert [told for report in reports for told in checks(report)] == ["school_closed"]


def test_one_workbook_may_bring_both(district):
    rows = [line.split(",") for line in REGISTER.splitlines()]
    marks = [line.split(",") for line in _marks("S05", "2027-2028", "Q1", "А").splitlines()]
    assert "school_closed" in checks(district.one({"schools": rows, "marks": marks}))


def test_a_day_of_its_own_counts(district):
    district.one(REGISTER)
    days = ("2026-11-19", "2026-11-20")
    rows = [f"P{n},S05,2026-2027,start,{day},3,ky,tested,60" for n, day in enumerate(days)]
    report = district.one(READING + "\n".join(rows), name="b.csv")
    found = [p.row for p in report.problems if p.check == "school_closed"]
    assert found == [3]


def test_a_large_file_is_told_the_same(district):
    """Its rows stand in columns, and only those suspected are looked at."""
    district.one(REGISTER)
    rows = [
        f"{school},2027-2028,Q1,{grade},{letter},algebra,20,5,5,5,5"
        for school in ("S01", "S02", "S05")
        for grade in range(5, 12)
        for letter in "АБВГДЕЖЗИК"
    ]
    report = district.one("\n".join((HEADINGS, *rows)), name="b.csv")
    assert [(p.check, p.row) for p in report.problems] == [("school_closed", 142)]


@given(
    st.dates(),
    st.integers(2015, 2035),
    st.sampled_from(("Q1", "Q2", "Q3", "Q4", "H1", "H2", "Y")),
)
def test_a_school_that_owes_a_period_is_never_told_of(closed, first, period):
    """What is expected of a school is no trouble when it comes."""
    from dashboard.metrics.expected import is_expected
    from dashboard.metrics.registers import School
    from dashboard.spec.answer import Taken

    year = f"{first}-{first + 1}"
    school = School("S", "№ 1", None, None, None, None, closed=closed)
    row = Row("marks", "", 2, {"school_id": "S", "year": year, "period": period})
    told = school_closed.check([row], Facts(closed=lambda: {"S": closed}))
    assert not (told and is_expected(school, Taken(year=year, period=period)))
