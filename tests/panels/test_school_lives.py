"""What pages say of schools that closed, opened late, or took in the pupils of another."""

from datetime import date

import pytest

from dashboard import panels
from dashboard.i18n import LANGUAGES
from dashboard.pages import compare, overview
from dashboard.pages.school import PAGE
from dashboard.panels import View
from dashboard.panels.likeness import most_similar
from dashboard.panels.view import Asking
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Page
from tests.conftest import marks

NOW, BEFORE = "2026-2027", "2025-2026"
SCHOOLS = [
    {"school_id": "S01", "name": "№ 1 мектеп", "pupils": 400},
    {"school_id": "S02", "name": "№ 2 мектеп", "pupils": 420},
    {
        "school_id": "S07",
        "name": "№ 7 мектеп",
        "pupils": 410,
        "closed": date(2026, 8, 20),
        "successor_id": "S01",
    },
    {"school_id": "S08", "name": "№ 8 мектеп", "opened": date(2027, 8, 1)},
]
MARKS = [
    marks(school_id=school, year=year, subject_id=subject, n4=60, n3=40)
    for subject in ("chemistry", "physics")
    for school, year in (("S01", NOW), ("S02", NOW), ("S01", BEFORE), ("S02", BEFORE))
] + [marks(school_id="S07", year=BEFORE, n4=80)]


@pytest.fixture
def snapshot(snapshot_of):
    return snapshot_of({"schools": SCHOOLS, "marks": MARKS})


def view_of(page: Page = PAGE, language: str = "en", **query) -> View:
    return View(FilterState.from_query(page.filters, query), language)


def panel(key: str, snapshot, settings, page: Page = PAGE, language: str = "en", **query):
    view = view_of(page, language, **query)
    return panels.make(page, page.block(key), view, snapshot, settings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_closed_school_says_when_and_where_its_pupils_went(language, snapshot, settings):
    made = panel("facts", snapshot, settings, language=language, school="S07")
    assert any("№ 1 мектеп" in said and "2026" in said for said in made.sentences)
    assert made.marks["links"][0][0] == "№ 1 мектеп"
    assert made.marks["links"][0][1].startswith("/school?school=S01")


def test_a_closed_school_is_not_called_silent(snapshot, settings):
    said = " ".join(panel("facts", snapshot, settings, school="S07").sentences)
    assert "closed" in said
    assert "sent no marks" not in said


def test_its_earlier_years_are_there_under_its_own_name(snapshot, settings):
    made = panel("figures", snapshot, settings, school="S07", year=BEFORE)
    assert made.title
    assert made.rows[0][1].number == 1.0


def test_in_its_later_years_a_block_says_that_it_closed(snapshot, settings):
    assert "closed" in panel("figures", snapshot, settings, school="S07", year=NOW).empty
    assert "opened" in panel("figures", snapshot, settings, school="S08", year=NOW).empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_successor_names_whose_pupils_it_took_in(language, snapshot, settings):
    made = panel("facts", snapshot, settings, language=language, school="S01")
    assert any("№ 7 мектеп" in said for said in made.sentences)
    assert made.marks["links"][0][1].startswith("/school?school=S07")


@pytest.mark.parametrize(
    ("school", "year", "noted"),
    [("S01", NOW, True), ("S02", NOW, False), ("S01", BEFORE, False)],
)
def test_a_comparison_with_a_year_ago_says_who_came(school, year, noted, snapshot, settings):
    made = panel("figures", snapshot, settings, school=school, year=year)
    assert ("№ 7 мектеп" in made.about) is noted
    of_page = panel("numbers", snapshot, settings, overview.PAGE, school=school, year=year)
    assert ("№ 7 мектеп" in of_page.about) is noted


def test_a_year_later_both_years_have_the_same_pupils(snapshot_of, settings):
    later = marks(school_id="S01", year="2027-2028", n4=60, n3=40)
    snapshot = snapshot_of({"schools": SCHOOLS, "marks": [*MARKS, later]})
    made = panel("figures", snapshot, settings, school="S01", year="2027-2028")
    assert made.rows
    assert "№ 7 мектеп" not in made.about


def test_the_district_is_compared_without_a_note(snapshot, settings):
    """The pupils have stayed in it."""
    assert "№ 7" not in panel("numbers", snapshot, settings, overview.PAGE).about


def test_only_schools_that_were_open_are_counted_as_due(snapshot, settings):
    def reported(year: str) -> tuple:
        row = panel("numbers", snapshot, settings, overview.PAGE, year=year).rows[-1]
        return row[1].number, row[2].text

    assert reported(NOW) == (2, "of 2 schools")
    assert reported(BEFORE) == (3, "of 3 schools")


def test_a_closed_school_can_be_chosen_and_is_marked(snapshot, settings):
    names = [row[0].text for row in panel("facts", snapshot, settings).rows]
    assert "№ 7 мектеп (closed in 2026)" in names


def test_a_closed_school_is_nobodys_like(snapshot, settings):
    page = compare.PAGE
    near = most_similar("S01", page, Asking(snapshot, settings, view_of(page)))
    assert "S07" not in {key for key, _ in near}
    own = most_similar("S07", page, Asking(snapshot, settings, view_of(page)))
    assert {key for key, _ in own} == {"S01", "S02"}
