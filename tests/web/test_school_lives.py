"""The head counts schools that were open then; a filter offers closed ones, marked."""

from datetime import date

import pytest

from dashboard.filters import SCHOOL
from dashboard.i18n import LANGUAGES
from dashboard.pages.overview import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from dashboard.web.as_of import as_of
from dashboard.web.offers import offer, seen
from tests.conftest import marks

NOW, BEFORE = "2026-2027", "2025-2026"
SCHOOLS = [
    {"school_id": "S01", "name": "№ 1 мектеп"},
    {"school_id": "S02", "name": "№ 2 мектеп"},
    {"school_id": "S07", "name": "№ 7 мектеп", "closed": date(2026, 8, 20)},
    {"school_id": "S08", "name": "№ 8 мектеп", "opened": date(2027, 8, 1)},
]
MARKS = [
    marks(school_id=school, year=year, n4=20)
    for school, year in (("S01", NOW), ("S01", BEFORE), ("S07", BEFORE))
]


def _seen(snapshot, settings, language: str = "en", **query):
    view = View(FilterState.from_query(PAGE.filters, query), language)
    return seen(PAGE, view, snapshot, settings)


def _said(snapshot, settings, **query) -> str:
    parts = as_of(_seen(snapshot, settings, **query))
    return "".join(part if isinstance(part, str) else str(part.children) for part in parts)


@pytest.mark.parametrize(("year", "said"), [(NOW, "1 of 2"), (BEFORE, "2 of 3")])
def test_the_head_counts_the_schools_that_were_open(year, said, snapshot_of, settings):
    snapshot = snapshot_of({"schools": SCHOOLS, "marks": MARKS})
    assert said in _said(snapshot, settings, year=year)


def test_it_never_says_that_more_reported_than_there_are(snapshot_of, settings):
    late = marks(school_id="S07", year=NOW, n4=20)
    rows = [late, *(marks(school_id=school, year=NOW, n4=20) for school in ("S01", "S02"))]
    snapshot = snapshot_of({"schools": SCHOOLS, "marks": rows})
    assert "3 of 3" in _said(snapshot, settings, year=NOW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filter_offers_a_closed_school_marked(language, snapshot_of, settings):
    snapshot = snapshot_of({"schools": SCHOOLS, "marks": MARKS})
    offered = dict(offer(SCHOOL, _seen(snapshot, settings, language)))
    assert offered.keys() == {"S01", "S02", "S07", "S08"}
    assert offered["S01"] == "№ 1 мектеп"
    assert offered["S07"].startswith("№ 7 мектеп (")
    assert "2026" in offered["S07"]
