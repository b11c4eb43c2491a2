"""Exports of tablets and the Kyrgyz EGRA file give what our own table gives."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer.diagnosis.kyrgyz_egra import keyed_time
from dashboard.importer.diagnosis.passages import middle
from dashboard.importer.row import Row
from tests.importer.handmade import Desk, checks

FIGURES = (
    *("pupil_code", "school_id", "round", "grade", "language", "gender", "status"),
    *("words_correct", "errors", "seconds", "questions_asked", "questions_right"),
)
SAID = {"year": "2026-2027", "round": "start"}
META = ["_id", "formId", "startUnixtime", "buildId", "deviceId", "groupId", "complete"]
GRID = ["number_of_items_correct", "number_of_items_attempted", "duration", "time_remaining"]
GRID.append("gridAutoStopped")
HEAD = [*META, "school", "grade", "language", *(f"orf.{name}" for name in GRID), "comp_1", "comp_2"]


def _csv(head: list[str], *rows: list) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([head, *rows])
    return text.getvalue()


def _form(code: str, *grid: object, answers: tuple = (1, 0), language: str = "Kyrgyz") -> list:
    meta = [code, "f-1", 1789459200000, "b", "d", "g", "true", "S05", 2, language]
    return [*meta, *grid, *answers]


def _figures(desk: Desk, *columns: str) -> list[tuple]:
    return desk.rows("reading", *(columns or FIGURES))


def test_a_tangerine_file_is_read(district):
    text = _csv(
        HEAD,
        _form("a1", 40, 44, 60, 15, "false"),
        _form("a2", 2, 10, 60, 30, "true", answers=(".", ".")),
        _form("a3", ".", ".", ".", ".", "", answers=("", "")),
    )
    report = district.one(text, **SAID)
    assert (report.layout, report.status, checks(report)) == ("tangerine", "loaded", [])
    columns = ("pupil_code", *FIGURES[6:])
    assert _figures(district, *columns) == [
        ("a1", "tested", 40, 4, 45, 2, 1),
        ("a2", "tested", 0, 8, 30, 2, 0),
        ("a3", "absent", None, None, None, None, None),
    ]


def test_no_time_gone_is_a_problem_and_no_crash(district):
    text = _csv(HEAD, _form("a1", 40, 44, 60, 60, "false"), _form("a2", 40, 44, 60, 0, "false"))
    report = district.one(text, **SAID)
    assert (report.rows_loaded, checks(report)) == (1, ["bad_duration"])


@pytest.mark.parametrize(("words", "found"), [(250, []), (251, ["words_too_many"])])
def test_more_words_than_anybody_reads_are_told(district, words, found):
    report = district.one(_csv(HEAD, _form("a1", words, words, 60, 0, "false")), **SAID)
    assert (report.rows_loaded, checks(report)) == (1, found)


def test_the_code_of_the_class_module_goes_before_that_of_the_form(district):
    head = [*HEAD, "sr_studentId", "sr_classId"]
    row = [*_form("form-1", 40, 44, 60, 0, "false"), "s-7", "c-1"]
    district.one(_csv(head, row), **SAID)
    assert _figures(district, "pupil_code") == [("s-7",)]


def test_a_passage_is_not_guessed_among_grids(district):
    head = [*META, "school", "grade", "language", "a.number_of_items_correct"]
    meta = _form("a1")[:10]
    text = _csv([*head, "letters.number_of_items_correct"], [*meta, 4, 5])
    assert checks(district.one(text, **SAID)) == ["missing_passage"]
    assert district.one(_csv(head, [*meta, 4]), **SAID).status == "loaded"


def test_of_several_passages_the_middle_one_counts(district):
    grids = [f"passage{place}.{name}" for place in (1, 2, 3) for name in GRID]
    head = [*HEAD[:10], *grids]
    told = [(30, 31, 60, 0, ""), (60, 61, 60, 0, ""), (20, 21, 60, 30, "")]
    district.one(_csv(head, [*_form("a1")[:10], *(cell for one in told for cell in one)]), **SAID)
    assert _figures(district, "words_correct", "seconds") == [(20, 30)]


def test_a_tangerine_file_without_a_language_is_rejected(district):
    head = [name for name in HEAD if name != "language"]
    row = _form("a1", 40, 44, 60, 0, "")
    del row[9]
    assert checks(district.one(_csv(head, row), **SAID)) == ["missing_language"]


ITEMS = 20
EGRA = ["language", "grade", "school", "section", "student", "gender"]
EGRA += [*(f"rp{n}" for n in range(1, ITEMS + 1)), "rptim1", "rpsto1"]
EGRA += [f"rpc{n}" for n in range(1, 6)]
RIGHT, WRONG, NO = "CORRECT", "INCORRECT", "NO ANSWER"
CHILDREN = [  # language, grade, student, gender, items, time, stop, answers
    ("K", 2, "01", "f", [0] * 15 + [1] * 3, "130", 0, [RIGHT, WRONG, NO, ""]),
    ("K", 2, "02", "m", [1] * 10, "45", 1, ["", "", "", ""]),
    ("R", 4, "03", "f", [0] * 8, "200", 0, [RIGHT] * 4 + [WRONG]),
    ("R", 4, "04", "m", [0] * 19 + [1], "100", 0, [RIGHT] * 5),
    ("K", 2, "05", "f", [], "", "", ["", "", "", RIGHT]),
]
OURS = f"""pupil_code,school_id,grade,letter,{",".join((*FIGURES[4:],))}
2-A-01,S05,2,A,ky,f,tested,15,3,90,4,1
2-A-02,S05,2,A,ky,m,tested,0,10,45,4,0
4-A-03,S05,4,A,ru,f,tested,0,0,120,5,4
4-A-04,S05,4,A,ru,m,tested,19,1,60,5,5
2-A-05,S05,2,A,ky,f,absent,,,,,
"""


def _egra() -> str:
    rows = []
    for language, grade, student, gender, items, time, stop, answers in CHILDREN:
        filled = [*items, *[""] * (ITEMS - len(items))]
        row = [language, grade, "S05", "A", student, gender, *filled, time, stop, *answers]
        rows.append([*row, *[""] * (len(EGRA) - len(row))])
    return _csv(EGRA, *rows)


def test_the_kyrgyz_file_gives_the_same_figures_as_our_own(district):
    report = district.one(_egra(), **SAID)
    assert (report.layout, checks(report)) == ("kyrgyz_egra", [])
    theirs = _figures(district, *FIGURES, "letter")
    district.one(OURS, "ours.csv", **SAID)
    assert _figures(district, *FIGURES, "letter") == theirs
    assert len(theirs) == len(CHILDREN)


def _tangerine() -> str:
    """The same children as a tablet tells them."""
    head = [*META[1:], "sr_studentId", "school", "grade", "language", "gender"]
    head += [*(f"orf.{name}" for name in GRID), *(f"comp_{n}" for n in range(1, 6))]
    coded = {RIGHT: 1, WRONG: 0, NO: 9}
    rows = []
    for language, grade, student, gender, items, time, stop, answers in CHILDREN:
        spent = keyed_time(time) if items else 0
        grid = [items.count(0), len(items), 150, 150 - spent, "true" if stop else "false"]
        row = ["f-1", 1789459200000, "b", "d", "g", "true", f"{grade}-A-{student}", "S05"]
        row += [f"{grade}A", language, gender, *(grid if items else ["."] * 5)]
        rows.append([*row, *(coded.get(one, ".") for one in answers)])
        rows[-1] += ["."] * (len(head) - len(rows[-1]))
    return _csv(head, *rows)


def test_both_codings_of_the_same_children_give_the_same_figures(district):
    district.one(_egra(), **SAID)
    theirs = _figures(district, *FIGURES, "letter")
    report = district.one(_tangerine(), "tablet.csv", **SAID)
    assert (report.layout, checks(report)) == ("tangerine", [])
    assert _figures(district, *FIGURES, "letter") == theirs
    assert [row for row in theirs if row[6] == "tested" and row[7] == 0]  # one was stopped
    assert [row for row in theirs if row[6] == "absent" and row[7] is None]


@pytest.mark.parametrize(("cell", "time"), [("130", 90), (200, 120), ("045", 45), (100.0, 60)])
def test_times_of_the_kyrgyz_file_are_minutes_and_seconds(cell, time):
    assert keyed_time(cell) == time


def test_a_time_of_the_kyrgyz_file_that_there_is_not_is_told(district):
    report = district.one(_egra().replace(",130,", ",175,"), **SAID)
    assert (report.rows_loaded, checks(report)) == (len(CHILDREN) - 1, ["bad_number"])


def _row(words: int, seconds: float) -> Row:
    return Row("reading", "", 1, {"status": "tested", "words_correct": words, "seconds": seconds})


READINGS = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 120)), min_size=1, max_size=6)


@given(READINGS)
def test_the_middle_is_the_median_of_words_a_minute(read):
    found = middle([_row(*one) for one in read]).values
    rates = sorted(words * 60 / seconds for words, seconds in read)
    half = len(rates) // 2
    expected = rates[half] if len(rates) % 2 else (rates[half - 1] + rates[half]) / 2
    assert found["words_correct"] * 60 / found["seconds"] == pytest.approx(expected)
