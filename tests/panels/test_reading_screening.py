"""The screening list: of one school, by class, in a file of its own; codes stand nowhere else."""

import csv
import io
import re
from dataclasses import replace

import openpyxl
import pytest

from dashboard import panels
from dashboard.exports import FORMATS, report
from dashboard.i18n import LANGUAGES, moment, t
from dashboard.pages.reading import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from dashboard.web.app import create_app
from dashboard.web.site import make_site
from tests.made_up_reading import child, norm, tables

CODE = "QPX"
NORMS = [norm(grade, 40, each, language="ky", at_risk=20) for grade in (2, 3) for each in ("end",)]
CLASSES = {("S1", 3, "А"): 3, ("S1", 2, "Б"): 1, ("S1", 2, "А"): 2, ("S2", 2, "А"): 4}
TESTS = [
    child(f"{CODE}-{school}-{grade}{letter}-{n}", words_correct=10 + n if n < slow else 50)
    | {"school_id": school, "grade": grade, "letter": letter}
    for (school, grade, letter), slow in CLASSES.items()
    for n in range(12)
]
OTHERS = ("numbers", "norm", "where", "spread", "help")


@pytest.fixture
def district(snapshot_of, settings):
    return snapshot_of(tables(TESTS, NORMS)), replace(settings, norm_set="ours")


@pytest.fixture
def made(district):
    def make(role="methodist", own="", language="en", **query):
        view = View(FilterState.from_query(PAGE.filters, query), language, tab="help")
        snapshot, settings = district
        using = replace(settings, role=role, school=own)
        return panels.make(PAGE, PAGE.block("screening"), view, snapshot, using)

    return make


def _codes(panel) -> set[str]:
    return {row[1].text for row in panel.rows}


def test_the_list_goes_by_class_the_slowest_first_and_counts_each(made):
    panel = made(school=["S1"])
    classes = [row[0].text for row in panel.rows]
    assert classes == ["2А", "2А", "2Б", "3А", "3А", "3А"]
    assert [row[3].number for row in panel.rows[:2]] == [10, 11]
    assert "2А – 2, 2Б – 1, 3А – 3" in panel.sentences[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_round_and_the_set_of_norms_stand_beside_the_list(language, made):
    about = made(language=language, school=["S1"]).about
    for part in ("№ 1", "2026-2027", t("choice.end", language), "ours"):
        assert part in about


def test_a_server_of_a_school_shows_its_own_list_and_no_other(made):
    own = made("school", "S2")
    assert len(_codes(own)) == 4
    assert _codes(own) == _codes(made("school", "S2", school=["S2"])) == _codes(made(school=["S2"]))
    for forged in (["S1"], ["S1", "S2"], ["S77"]):
        panel = made("school", "S2", school=forged)
        assert (panel.rows, panel.empty) == ((), t("reading_children.not_for_you", "en"))


def test_a_server_of_a_school_that_is_not_registered_says_so(made):
    for chosen in ([], ["S1"], ["S77"]):
        panel = made("school", "S77", school=chosen)
        assert not panel.rows
        assert panel.empty == t("error.own_school_unknown", "en", school="S77")


def test_without_its_school_the_role_sees_no_list(made):
    for chosen in ([], ["S1"]):
        assert not made("school", "", school=chosen).rows


def test_a_school_in_another_role_opens_nothing(made):
    assert not made("member", "S1").rows
    assert not made("member", "S1", school=["S1"]).rows
    assert made("methodist", "S1").empty == t("reading_children.one_school", "en")


@pytest.mark.parametrize("own", ["", "S1"])
@pytest.mark.parametrize("form", FORMATS)
def test_the_list_has_a_file_of_its_own(form, own, made, district):
    """It is fetched by the address that stands beside the list."""
    snapshot, settings = district
    role = "school" if own else "methodist"
    panel = made(role, own, **({} if own else {"school": ["S1"]}))
    using = replace(settings, role=role, school=own)
    client = create_app(using, make_site(using)).server.test_client()
    answer = client.get(panel.marks["file"].format(form=form))
    cells = _cells(form, answer.data)
    said = " ".join(map(str, cells))
    assert {cell for cell in cells if CODE in str(cell)} == _codes(panel)
    assert 20 in {_number(cell) for cell in cells}
    for part in ("№ 1", "2026-2027", t("choice.end", "en"), "ours", moment(snapshot.created, "en")):
        assert part in said, part
    assert f"reading-screening.{form}" in answer.headers["Content-Disposition"]
    assert t("block.reading.help", "en") not in said


def _cells(form: str, data: bytes) -> list:
    if form == "csv":
        return [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [c for sheet in book for row in sheet.iter_rows(values_only=True) for c in row if c]


def _number(cell: object) -> float | None:
    return float(cell) if re.fullmatch(r"[\d.]+", str(cell)) else None


@pytest.mark.parametrize(
    "address", ["/export/reading/nothing.csv", "/export/reading/screening.exe"]
)
def test_there_is_no_file_of_what_there_is_not(address, district):
    assert create_app(district[1]).server.test_client().get(address).status_code == 404


def test_in_the_file_of_the_page_codes_stand_under_the_list_alone(district):
    view = View(FilterState.from_query(PAGE.filters, {"school": ["S1"]}), "en")
    told = report.make(PAGE, view, *district)
    assert {key for key, panel in told.panels if CODE in repr(panel)} == {"screening"}
    assert CODE not in repr(replace(told, panels=()))


@pytest.mark.parametrize("key", OTHERS)
def test_the_files_of_other_blocks_hold_no_codes(key, district):
    client = create_app(district[1]).server.test_client()
    for form in FORMATS:
        answer = client.get(f"/export/reading/{key}.{form}?school=S1&lang=en")
        assert answer.status_code == 200
        assert not [cell for cell in _cells(form, answer.data) if CODE in str(cell)]
