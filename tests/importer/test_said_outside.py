"""Options and manifests fill what a file lacks, and never overrule it."""

from collections.abc import Iterable

import pytest

from dashboard.errors import WrongCall
from dashboard.importer.options import options
from tests.importer.handmade import checks

TABLE = "Класс,Кол-во учеников,5,4,3,2\n7А,20,5,5,5,5"
ALL = {"school": "S05", "year": "2026/2027", "period": "1 четверть", "subject": "Физика"}
MISSING = {
    "school": "missing_school",
    "year": "missing_year",
    "period": "missing_period",
    "subject": "missing_subject",
}


def test_options_fill_what_a_file_lacks(district):
    assert district.one(TABLE, **ALL).status == "loaded"
    columns = ("school_id", "year", "period", "subject_id")
    assert district.rows("marks", *columns) == [("S05", "2026-2027", "Q1", "physics")]


def test_what_nobody_tells_rejects_the_file_by_name(district):
    report = district.one(TABLE)
    assert (report.status, sorted(checks(report))) == ("rejected", sorted(MISSING.values()))
    assert report.rows_loaded == 0


def test_one_thing_untold_is_enough_to_reject(district):
    """A file name may suggest an answer, never give it."""
    files = {f"7А {key} S05 физика 1 четверть 2026-2027.csv": TABLE for key in ALL}
    said = [{k: text for k, text in ALL.items() if k != key} for key in ALL]
    batch = district.bring({"manifest.csv": _manifest(files, said), **files})
    found = {file.path.rpartition("/")[2].split()[1]: checks(file) for file in batch.files}
    assert found == {key: [check] for key, check in MISSING.items()}


COLUMNS = {"school": "school_id", "subject": "subject_id", "class_": "class"}


def _manifest(files: Iterable[str], said: Iterable[dict[str, str]]) -> str:
    keys = ("school", "year", "period", "subject", "class_")
    lines = [",".join(("file", *(COLUMNS.get(key, key) for key in keys)))]
    lines += [
        ",".join((name, *(told.get(key, "") for key in keys))) for name, told in zip(files, said)
    ]
    return "\n".join(lines)


def test_a_class_may_be_missing_too(district):
    head = "school_id,year,round,pupil_code,language,status\nS01,2026-2027,start,А-1,ky,tested"
    assert checks(district.one(head)) == ["missing_class"]
    assert district.one(head, class_="2A").status == "loaded"
    assert district.rows("reading", "grade", "letter") == [(2, "А")]


def test_a_round_may_be_missing_too(district):
    head = "school_id,year,grade,pupil_code,language,status\nS01,2026-2027,2,А-1,ky,tested"
    assert checks(district.one(head)) == ["missing_round"]
    assert district.one(head, round="жылдын башы").status == "loaded"


DIFFERING = (
    ({"school": "S01"}, "Школа: № 5"),
    ({"year": "2025-2026"}, "Учебный год: 2026/2027"),
    ({"period": "Q2"}, "Период: 1 четверть"),
    ({"subject": "Химия"}, "Предмет: Физика"),
    ({"class_": "8А"}, ""),
    ({"class_": "7Б"}, ""),
)


def test_where_file_and_option_differ_the_file_is_rejected(district):
    files = {f"{n}.csv": f"{label},,,,,\n{TABLE}" for n, (_, label) in enumerate(DIFFERING)}
    said = [ALL | told for told, _ in DIFFERING]
    batch = district.bring({"manifest.csv": _manifest(files, said), **files})
    assert [checks(file) for file in batch.files] == [["option_disagrees"]] * len(DIFFERING)
    assert {file.status for file in batch.files} == {"rejected"}


def test_an_option_that_says_the_same_in_other_words_agrees(district):
    assert district.one(f"Школа: № 5,,,,,\n{TABLE}", **ALL).status == "loaded"


def test_a_manifest_means_what_the_options_mean(district):
    manifest = "file,school_id,year,period,round,class,subject_id,layout\n"
    manifest += "a.csv,S05,2026/2027,1 чейрек,,,Физика,class_report"
    (report,) = district.bring({"manifest.csv": manifest, "a.csv": TABLE}).files
    assert (report.status, report.layout) == ("loaded", "class_report")
    assert district.rows("marks", "school_id", "period") == [("S05", "Q1")]


def test_an_unreadable_word_of_a_manifest_rejects_its_file_alone(district):
    manifest = "file,year,layout\na.csv,2026,\nb.csv,,нет такого"
    files = {"manifest.csv": manifest, "a.csv": TABLE, "b.csv": TABLE, "c.csv": TABLE}
    batch = district.bring(files, **ALL)
    assert [checks(file) for file in batch.files] == [["bad_year"], ["bad_layout"], []]


def test_a_manifest_and_an_option_must_agree(district):
    manifest = "file,period\na.csv,Q2"
    (report,) = district.bring({"manifest.csv": manifest, "a.csv": TABLE}, **ALL).files
    assert checks(report) == ["option_disagrees"]


@pytest.mark.parametrize(
    "raw", [{"year": "2026"}, {"period": "лето"}, {"class_": "99"}, {"round": "x"}, {"layout": "x"}]
)
def test_an_option_that_cannot_be_read_is_a_wrong_call(raw):
    with pytest.raises(WrongCall):
        options(**raw)


def test_an_unreadable_label_rejects_a_file_that_nothing_else_explains(district):
    text = f"Период: с 24.03.25 по 24.05.25,,,,,\n{TABLE}"
    said = {key: value for key, value in ALL.items() if key != "period"}
    assert checks(district.one(text, **said)) == ["bad_period"]
    assert district.one(text, **ALL).status == "loaded"
