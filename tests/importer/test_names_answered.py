"""A name that a person answered once is known; one that is merely alike never is."""

import pytest

from dashboard.importer.asked_names import NoSuchCode, asked, codes, save
from dashboard.importer.desk_report import Reported
from dashboard.importer.names import asked_of
from dashboard.importer.rebuild import rebuild
from dashboard.importer.register import Entry, register
from dashboard.spec.batch import FileReport
from dashboard.store import aliases
from dashboard.store.current import Reader
from tests.importer.handmade import HEADINGS, SCHOOLS, Desk, checks

ROW = "2026-2027,Q1,7,А,{},20,5,5,5,5"


def line(school: str = "S01", subject: str = "algebra") -> str:
    return f'{HEADINGS}\n"{school}",' + ROW.format(f'"{subject}"')


def say(desk: Desk, kind: str, text: str, code: str, seen: int = 0) -> None:
    known = codes(Reader(desk.settings).current_or_none())
    save(desk.settings.store, [(kind, text, code, seen)], known, "aigul")


def found(desk: Desk, column: str) -> list[str]:
    return [value for (value,) in desk.rows("marks", column)]


def test_rows_that_waited_load_once_their_school_is_answered(district):
    text = line("Мектеп Өрүкзар")
    assert district.one(text).rows_rejected == 1
    say(district, "school", "Мектеп Өрүкзар", "S05")
    assert district.one(text).rows_loaded == 1
    assert found(district, "school_id") == ["S05"]


@pytest.mark.parametrize("written", ["мектеп  ӨРҮКЗАР", "«Мектеп» Өрүкзар.", "Mектеп Өрүкзaр"])
def test_an_answer_counts_however_the_name_is_spelt(district, written):
    say(district, "school", "Мектеп Өрүкзар", "S05")
    assert district.one(line(written.replace('"', ""))).rows_loaded == 1


@pytest.mark.parametrize("written", ["Мектеп Өрүкзары", "Өрүкзар", "Мектеп Өрүк"])
def test_what_is_only_alike_waits(district, written):
    say(district, "school", "Мектеп Өрүкзар", "S05")
    assert checks(district.one(line(written))) == ["unknown_school"]


def test_an_answer_stands_before_names_and_behind_codes(district):
    say(district, "school", "Борбордук", "S05")  # the register's own alias of S01
    say(district, "school", "S01", "S05")
    district.one(f"{line('Борбордук')}\nS01,{ROW.format('physics')}")
    rows = district.rows("marks", "subject_id", "school_id")
    assert rows == [("algebra", "S05"), ("physics", "S01")]


def test_two_schools_of_one_name_are_told_apart_by_a_person(district):
    district.bring({"more.csv": "school_id,name\nS55,№ 5 орто мектеп"})
    assert district.one(line("№5")).rows_rejected == 1
    say(district, "school", "№5", "S55")
    district.one(line("№5"))
    assert found(district, "school_id") == ["S55"]


def test_an_answer_for_a_code_that_no_register_knows_is_not_used(district):
    store = district.settings.store
    aliases.answer(store, [aliases.Given("school", "Өрүкзар", "өрүкзар", "S77")], "")
    assert checks(district.one(line("Өрүкзар"))) == ["unknown_school"]


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("school", "А", "S77"),
        ("school", " «» ", "S01"),
        ("class", "А", "S01"),
        ("subject", "А", "x"),
    ],
)
def test_only_what_a_register_knows_can_be_answered(district, kind, text, code):
    with pytest.raises(NoSuchCode):
        say(district, kind, text, code)


def test_a_subject_is_answered_once_for_all_its_groups(district):
    (problem,) = district.one(line(subject="Кулинария (1 гр.)")).problems
    say(district, "subject", problem.value, "technology")
    district.one(f"{line(subject='Кулинария (1 гр.)')}\nS01,{ROW.format('Кулинария (2 гр.)')}")
    rows = district.rows("marks", "subject_id", "group")
    assert rows == [("technology", "1"), ("technology", "2")]


@pytest.mark.parametrize("heading", ["Жаңы курс (72 саат) 12.03.2024", "Жаңы курс 01.09.2025"])
def test_a_course_is_answered_without_its_day_and_hours(heading):
    assert asked_of("course", heading) == "Жаңы курс"


def test_an_answer_changed_or_taken_back_is_heard_by_the_same_file(district):
    text = line("Өрүкзар")
    say(district, "school", "Өрүкзар", "S05")
    district.one(text)
    assert district.one(text).status == "unchanged"
    (one,) = aliases.answers(district.settings.store)
    say(district, "school", "Өрүкзар", "S02", one.id)
    assert district.one(text).status == "loaded"
    assert found(district, "school_id") == ["S02"]
    assert district.one(text).status == "unchanged"
    aliases.take_back(district.settings.store, aliases.answers(district.settings.store)[0].id, "")
    assert district.one(text).rows_rejected == 1


def test_a_rebuild_hears_what_had_been_answered_by_then_and_no_more(district):
    waits = f"{line('Өрүкзар')}\nS01,{ROW.format('physics')}"
    district.one(waits)
    say(district, "school", "Өрүкзар", "S05")
    assert rebuild(district.settings).same
    assert len(found(district, "school_id")) == 1
    district.one(waits)
    assert rebuild(district.settings).same
    assert sorted(found(district, "school_id")) == ["S01", "S05"]
    aliases.take_back(district.settings.store, aliases.answers(district.settings.store)[0].id, "")
    assert rebuild(district.settings).same


def test_a_check_hears_an_answer_too(district):
    say(district, "school", "Өрүкзар", "S05")
    report = district.bring({"a.csv": line("Өрүкзар")}, check=True).files[0]
    assert (report.rows_loaded, checks(report)) == (1, [])


def test_each_name_is_asked_once_with_all_its_rows_and_files(district):
    many = (
        f"{line('Өрүкзар')}\nӨрүкзар,{ROW.format('physics')}\nS99,{ROW.format('Кулинария (1 гр.)')}"
    )
    batch = district.bring({"a.csv": many, "b.csv": line("«Өрүкзар»")}, check=True)
    names = asked([Reported(file) for file in batch.files])
    assert [(one.kind, one.text, one.rows) for one in names] == [
        ("school", "Өрүкзар", 3),
        ("school", "S99", 1),
        ("subject", "Кулинария", 1),
    ]
    assert [path.rpartition("/")[2] for path in names[0].files] == ["a.csv", "b.csv"]


def test_before_any_import_the_registers_of_the_batch_are_offered(bare):
    batch = bare.bring({"m.csv": line("Өрүкту"), "schools.csv": SCHOOLS}, check=True)
    known = codes(None, [Reported(file) for file in batch.files])
    assert set(known["school"]) == {"S01", "S02", "S05", "K07"}
    (name,) = asked([Reported(file) for file in batch.files])
    assert name.candidates[0] == "S05"


def test_candidates_are_all_there_are_the_likeliest_first():
    known = register(
        Entry(code, (name,)) for code, name in (("algebra", "Алгебра"), ("biology", "Биология"))
    )
    assert [code for code, _ in known.candidates("Биалогия")] == ["biology", "algebra"]
    assert [code for code, _ in known.candidates("ЪЪ")] == ["algebra", "biology"]
    assert register(()).candidates("Алгебра") == []


def test_a_report_without_problems_asks_nothing():
    assert asked([Reported(FileReport("a.csv", "", None, "loaded"))]) == []
