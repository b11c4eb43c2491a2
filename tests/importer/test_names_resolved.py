"""Schools and subjects: found by code, name, alias or number; never guessed."""

from dashboard.importer import report as reports
from tests.importer.handmade import HEADINGS, SCHOOLS, checks


def _line(school: str = "S01", subject: str = "algebra") -> str:
    return f'{HEADINGS}\n"{school}",2026-2027,Q1,7,А,"{subject}",20,5,5,5,5'


CALLED = {
    "S05": [
        "S05",
        "s05",
        "№ 5 мектеп-гимназия",
        "№5 МЕКТЕП-ГИМНАЗИЯ",
        "Єрїктї мектеби",
        "Өрүктү мeктeби",
        "№5",
        "5",
        "школа 5",
        "СОШ № 5",
        "5-мектеп",
    ],
    "S02": ["«№ 2» Ала-Тоо"],
    "S01": ["Борбордук", "01"],
}


def _lines(**columns: list[str]) -> str:
    """One class for each name."""
    (column, names), *_ = columns.items()
    rows = [HEADINGS]
    for place, name in enumerate(names):
        school, subject = (name, "algebra") if column == "school" else ("S01", name)
        rows.append(f"{school},2026-2027,Q1,7,{chr(ord('А') + place)},{subject},20,5,5,5,5")
    return "\n".join(rows)


def test_a_school_is_found_however_it_is_called(district):
    names = [name for called in CALLED.values() for name in called]
    district.one(_lines(school=names))
    found = [code for _, code in district.rows("marks", "letter", "school_id")]
    assert found == [code for code, called in CALLED.items() for _ in called]


def test_a_school_is_never_guessed(district):
    names = ["№ 3", "мектеп", "5-мектеп Нарын", "Ала-Тоо", "№ 1 жана № 2", "S99", "№ 15"]
    report = district.one(_lines(school=names))
    assert [problem.value for problem in report.problems] == names
    assert set(checks(report)) == {"unknown_school"}
    assert (report.status, report.rows_loaded, report.rows_rejected) == ("rejected", 0, 7)


def test_two_schools_of_one_number_are_not_told_apart_by_it(district):
    district.bring({"more.csv": "school_id,name\nS55,№ 5 орто мектеп"})
    report = district.one(_line(school="№5"))
    assert "S05" in report.problems[0].about["near"]
    assert "S55" in report.problems[0].about["near"]


def test_a_subject_is_found_however_it_is_called(district):
    district.one(_lines(subject=["Алгебра", "АЛГЕБРА", "algebra", "Aлгeбрa", "Алгебра (углуб.)"]))
    assert district.rows("marks", "subject_id") == [("algebra",)] * 5


def test_rows_of_unknown_names_wait_and_the_rest_loads(district):
    more = "S01,2026-2027,Q1,8,А,Кулинария,20,5,5,5,5"
    report = district.one(f"{_line()}\n{more}\n{more.replace('8', '9')}")
    assert checks(report) == ["unknown_subject"]
    assert (report.rows_loaded, report.rows_rejected) == (1, 2)
    assert report.problems[0].about["rows"] == 2


def test_the_nearest_names_are_offered(district):
    problem = district.one(_line(subject="Алгбера")).problems[0]
    assert "algebra" in problem.about["near"]
    assert "algebra" in reports.message(problem, "en")


def test_without_a_register_the_message_says_to_import_it(bare):
    problem = bare.one(_line()).problems[0]
    assert problem.check == "unknown_school"
    assert "Import that register (schools) first" in reports.message(problem, "en")


def test_registers_of_one_call_load_first_whatever_the_order(bare):
    batch = bare.bring({"a-marks.csv": _line(school="№5"), "z-schools.csv": SCHOOLS})
    assert [file.status for file in batch.files] == ["loaded", "loaded"]
    assert [file.path.rpartition("/")[2] for file in batch.files] == [
        "a-marks.csv",
        "z-schools.csv",
    ]


def test_waiting_rows_are_tried_again_once_their_school_is_known(bare):
    both = f"{_line()}\nS02,2026-2027,Q1,7,А,algebra,20,5,5,5,5"
    bare.bring({"schools.csv": "school_id,name\nS01,№ 1 мектеп"})
    assert bare.one(both).rows_rejected == 1
    bare.bring({"schools.csv": SCHOOLS})
    report = bare.one(both)
    assert (report.status, report.rows_loaded, report.rows_rejected) == ("loaded", 2, 0)
    assert len(bare.rows("marks", "school_id")) == 2


def test_a_file_tried_again_takes_back_what_it_said_before(district):
    text = _lines(school=["Борбордук", "S99"])
    district.one(text)
    district.bring({"s.csv": "school_id,name,aliases\nS01,№ 1,\nS02,№ 2,Борбордук"})
    district.one(text)
    assert district.rows("marks", "school_id") == [("S02",)]


def test_a_refused_register_names_nothing(bare):
    broken = {
        "marks": [HEADINGS.split(",")[2:], ["Q1", 7, "А", "algebra", 20, 5, 5, 5, 5]],
        "schools": [["school_id", "name"], ["S01", "№ 1 мектеп"]],
    }
    batch = bare.bring({"broken.xlsx": broken, "marks.csv": _line()})
    assert [checks(file) for file in batch.files] == [
        ["missing_school", "missing_year"],
        ["unknown_school"],
    ]
