"""Each check speaks where it should, and nowhere else."""

import pytest

from tests.importer.handmade import HEADINGS, checks

ABOVE = "Школа: № 5\nУчебный год: 2026-2027\nПериод: 1 четверть\n"
OF_SUBJECT = ABOVE + "Предмет: Алгебра\n"
RATED = "Класс;Кол-во учеников;5;4;3;2;% успеваемости;% качества\n"
PUPILS = (
    "Класс;Учеников;Отличников;Хорошистов;Троечников;Двоечники;Качество;Успеваемость;СОУ;Ср. балл\n"
)


def _told(report) -> list[tuple]:
    return [(problem.check, problem.row, problem.column) for problem in report.problems]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("8А;20;5;6;8;1;95;55", []),
        ("8А;20;5;6;8;1;0,95;55", []),  # one percent written as a share of one
        ("8А;20;5;6;8;1;55;95", ["rate_disagrees", "rate_disagrees", "rates_swapped"]),
        ("8А;20;5;15;0;0;100;100", []),
        ("8А;20;1;8;6;5;95;55", ["marks_reversed", "rate_disagrees", "rate_disagrees"]),
        ("8А;20;4;7;5;4;80;45", ["rate_disagrees"]),  # one of the rates fits as it stands
    ],
)
def test_labels_that_are_swapped(district, row, told):
    report = district.one(OF_SUBJECT + RATED + row)
    assert checks(report) == told
    refused = "marks_reversed" in told
    assert (report.rows_loaded, report.rows_rejected) == (0, 1) if refused else (1, 0)


@pytest.mark.parametrize(
    ("rates", "told"),
    [
        ("55;95;60;3,8", []),
        ("55;95;59;3,75", []),
        ("55;95;72;4,1", []),  # over all subjects: more than the lowest marks give
        ("55;95;0;0", []),  # averages that are not there
        ("55;95;0,6;3,8", []),
        ("50;95;60;3,8", ["Качество"]),
        ("55;90;60;3,8", ["Успеваемость"]),
        ("55;95;40;3,8", ["СОУ"]),
        ("55;95;60;3,2", ["Ср. балл"]),
    ],
)
def test_rates_of_pupils_by_their_lowest_mark(district, rates, told):
    report = district.one(ABOVE + PUPILS + f"5А;20;5;6;8;1;{rates}")
    assert [(p.check, p.column) for p in report.problems] == [("rate_disagrees", c) for c in told]
    assert report.rows_loaded == 1


GROUPED = HEADINGS + ",group\n"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["8,А,algebra,26,6,10,9,1,", "8,А,algebra,13,3,5,4,1,1", "8,А,algebra,13,3,5,5,0,2"], [2]),
        (["8,А,algebra,13,3,5,4,1,1", "8,А,algebra,13,3,5,5,0,2"], []),
        (["8,А,algebra,13,3,5,4,1,", "8,А,algebra,14,4,5,5,0,2"], []),  # a group without a name
        (["8,А,algebra,26,6,10,9,1,", "8,Б,algebra,13,3,5,4,1,1"], []),
        (["8,А,algebra,26,6,10,9,1,", "8,А,physics,13,3,5,4,1,1"], []),
    ],
)
def test_a_class_whole_and_by_its_groups(district, rows, told):
    report = district.one(GROUPED + "\n".join(f"S05,2026-2027,Q1,{row}" for row in rows))
    assert [
        problem.row for problem in report.problems if problem.check == "duplicate_class"
    ] == told
    assert checks(report) == ["duplicate_class"] * len(told)


READ = "pupil_code,school_id,year,round,date,grade,letter,language,status,words_correct,seconds\n"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-10-12", []),
        ("2026-08-25", []),
        ("2027-05-28", []),
        ("", []),
        ("2025-10-12", ["date_outside_year"]),
        ("2026-07-31", ["date_outside_year"]),
        ("2027-09-01", ["date_outside_year"]),
    ],
)
def test_a_day_outside_the_school_year(district, day, told):
    report = district.one(READ + f"P1,S05,2026-2027,start,{day},2,А,ky,tested,40,60")
    assert (checks(report), report.rows_loaded) == (told, 1)


TAUGHT = HEADINGS + ",teacher_id\n"
TEACHERS = "teacher_id,school_id,year\nT1,S05,2026-2027\nT2,S01,2026-2027\n"


