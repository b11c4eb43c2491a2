"""A report of percentages alone is refused, and says which of them follow from what is loaded."""

import pytest

from dashboard.i18n import LANGUAGES
from dashboard.importer import report as reports
from tests.importer.handmade import HEADINGS, checks

SUBJECT = "Класс;Качество;Успеваемость;СОУ\n"
PUPILS = "Класс;Качество;Успеваемость\n"
SAID = {"school": "S05", "year": "2026-2027", "period": "Q1"}
MARKS = f"""{HEADINGS},not_assessed,exempt,no_mark
S05,2026-2027,Q1,8,А,algebra,28,4,9,10,1,1,2,1
S05,2026-2027,Q1,8,Б,algebra,4,4,0,0,0,0,0,0
S05,2026-2027,Q1,8,В,algebra,12,0,0,2,10,0,0,0
S01,2026-2027,Q1,8,А,algebra,20,20,0,0,0,0,0,0
"""
GROUPS = """school_id,year,period,grade,letter,roster,excellent,good,satisfactory,failing
S05,2026-2027,Q1,5,А,20,5,6,8,1
S05,2026-2027,Q1,5,Б,20,1,2,16,1
S01,2026-2027,Q1,5,А,10,10,0,0,0
"""


@pytest.fixture
def loaded(district):
    district.bring({"marks.csv": MARKS, "groups.csv": GROUPS})
    return district


def _differing(report) -> list[tuple]:
    return [(p.row, p.column, p.value) for p in report.problems if p.check == "percent_differs"]


def _agreeing(report) -> tuple:
    about = report.problems[0].about
    return about.get("agree"), about.get("of")


@pytest.mark.parametrize(
    ("rows", "agreeing", "differing"),
    [
        ("8А;46,4;82,1;48,5", (3, 3), []),  # the whole roster
        ("8А;52;92%;54,4", (3, 3), []),  # without the exempt
        ("8А;54,17;95,83;56,62", (3, 3), []),  # the assessed alone
        ("8А;0,52;0,92;0,54", (3, 3), []),
        ("8А;53;92;54,4", (2, 3), [(2, "Качество", "53")]),
        ("8А;52;92;54,4\n8В;90;17;", (4, 5), [(3, "Качество", "90")]),
        ("8Б;100;100;100", (None, None), []),  # four pupils: nothing is told
        ("9А;52;92;54", (None, None), []),  # not loaded
        ("8А;52;92;-\nитог;1;1;1", (2, 2), []),
    ],
)
def test_percents_of_a_subject(loaded, rows, agreeing, differing):
    report = loaded.one(SUBJECT + rows, **SAID, subject="Алгебра")
    assert (report.status, report.problems[0].check) == ("rejected", "percent_only")
    assert (_agreeing(report), _differing(report)) == (agreeing, differing)


@pytest.mark.parametrize(
    ("rows", "agreeing", "differing"),
    [
        ("5А;55;95", (2, 2), []),
        ("5;35;95", (2, 2), []),  # both classes of the grade
        ("5А;60;95", (1, 2), [(2, "Качество", "60")]),
    ],
)
def test_percents_of_pupils(loaded, rows, agreeing, differing):
    report = loaded.one(PUPILS + rows, **SAID)
    assert (_agreeing(report), _differing(report)) == (agreeing, differing)


def test_what_comes_in_the_same_call_is_compared_too(district):
    brought = {"a.csv": PUPILS + "5А;60;95", "b.csv": GROUPS}
    report, _ = district.bring(brought, year="2026-2027", period="Q1").files
    assert checks(report) == ["percent_only"]  # the sum of two schools is no class of one
    school = "Школа: № 5\n"
    report, _ = district.bring(brought | {"a.csv": school + brought["a.csv"]}, **_times()).files
    assert (_agreeing(report), len(_differing(report))) == ((1, 2), 1)


def _times() -> dict[str, str]:
    return {"year": "2026-2027", "period": "Q1"}


PARALLELS = (
    "Класс;Количество на начало 2026 уч.года;На 5;На 4 и 5;На 3;На 2;с одной 2;с одной 3;"
    "с одной 4;Количество на конец 2026 уч.года;Качество знаний,  %;Успеваемость, %\n"
)


@pytest.mark.parametrize(
    ("rates", "agreeing", "differing"),
    [
        ("48;96", (2, 2), []),  # 24 and 48 of the 50 pupils of both schools
        ("48;59", (1, 2), [(2, "Успеваемость, %", "59")]),
        ("-;96", (1, 1), []),
    ],
)
def test_a_district_is_the_sum_of_its_schools(loaded, rates, agreeing, differing):
    report = loaded.one(PARALLELS + f"5;50;16;8;24;2;0;0;0;50;{rates}", **_times())
    assert (report.status, report.problems[0].check) == ("rejected", "no_school")
    assert (_agreeing(report), _differing(report)) == (agreeing, differing)
    assert report.problems[0].about["schools"] == 2


@pytest.mark.parametrize("said", [{}, {"year": "2026-2027"}, {**_times(), "school": "№ 77"}])
def test_without_a_time_and_a_place_there_is_nothing_to_compare(loaded, said):
    report = loaded.one(PUPILS + "5А;60;95", **said)
    assert checks(report) == ["percent_only"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_tells_how_many_agree(loaded, language):
    report = loaded.one(PUPILS + "5А;60;95", **SAID)
    told, differs = (reports.message(problem, language) for problem in report.problems)
    assert not [number for number in ("1", "2") if number not in told]
    assert not [number for number in ("60", "55") if number not in differs]
