"""What a person sees is what the file holds: chosen, read, downloaded, compared."""

import csv
import io
import re

import openpyxl
import pytest
from playwright.sync_api import expect

FORMATS = ("csv", "xlsx")


def _download(page, form: str) -> bytes:
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as waiting:
        page.locator(".dropdown-menu a", has_text=form.upper()).click()
    return waiting.value.path().read_bytes()


def _cells(form: str, data: bytes) -> list[list]:
    if form == "csv":
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [list(row) for sheet in book for row in sheet.iter_rows(values_only=True)]


def _percent(form: str, cell: object) -> str:
    return f"{float(cell):.1f}%" if form == "csv" else f"{cell:.1%}"


@pytest.mark.parametrize("form", FORMATS)
def test_the_number_on_the_page_is_the_number_in_the_file(form, open_page):
    page = open_page("/quality?view=schools&lang=en")
    page.get_by_role("button", name="School all 4").click()
    page.get_by_role("option", name="№ 1 мектеп").click()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("school=S01"))
    row = page.locator(".grid-table tbody tr")
    expect(row).to_have_count(1)
    page.locator("summary").click()  # the block that came anew is folded
    shown = row.locator("td").first.inner_text()
    rows = [row for row in _cells(form, _download(page, form)) if row and row[0] == "№ 1 мектеп"]
    assert shown in [
        _percent(form, row[1]) for row in rows if len(row) > 3 and row[3] not in ("", None)
    ]
    assert not [row for row in _cells(form, _download(page, form)) if "№ 2 мектеп" in row]
