"""The files beside the sample: each is wrong in its own way."""

import zipfile

import openpyxl
import pytest
from python_calamine import PasswordError, load_workbook

EXPECTED = {
    "photo.xlsx",
    "empty.csv",
    "truncated.xlsx",
    "canteen-menu.csv",
    "without-period.xlsx",
    "without-school.xlsx",
    "percent-only.xlsx",
    "password.xlsx",
}


@pytest.fixture(scope="module")
def refused(sample):
    return sample.with_name(f"{sample.name}-refused")


def test_they_lie_beside_the_sample(refused):
    assert {path.name for path in refused.iterdir()} == EXPECTED


@pytest.mark.parametrize("name", ["photo.xlsx", "truncated.xlsx"])
def test_what_is_named_a_workbook_is_none(refused, name):
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(refused / name)


def test_the_locked_workbook_asks_for_a_password(refused):
    with pytest.raises(PasswordError):
        load_workbook(refused / "password.xlsx")


@pytest.mark.parametrize(
    ("name", "missing"), [("without-period.xlsx", "Период:"), ("without-school.xlsx", "Школа:")]
)
def test_what_a_report_must_say_is_not_said(refused, name, missing):
    sheet = openpyxl.load_workbook(refused / name).worksheets[0]
    texts = [str(cell) for row in sheet.values for cell in row]
    assert not any(text.startswith(missing) for text in texts)
