"""The cards of the first page: each number with its change, its gap in pupils and its way here."""

import pytest

from dashboard.i18n import LANGUAGES
from dashboard.pages.overview import PAGE
from dashboard.panels import View, make
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block
from tests.conftest import marks

BEFORE, NOW = "2025-2026", "2026-2027"
SCHOOLS = [
    {"school_id": f"S{n:02}", "name": f"№ {n} мектеп", "aimak": f"A{n % 2}", "language": "ky"}
    for n in range(1, 13)
]
SHARES = [10, 20, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90]


def sent(shares, pupils=100, **more):
    return [
        marks(
            school_id=school["school_id"],
            n4=share * pupils // 100,
            n3=pupils - share * pupils // 100,
            **more,
        )
        for school, share in zip(SCHOOLS, shares)
        if share is not None
    ]


RISEN = [*sent([share - 5 for share in SHARES], year=BEFORE), *sent(SHARES)]


@pytest.fixture
def cards(snapshot_of, settings):
    def made(rows, language="en", **query):
        snapshot = snapshot_of({"schools": SCHOOLS, "marks": rows})
        view = View(FilterState.from_query(PAGE.filters, query), language)
        return make(PAGE, PAGE.block("numbers"), view, snapshot, settings)

    return made


def row(panel, nth):
    return dict(zip((column.name for column in panel.columns), panel.rows[nth]))


def test_district_is_seen_beside_itself_a_year_ago(cards):
    quality = row(cards(RISEN), 0)
    assert quality["change"].tone == 1
    assert quality["gap"].text.startswith("60 pupils more than at last year")


def test_chosen_school_is_seen_beside_the_district(cards):
    quality = row(cards(RISEN, school=["S01"]), 0)
    assert quality["gap"].text.startswith("38 pupils fewer than at the district")


def test_school_like_the_district_has_no_gap(cards):
    quality = row(cards(RISEN, school=["S07"]), 0)
    assert "cannot be told" in quality["gap"].text


def test_change_that_is_not_real_has_no_gap_in_pupils(cards):
    rows = [*sent([share - 1 for share in SHARES], year=BEFORE), *sent(SHARES)]
    quality = row(cards(rows), 0)
    assert quality["change"].tone == 0
    assert quality["gap"].text == ""


def test_fifths_are_counts_added_not_rates_averaged(cards):
    large = marks(school_id="S12", grade=8, n4=300, n3=100)
    card = row(cards([*RISEN, large]), 2)
    best = (80 + 90 + 300) / 600  # two schools, one of them now five times as large
    assert card["value"].number == pytest.approx(100 * (best - 0.15))
    assert card["detail"].text == "78.3% against 15.0%; 2 schools each"


def test_fifths_say_whether_they_are_wider_than_a_year_ago(cards):
    rows = [*sent([share // 2 for share in SHARES], year=BEFORE), *sent(SHARES)]
    card = row(cards(rows), 2)
    assert "wider" in card["change"].text
    assert card["change"].tone == 0


def test_hidden_school_is_in_neither_fifth(cards):
    few = [*sent([None, *SHARES[1:]]), *sent([0], pupils=4)]
    assert "S01" not in str(row(cards(few), 2))
    hidden = row(cards(few), 2)["detail"].text
    shown = row(cards(sent([None, *SHARES[1:]])), 2)["detail"].text
    assert hidden.partition(" against ")[0] == shown.partition(" against ")[0]


def test_few_schools_have_no_fifths_and_the_card_says_why(cards):
    card = row(cards(RISEN, aimak=["A1"]), 2)
    assert card["value"].number is None
    assert "at least 10 schools" in card["detail"].text


def test_schools_that_sent_nothing_are_named(cards):
    card = row(cards(sent([*SHARES[:-1], None])), 4)
    assert (card["value"].number, card["detail"].text) == (11, "№ 12 мектеп")


def test_way_ends_at_what_is_shown(cards):
    later = sent([share // 2 for share in SHARES], period="Q2")
    panel = cards([*RISEN, *later], period=["Q1"])
    way = panel.marks["sparks"][0]
    assert way.values == (pytest.approx(0.4375, abs=0.02), row(panel, 0)["value"].number)


def test_way_goes_through_the_same_quarter_of_each_year(cards):
    between = sent([0] * 12, period="Q2", year=BEFORE)
    ways = cards([*RISEN, *between], period=["Q1"]).marks["sparks"]
    assert [len(way.values) for way in ways if way] == [
        len(way.values) for way in cards(RISEN).marks["sparks"] if way
    ]
    assert len(ways[0].values) == 2


def test_one_time_has_no_way(cards):
    assert not any(cards(sent(SHARES)).marks["sparks"])


def test_years_marks_are_not_drawn_among_quarters(cards):
    rows = [*RISEN, *sent([0] * 12, period="Y", year=BEFORE)]
    assert len(cards(rows).marks["sparks"][0].values) == 2


def test_hidden_number_tells_nothing(cards):
    quality = row(cards(sent([50], pupils=4)), 0)
    assert (quality["value"].flag, quality["change"].text, quality["gap"].text) == ("c", "", "")


def test_facts_without_periods_are_seen_year_by_year(snapshot_of, settings):
    exam = {"exam": "ort", "graduates": 60, "takers": 40, "score_sum": 4400}
    rows = [
        exam | {"school_id": school["school_id"], "year": year, "passed": passed}
        for school in SCHOOLS
        for year, passed in ((BEFORE, 10), (NOW, 20))
    ]
    block = Block("numbers", "kpis", ("exam_threshold",), show="kpis")
    snapshot = snapshot_of({"schools": SCHOOLS, "exams": rows})
    view = View(FilterState.from_query(PAGE.filters, {}), "en")
    panel = make(PAGE, block, view, snapshot, settings)
    threshold = row(panel, 0)
    assert threshold["value"].number == pytest.approx(0.5)
    assert threshold["gap"].text.startswith("120 pupils more")
    assert panel.marks["sparks"][0].values == pytest.approx((0.25, 0.5))


@pytest.mark.parametrize("language", LANGUAGES)
def test_way_is_told_in_words(language, cards):
    told = cards(RISEN, language).marks["sparks"][0].said
    assert "2025-2026" in told
    assert "2026-2027" in told
