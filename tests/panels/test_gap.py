"""The best and the worst fifth of schools over time."""

import pytest

from dashboard.i18n import t
from dashboard.pages.overview import PAGE
from dashboard.panels import View, make
from dashboard.spec.filters import FilterState
from tests.panels.test_kpis import BEFORE, RISEN, SCHOOLS, SHARES, sent


@pytest.fixture
def gap(snapshot_of, settings):
    def made(rows, **query):
        snapshot = snapshot_of({"schools": SCHOOLS, "marks": rows})
        view = View(FilterState.from_query(PAGE.filters, query), "en")
        return make(PAGE, PAGE.block("gap"), view, snapshot, settings)

    return made


def test_each_time_has_both_fifths_and_their_distance(gap):
    before, now = gap(RISEN).rows
    assert [cell.number for cell in now[1:]] == pytest.approx([0.85, 0.15, 70, 2])
    assert [cell.number for cell in before[1:]] == pytest.approx([0.8, 0.1, 70, 2])


def test_interval_is_of_the_pupils_of_the_fifth(gap):
    best = gap(RISEN).rows[-1][1].value
    assert best.pupils == 200
    assert best.low < 0.85 < best.high


def test_time_with_few_schools_has_no_fifths(gap):
    rows = [*sent(SHARES[:6], year=BEFORE), *sent(SHARES)]
    before, now = gap(rows).rows
    assert before[1].flag == "x"
    assert now[1].number


def test_choice_of_few_schools_says_why(gap):
    assert "at least 10 schools" in gap(RISEN, aimak=["A1"]).empty


def test_one_time_is_not_drawn(gap):
    assert gap(sent(SHARES)).empty == t("panel.one_time", "en")
