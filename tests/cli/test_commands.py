"""`tirek` as people and programs call it: what it prints, and the exit code."""

import csv
import io
import json

import pytest

from dashboard.cli import main

SCHOOLS = "school_id,name\nS01,№ 1 мектеп\nS02,№ 2 мектеп\n"
HEAD = (
    "school_id,year,period,grade,letter,subject_id,roster,n5,n4,n3,n2,not_assessed,exempt,no_mark"
)
CLASS_OF_28 = f"{HEAD}\nS01,2026-2027,Q1,7,А,chemistry,28,4,9,10,1,1,2,1\n"


@pytest.fixture
def tirek(capsysbinary, monkeypatch, tmp_path):
    """Call the command line over a store of its own: exit code, standard output, error text."""
    monkeypatch.setenv("TIREK_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("TIREK_LANGUAGE", "en")

    def call(*arguments: object) -> tuple[int, bytes, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = left.code
        out, err = capsysbinary.readouterr()
        return code, out, err.decode("utf-8")

    return call


@pytest.fixture
def exports(tmp_path):
    """A folder with a register of two schools and the class of 28."""
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "schools.csv").write_text(SCHOOLS, encoding="utf-8")
    (folder / "marks.csv").write_text(CLASS_OF_28, encoding="utf-8")
    return folder


def _query(tirek, *arguments) -> list[dict]:
    code, out, _ = tirek("query", *arguments, "--format", "json")
    assert code == 0
    return json.loads(out)


@pytest.mark.parametrize(
    ("rule", "shares"),
    [
        ("without_exempt", [52.0, 92.0, 54.36]),
        ("assessed", [54.17, 95.83, 56.33]),
        ("roster", [46.43, 82.14, 48.54]),
    ],
)
def test_the_class_of_28_by_all_three_settings(rule, shares, tirek, exports, monkeypatch):
    assert tirek("import", exports)[0] == 0
    monkeypatch.setenv("TIREK_RULE", rule)
    asked = (_query(tirek, metric)[0]["value"] for metric in ("quality", "pass_rate", "sou"))
    assert [round(100 * value, 2) for value in asked] == shares
    assert round(_query(tirek, "mean_mark")[0]["value"], 2) == 3.67


def test_a_row_of_query_has_the_promised_keys_in_their_order(tirek, exports):
    tirek("import", exports)
    row = _query(tirek, "quality", "--by", "school", "--by", "grade")[0]
    assert list(row) == [
        *("school", "grade", "numerator", "denominator", "pupils", "value", "low", "high", "flag"),
        *("year", "period", "round", "rule"),
    ]
    assert (row["school"], row["grade"], row["numerator"], row["denominator"]) == ("S01", 7, 13, 25)
    assert (row["year"], row["period"], row["round"]) == ("2026-2027", "Q1", None)


def test_query_prints_the_same_rows_as_csv_and_as_a_table(tirek, exports):
    tirek("import", exports)
    _, out, _ = tirek("query", "quality", "--by", "school", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out.decode("utf-8"))))
    assert [(row["school"], row["value"], row["flag"]) for row in rows] == [
        ("S01", "0.52", ""),
        ("S02", "", "x"),
    ]
    _, table, _ = tirek("query", "quality", "--by", "school")
    assert "S01" in table.decode("utf-8")
    assert "0.5200" in table.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("happiness",),
        ("quality", "--by", "weather"),
        ("quality", "--where", "weather=fine"),
        ("quality", "--where", "period=Q9"),
        ("quality", "--where", "year=2026"),
        ("quality", "--where", "rule=mine"),
        ("quality", "--where", "period"),
        ("quality", "--format", "pdf"),
    ],
)
def test_a_wrong_question_is_refused_with_a_sentence(arguments, tirek, exports):
    tirek("import", exports)
    code, out, err = tirek("query", *arguments)
    assert (code, out) == (2, b"")
    assert err.strip()
    assert "Traceback" not in err


def test_a_value_of_a_wrong_shape_is_shown_the_right_one(tirek):
    assert "2025-2026" in tirek("query", "quality", "--where", "year=2026")[2]
    assert "Q1" in tirek("query", "quality", "--where", "period=Q9")[2]


def test_without_a_snapshot_every_question_says_how_to_import(tirek, tmp_path):
    for call in (
        ("query", "quality"),
        ("export", "quality", "--format", "csv", "-o", tmp_path / "x.csv"),
        ("undo",),
    ):
        code, out, err = tirek(*call)
        assert (code, out) == (3, b"")
        assert "tirek import" in err


def test_a_second_import_of_the_same_files_changes_nothing(tirek, exports):
    first = json.loads(tirek("import", exports, "--format", "json")[1])
    code, out, _ = tirek("import", exports, "--format", "json")
    second = json.loads(out)
    assert code == 0
    assert {file["status"] for file in first["files"]} == {"loaded"}
    assert {file["status"] for file in second["files"]} == {"unchanged"}
    assert second["snapshot"] == first["snapshot"]


def test_undo_takes_back_the_last_import(tirek, exports, tmp_path):
    tirek("import", exports)
    better = tmp_path / "better.csv"
    better.write_text(CLASS_OF_28.replace(",4,9,10,", ",9,9,5,"), encoding="utf-8")
    tirek("import", better)
    assert _query(tirek, "quality")[0]["numerator"] == 18
    assert tirek("undo")[0] == 0
    assert _query(tirek, "quality")[0]["numerator"] == 13
    history = json.loads(tirek("snapshots", "--format", "json")[1])
    assert [snapshot["in_use"] for snapshot in history] == [True, False]


def test_a_check_changes_nothing(tirek, exports):
    code, out, _ = tirek("import", exports, "--check", "--format", "json")
    assert code == 0
    assert json.loads(out)["snapshot"] is None
    assert tirek("query", "quality")[0] == 3


def test_the_exit_code_tells_all_from_some_from_nothing(tirek, exports, tmp_path):
    (tmp_path / "menu.csv").write_text("Dish,Price\nSoup,40\n", encoding="utf-8")
    assert tirek("import", tmp_path / "menu.csv")[0] == 3
    assert tirek("import", exports, tmp_path / "menu.csv")[0] == 1
    assert tirek("import", exports, "--period", "Q9")[0] == 2
    assert tirek("import", exports)[0] == 0


def test_export_writes_the_pages_file(tirek, exports, tmp_path):
    tirek("import", exports)
    target = tmp_path / "quality.csv"
    call = ("export", "quality", "--where", "school=S01", "--lang", "ru", "--format", "csv")
    assert tirek(*call, "-o", target)[0] == 0
    text = target.read_text(encoding="utf-8-sig")
    assert "№ 1 мектеп;52,0;" in text
    assert "exports/marks.csv;1 строка" in text
    assert tirek("export", "weather", "--format", "csv", "-o", target)[0] == 2
    assert tirek("export", "quality", "--format", "odt", "-o", target)[0] == 2
    assert tirek("export", "quality", "--lang", "de", "--format", "csv", "-o", target)[0] == 2


def test_a_sample_never_overwrites_what_is_not_one(tirek, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("x", encoding="utf-8")
    assert tirek("sample", tmp_path / "mine")[0] == 2


def test_a_plan_of_mentors_that_cannot_be_read_is_refused_at_the_start(tirek, monkeypatch):
    monkeypatch.setenv("TIREK_MENTOR_PLAN", "humanities=many")
    code, _, said = tirek("serve")
    assert code == 2
    assert "TIREK_MENTOR_PLAN" in said
