"""The problem rows of a file leave by a plain link, for those alone who may see the original."""

import io
from dataclasses import replace

import openpyxl
import pytest

from dashboard.importer import desk_report
from dashboard.importer.desk_report import Reported
from dashboard.settings import Settings
from dashboard.spec.batch import FileReport
from dashboard.spec.problem import Problem
from dashboard.store import audit, batches, files
from dashboard.web.app import create_app
from dashboard.web.problem_rows import TAKEN

TEXT = """school_id,year,period,grade,letter,subject_id,roster,n5,n4,n3,n2
S01,2026-2027,Q1,7,А,chemistry,20,5,6,8,1
S01,2026-2027,Q1,7,Б,chemistry,20,5,алты,8,1
"""
PROBLEM = Problem("bad_number", "error", None, 3, "n4", "алты", {"value": "алты", "column": "n4"})
DAMAGED = Problem("file_damaged", "error")


@pytest.fixture
def batch(settings: Settings) -> str:
    """Of a file with one faulty row, of one that cannot be read, of one that was never received."""
    store = settings.store
    kept = [files.hold(store, data) for data in (TEXT.encode(), b"PK\x03\x04 nothing")]
    name = batches.create(store, zip(("№ 1/баалар.csv", "b.xlsx"), kept), "")
    desk_report.write(
        store,
        name,
        [
            Reported(FileReport("№ 1/баалар.csv", kept[0], "marks", "loaded", problems=(PROBLEM,))),
            Reported(FileReport("b.xlsx", kept[1], None, "rejected", problems=(DAMAGED,))),
            Reported(FileReport("c.xlsx", "", None, "rejected", problems=(DAMAGED,))),
            Reported(FileReport("d.csv", "0" * 64, None, "rejected", problems=(DAMAGED,))),
        ],
    )
    return name


def _ask(settings: Settings, batch: str, number: object, **more: str):
    client = create_app(replace(settings, **more)).server.test_client()
    return client.get(f"/data/{batch}/{number}/problems.xlsx?lang=ky")


def test_the_rows_leave_under_the_name_of_the_file_and_in_the_persons_language(settings, batch):
    answer = _ask(settings, batch, 0)
    assert answer.status_code == 200
    assert "%D0%B1%D0%B0%D0%B0%D0%BB%D0%B0%D1%80" in answer.headers["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data))["Барак1"]
    assert [cell.value for cell in sheet[1]][-1] == "Ката"
    assert [row.hidden for _, row in sorted(sheet.row_dimensions.items()) if row.hidden] == [True]


@pytest.mark.parametrize("number", [1, 2])
def test_a_file_that_cannot_be_read_goes_back_with_the_reason_alone(settings, batch, number):
    answer = _ask(settings, batch, number)
    assert answer.status_code == 200
    assert len(openpyxl.load_workbook(io.BytesIO(answer.data)).sheetnames) == 1


def test_an_original_that_is_gone_is_told_in_a_sentence(settings, batch):
    answer = _ask(settings, batch, 3)
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")
    assert answer.text


@pytest.mark.parametrize("role", ["member", "school"])
def test_who_may_not_see_the_originals_gets_no_row_of_them(settings, batch, role):
    school = {"school": "S01"} if role == "school" else {}
    answer = _ask(settings, batch, 0, role=role, **school)
    assert answer.status_code == 403
    assert "алты" not in answer.text
    assert not [entry for entry in audit.entries(settings.store) if entry.what == TAKEN]


@pytest.mark.parametrize(("name", "number"), [(None, 9), ("20200101T000000000000Z", 0), ("..", 0)])
def test_another_batch_or_file_is_not_there(settings, batch, name, number):
    assert _ask(settings, name or batch, number).status_code == 404


def test_every_look_at_an_original_is_written_down(settings, batch):
    _ask(settings, batch, 0)
    (entry,) = [entry for entry in audit.entries(settings.store) if entry.what == TAKEN]
    assert "баалар.csv" in entry.detail
    assert "алты" not in entry.detail
