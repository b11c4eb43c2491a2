"""The desk: whole or not at all, nothing twice, the newer takes the place of the older."""

from dashboard.importer import report as reports
from dashboard.spec.batch import Batch, FileReport
from dashboard.store import snapshots
from tests.importer.handmade import HEADINGS, SCHOOLS

GOOD = "S01,2026-2027,Q1,7,А,algebra,20,5,5,5,5"
OTHER = GOOD.replace(",А,", ",Б,")
FILE = f"{HEADINGS}\n{GOOD}\n{OTHER}"
REPORT = "Школа: S05,,,,,\nУчебный год: 2026/2027,,,,,\nПредмет: Физика,,,,,\n"
REPORT += "Класс,Кол-во учеников,5,4,3,2\n"


def _classes(*names: str) -> str:
    return REPORT + "\n".join(f"{name},20,5,5,5,5" for name in names)


def test_the_same_file_again_is_unchanged_and_makes_no_snapshot(district):
    first = district.bring({"a.csv": FILE})
    again = district.bring({"b.csv": FILE})
    assert [file.status for file in again.files] == ["unchanged"]
    assert (again.snapshot, reports.exit_code(again)) == (first.snapshot, 0)


def test_the_same_bytes_with_other_options_are_tried_again(district):
    table = _classes("7А")
    assert district.one(table, period="Q1").status == "loaded"
    assert district.one(table, period="Q2").status == "loaded"
    assert district.rows("marks", "period") == [("Q1",), ("Q2",)]


def test_a_file_whose_rows_gave_way_is_tried_again(district):
    district.one(FILE)
    district.one(f"{HEADINGS}\n{GOOD.replace('20,5', '21,6')}")
    assert district.one(FILE).status == "loaded"
    assert district.rows("marks", "n5") == [(5,), (5,)]


def test_the_same_file_twice_in_one_call_loads_once(district):
    batch = district.bring({"a.csv": FILE, "b.csv": FILE})
    assert [file.status for file in batch.files] == ["loaded", "unchanged"]


def test_a_newer_row_takes_the_place_of_the_older(district):
    district.one(FILE)
    report = district.one(f"{HEADINGS}\n{GOOD.replace('20,5,5', '20,6,4')}")
    assert report.replaced == 1
    assert district.rows("marks", "letter", "n5") == [("А", 6), ("Б", 5)]


def test_a_file_of_the_same_scope_takes_the_place_of_the_earlier_whole(district):
    district.one(_classes("7А", "7Б"), period="Q1")
    report = district.one(_classes("7А", "7В"), period="Q1")
    assert report.replaced == 2
    assert district.rows("marks", "letter") == [("А",), ("В",)]


def test_a_file_of_another_scope_stands_beside(district):
    district.one(_classes("7А", "7Б"), period="Q1")
    district.one(_classes("7А").replace("Физика", "Химия"), period="Q1")
    assert len(district.rows("marks", "letter")) == 3


def test_two_halves_of_one_scope_in_one_call_both_stand(district):
    district.bring({"a.csv": _classes("7А"), "b.csv": _classes("8А")}, period="Q1")
    assert district.rows("marks", "grade") == [(7,), (8,)]


def test_a_register_replaces_by_ids_alone(district):
    district.bring({"schools.csv": "school_id,name\nS01,Жаңы аталыш"})
    names = dict(district.rows("schools", "school_id", "name"))
    assert (len(names), names["S01"]) == (4, "Жаңы аталыш")


def test_a_check_tells_all_and_keeps_nothing(bare):
    batch = bare.bring({"schools.csv": SCHOOLS, "a.csv": FILE}, check=True)
    assert [file.status for file in batch.files] == ["loaded", "loaded"]
    assert batch.snapshot is None
    assert not bare.settings.store.exists()


def test_a_check_of_a_known_district_leaves_its_snapshot(district):
    before = sorted(district.settings.store.rglob("*"))
    batch = district.bring({"a.csv": FILE}, check=True)
    assert batch.snapshot == snapshots.current(district.settings.store)
    assert sorted(district.settings.store.rglob("*")) == before


def test_when_nothing_loads_the_snapshot_stays(district):
    before = snapshots.current(district.settings.store)
    batch = district.bring(
        {"a.csv": "Тамак,Баасы\nБорщ,80", "b.xlsx": b"", "c.xlsx": b"PK\x03\x04"}
    )
    assert (batch.snapshot, reports.exit_code(batch)) == (before, 3)
    assert {file.status for file in batch.files} == {"rejected"}


def test_a_bad_file_does_not_keep_a_good_one_out(district):
    batch = district.bring({"a.csv": "Тамак,Баасы\nБорщ,80", "b.csv": FILE})
    assert [file.status for file in batch.files] == ["rejected", "loaded"]
    assert reports.exit_code(batch) == 1


def test_only_files_that_load_or_wait_are_kept(district):
    waiting = f"{HEADINGS}\n{GOOD.replace('S01', 'S99')}"
    batch = district.bring({"a.csv": "Тамак,Баасы\nБорщ,80", "b.csv": FILE, "c.csv": waiting})
    kept = {path.name for path in (district.settings.store / "files").iterdir()}
    assert [file.sha256 in kept for file in batch.files] == [False, True, True]


def test_an_undo_leaves_the_file_to_be_brought_again(district):
    district.one(FILE)
    snapshots.undo(district.settings.store)
    assert district.one(FILE).status == "loaded"


def test_exit_codes_tell_all_some_or_nothing():
    good = FileReport("a", "", "marks", "loaded", rows_loaded=1)
    some = FileReport("a", "", "marks", "loaded", rows_loaded=1, rows_rejected=1)
    bad = FileReport("a", "", None, "rejected")
    same = FileReport("a", "", None, "unchanged")
    codes = [reports.exit_code(Batch(None, files)) for files in ((good, same), (good, bad), (bad,))]
    assert codes == [0, 1, 3]
    assert [reports.exit_code(Batch(None, files)) for files in ((some,), (same, bad), ())] == [
        1,
        1,
        3,
    ]


def test_the_report_for_programs_has_every_key_of_the_contract(district):
    told = reports.as_json(district.bring({"a.csv": f"{FILE}\n{GOOD.replace('S01', 'S9')}"}), "ky")
    (file,) = told["files"]
    assert told["snapshot"]
    assert {"path", "sha256", "layout", "status", "tables", "rows_loaded", "rows_rejected"} < set(
        file
    )
    (problem,) = file["problems"]
    assert set(problem) == {"check", "severity", "sheet", "row", "column", "value", "message"}
    assert (problem["row"], problem["column"], problem["value"]) == (4, "school_id", "S9")


def test_the_history_holds_no_cell(district):
    batch = district.bring({"a.csv": f"{FILE}\n{GOOD.replace('S01', 'Құпия')}"})
    told = snapshots.describe(district.settings.store, batch.snapshot)
    assert (told["files"][0]["rows_rejected"], "Құпия" in str(told)) == (1, False)