def _taught(*rows: tuple[str, str, str]) -> str:
    lines = [f"{s},2026-2027,Q1,{g},А,algebra,10,2,3,4,1,{t}" for s, g, t in rows]
    return TAUGHT + "\n".join(lines)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("S05", "7", "T9"), ("S05", "8", "T9")], []),
        ([("S05", "7", "T9"), ("S01", "7", "T9"), ("S01", "8", "T9")], [3]),  # told once
        ([("S05", "7", "T1"), ("S01", "7", "T2")], []),
        ([("S05", "7", "T2")], [2]),
    ],
)
def test_a_teacher_in_two_schools(district, rows, told):
    reports = district.bring({"teachers.csv": TEACHERS, "marks.csv": _taught(*rows)}).files
    problems = next(r for r in reports if r.layout == "marks").problems
    assert [(p.check, p.row) for p in problems] == [("teacher_in_two_schools", r) for r in told]


def test_a_teacher_who_moves_is_told_once_the_register_knows(district):
    district.one(TEACHERS)
    report = district.one("teacher_id,school_id,year\nT1,S01,2026-2027\n", name="b.csv")
    assert (_told(report), report.rows_loaded) == (
        [("teacher_in_two_schools", 2, "teacher_id")],
        1,
    )


def _quarter(period: str, five: int, two: int, roster: int = 20, year: str = "2026-2027") -> str:
    return f"S05,{year},{period},8,А,algebra,{roster},{five},0,0,{two}"


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        (_quarter("Q1", 4, 16), _quarter("Q2", 13, 7), ["rate_jumped"]),
        (_quarter("Q1", 13, 7), _quarter("Q2", 4, 16), ["rate_jumped"]),
        (_quarter("Q1", 4, 16), _quarter("Q2", 12, 8), []),  # 40 points, not more
        (_quarter("Q1", 0, 9, 9), _quarter("Q2", 9, 0, 9), []),  # too few to claim anything
        (_quarter("Q1", 0, 0, 0), _quarter("Q2", 20, 0), []),  # a half-year subject
        (_quarter("Q2", 4, 16), _quarter("Q4", 20, 0), ["rate_jumped"]),  # and its next half
        (_quarter("Q1", 4, 16), _quarter("H1", 20, 0), []),
        (_quarter("Q4", 4, 16, year="2025-2026"), _quarter("Q1", 20, 0), []),  # another grade
        (_quarter("Q1", 4, 16), _quarter("Q2", 20, 0).replace("8,А", "8,Б"), []),
    ],
)
@pytest.mark.parametrize("way", ["one after the other", "in one call", "in one file"])
def test_a_jump_from_the_period_before(district, earlier, later, told, way):
    if way == "in one file":
        report = district.one("\n".join([HEADINGS, earlier, later]))
        assert (checks(report), report.rows_loaded) == (told, 2)
        return
    first, second = f"{HEADINGS}\n{earlier}", f"{HEADINGS}\n{later}"
    if way == "in one call":
        report = district.bring({"a.csv": first, "b.csv": second}).files[1]
    else:
        district.one(first)
        report = district.one(second)
    assert _told(report) == [(check, 2, "n5") for check in told]


@pytest.mark.parametrize("period", ["Q2", "Q4", "H1"])
def test_a_half_year_subject_without_its_first_quarter_is_no_fault(district, period):
    assert checks(district.one(f"{HEADINGS}\n{_quarter(period, 9, 11)}")) == []


@pytest.mark.parametrize(
    ("second", "told", "rate"),
    [
        ("P1,S05,2026-2027,start,,2,А,ky,tested,60,60", ["several_rows"], 50),
        ("P1,S05,2026-2027,start,,2,А,ky,tested,40,60", ["duplicate_row"], 40),  # a line repeated
        ("P1,S05,2026-2027,end,,2,А,ky,tested,60,60", [], 40),
        ("P1,S05,2026-2027,start,,2,Б,ky,tested,60,60", ["duplicate_row"], 60),  # another class
        ("P1,S05,2026-2027,start,,2,А,ky,absent,,", ["several_rows"], 40),
    ],
)
def test_several_texts_of_one_child_are_taken_together(district, second, told, rate):
    first = "P1,S05,2026-2027,start,,2,А,ky,tested,40,60"
    report = district.one(f"{READ}{first}\n{second}")
    assert checks(report) == told
    words, seconds = district.rows("reading", "words_correct", "seconds")[0]
    assert words * 60 / seconds == pytest.approx(rate)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (ABOVE + PUPILS + "5А;20;5;6;8;1;55;95;60;3,8", "rejected"),
        (ABOVE + "Класс;Кол-во учеников;5;4;3;2\n8А;20;5;6;8;1", "loaded"),
        ("teacher_id,school_id\nT1,S05\n", "loaded"),  # a register beside it in a folder
    ],
)
def test_a_subject_that_has_no_place_in_the_file_is_refused(district, content, status):
    report = district.one(content, subject="Алгебра")
    assert report.status == status
    assert checks(report) == (["option_not_used"] if status == "rejected" else [])
