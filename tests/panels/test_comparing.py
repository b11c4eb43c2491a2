"""Schools beside each other: who they are, what is said of pairs, what makes them similar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import panels
from dashboard.exports import report
from dashboard.exports.csv import write
from dashboard.i18n import LANGUAGES
from dashboard.metrics import metric, metrics
from dashboard.metrics.counts import takes
from dashboard.pages.compare import PAGE
from dashboard.panels import View
from dashboard.panels.pairs import Two, said
from dashboard.spec.filters import FilterState
from dashboard.statistics.comparison import pair
from tests.conftest import marks

LANGUAGE_OF = {"S05": "ru", "S09": "ru"}
SIZES = {f"S{n:02}": 200 + 20 * n for n in range(1, 13)}
GOOD = {"S01": 50, "S02": 50, "S03": 80, "S04": 20}
SCHOOLS = [
    {
        "school_id": code,
        "name": f"№ {int(code[1:])} мектеп",
        "language": LANGUAGE_OF.get(code, "ky"),
        "kind": "secondary",
        "lat": 41.0 + int(code[1:]) / 100,
        "lon": 71.5,
        "pupils": 4 if code == "S12" else size,
    }
    for code, size in SIZES.items()
]
FEW = marks(school_id="S12", n4=2, n3=2)
MARKS = [
    *(
        marks(school_id=code, n4=GOOD.get(code, 45), n3=100 - GOOD.get(code, 45))
        for code in SIZES
        if code not in ("S10", "S11", "S12")  # S11 has sent nothing
    ),
    marks(school_id="S10", n4=20, n3=20),  # hidden with the one below, or that could be worked out
    FEW,
]


@pytest.fixture
def snapshot(snapshot_of):
    return snapshot_of({"schools": SCHOOLS, "marks": MARKS})


def view_of(options=None, language="en", **query) -> View:
    state = FilterState.from_query(PAGE.filters, query)
    return View(state, language, options=tuple(sorted((options or {}).items())))


@pytest.fixture
def panel(snapshot, settings):
    def make(key, options=None, language="en", **query):
        view = view_of(options, language, **query)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, settings)

    return make


def texts(made) -> list[list[str]]:
    return [[cell.text for cell in row] for row in made.rows]


def names(made) -> list[str]:
    return [row[0].text for row in made.rows]


# Views of counts of pupils. A median of words is of one language, and schools differ in it.
RESULTS = {"marks", "pupil_groups", "exams", "olympiads", "reading", "reading_normed"}


def test_every_metric_of_results_told_by_school_is_compared():
    """What the staff does stands on its own pages: it is no result of a school's pupils."""
    of_results = {key for key, card in metrics().items() if card.view in RESULTS and not card.value}
    by_school = {key for key in of_results if "school" in takes(metric(key).view)}
    assert by_school == set(PAGE.block("profile").metrics)


def test_without_a_choice_every_school_is_offered(panel):
    made = panel("profile")
    assert made.marks["choose"]
    assert names(made) == [f"№ {n} мектеп" for n in range(1, 13)]
    assert made.rows[1][0].href == "/compare?school=S02&lang=en"


@pytest.mark.parametrize("key", ["pairs", "similar"])
def test_other_blocks_wait_and_say_for_what(key, panel):
    assert "Choose one" in panel(key).empty


def test_value_interval_and_district_stand_side_by_side(panel):
    quality = texts(panel("profile", school=["S03", "S04"]))[0]
    assert quality == [
        "Quality of knowledge, %",
        "47.4%",
        "80.0%",
        "71.1–86.7%",
        "20.0%",
        "13.3–28.9%",
    ]


def test_only_a_real_distance_has_a_colour(panel):
    quality = panel("profile", school=["S01", "S03", "S04"]).rows[0]
    assert quality[2].tone == 0
    assert quality[4].tone > 0
    assert quality[6].tone < 0


def test_what_has_no_interval_has_no_colour(panel):
    rows = {row[0].text: row for row in panel("profile", school=["S03", "S04"]).rows}
    assert rows["Mean mark"][2].tone is None


def test_a_metric_without_data_is_left_out(panel):
    assert not any("Olympiad" in name for name in names(panel("profile", school=["S03"])))


def test_a_figure_that_is_of_no_subject_says_so(snapshot_of, settings):
    groups = [
        {
            "school_id": code,
            "year": "2026-2027",
            "period": "Q1",
            "grade": 7,
            "letter": "А",
            "roster": 40,
            "excellent": 3,
            "good": 9,
            "satisfactory": 27,
            "failing": 1,
        }
        for code in ("S03", "S04", "S05")
    ]
    snapshot = snapshot_of({"schools": SCHOOLS, "marks": MARKS, "pupil_groups": groups})
    view = view_of(school=["S03", "S04"], subject=["chemistry"])
    made = panels.make(PAGE, PAGE.block("profile"), view, snapshot, settings)
    assert "Quality by pupils, % · not filtered by: Subject" in names(made)
    assert "Quality of knowledge, %" in names(made)


def test_a_school_alone_stands_beside_the_eight_most_similar(panel):
    made = panel("profile", school=["S05"])
    shown = [column.short for column in made.columns if column.short]
    assert shown[0] == "№ 5"
    assert len(shown) == 9
    assert made.marks["own"] == "S05"
    assert "8 schools most similar" in made.sentences[0]


def test_of_more_than_six_the_first_six_are_shown_and_the_others_named(panel):
    made = panel("profile", school=[f"S{n:02}" for n in range(1, 9)])
    assert [c.short for c in made.columns if c.short] == [f"№ {n}" for n in range(1, 7)]
    assert made.sentences[0].endswith("Not compared: № 7 мектеп, № 8 мектеп.")


def test_a_pair_that_cannot_be_told_apart_says_so(panel):
    row = panel("pairs", school=["S01", "S05"]).rows[0]
    assert row[-1].text == (
        "№ 1 and № 5: difference 5.0 points, interval −8.7 … +18.4: cannot be told apart."
    )


def test_a_pair_that_can_be_told_apart_says_who_is_higher(panel):
    row = panel("pairs", school=["S03", "S04"]).rows[0]
    assert row[-1].text == (
        "№ 3 is higher than № 4 by 60.0 points, interval +47.4 … +69.4: more than chance."
    )


def test_equal_schools_cannot_be_told_apart(panel):
    made = panel("pairs", school=["S01", "S02"])
    assert "0 of 1 pair can be told apart" in made.sentences[0]
    assert not any(row[-1].tone for row in made.rows)


@given(st.floats(0, 1), st.integers(5, 2000), st.sampled_from(LANGUAGES))
def test_no_sentence_tells_equal_shares_apart(share, pupils, language):
    two = Two("quality", "№ 1", "№ 2", pair(share, pupils, share, pupils))
    real = Two("quality", "№ 1", "№ 2", pair(1.0, 500, 0.0, 500))
    assert said(two, language).split(":")[-1] != said(real, language).split(":")[-1]
    assert not two.apart.told_apart


def test_an_interval_that_leaves_nothing_out_never_begins_at_nothing():
    two = Two("quality", "№ 1", "№ 2", pair(0.60, 212, 0.5053, 212))
    assert two.apart.told_apart
    assert 0 < two.apart.low < 0.0005
    assert "interval +0.0 " not in said(two, "en")
    assert "interval 0.0 " not in said(two, "en")


def test_pairs_that_can_be_told_apart_come_first(panel):
    rows = panel("pairs", school=["S01", "S02", "S03"]).rows
    quality = [bool(row[-1].tone) for row in rows if row[1].text == "Quality of knowledge"]
    assert quality == [True, True, False]


def test_who_is_hidden_or_silent_is_not_compared_and_it_says_why(panel):
    made = panel("pairs", school=["S01", "S02", "S11", "S12"])
    assert len(made.rows) == 2
    assert any(s.startswith("№ 11: no data") for s in made.sentences)
    assert any(s.startswith("№ 12: hidden") for s in made.sentences)


def test_one_school_that_can_be_shown_is_nothing_to_compare(panel):
    assert "fewer than two schools" in panel("pairs", school=["S01", "S12"]).empty


def test_the_most_similar_come_first_with_their_distances(panel):
    made = panel("similar", school=["S05"])
    far = [row[1].number for row in made.rows[1:]]
    assert names(made)[:2] == ["№ 5 мектеп", "№ 9 мектеп"]  # the other one taught in Russian
    assert far == sorted(far)
    assert len(far) == 8


def test_weights_change_the_order(panel):
    usual = names(panel("similar", school=["S05"]))
    without = names(panel("similar", {"w_language": "0"}, school=["S05"]))
    assert usual[1] == "№ 9 мектеп"
    assert set(without[1:3]) == {"№ 4 мектеп", "№ 6 мектеп"}


def test_without_weights_nothing_is_similar(panel):
    none = dict.fromkeys(("w_size", "w_language", "w_place", "w_small"), "0")
    made = panel("similar", none, school=["S05"])
    assert "all weights are 0" in made.sentences[0]
    assert names(made) == ["№ 5 мектеп"]


def test_each_weight_is_a_row_of_links(panel):
    switch = panel("similar", {"w_size": "3"}, school=["S05"]).switches[0]
    assert [choice.value for choice in switch.choices] == ["0", "1", "2", "3"]
    assert [choice.used for choice in switch.choices] == [False, False, False, True]
    assert switch.choices[2].href == "/compare?school=S05&w_size=2&lang=en"
    assert switch.choices[1].href == "/compare?school=S05&lang=en"


def test_weights_and_distances_stand_in_the_file(snapshot, settings):
    view = view_of({"w_size": "3"}, school=["S05"])
    text = write(report.make(PAGE, view, snapshot, settings)).decode("utf-8-sig")
    assert "Weights: Number of pupils – 3, Language – 1, Place – 1, Small school – 1." in text
    assert "Distance (0–1)" in text
    assert "№ 9 мектеп,0.32,380,Russian" in text


def test_position_is_said_in_words_and_never_as_a_place(panel):
    said = panel("similar", school=["S01"]).sentences
    assert said[0] == "1 of the 8 similar schools is higher by more than chance."
    assert said[1] == "1 of the 8 similar schools is lower by more than chance."
    assert said[2] == "5 schools cannot be told apart from the chosen one."


def test_under_ten_schools_there_is_no_verdict(panel):
    assert any("no verdict" in s for s in panel("similar", school=["S01"]).sentences)


def test_of_several_schools_each_leads_to_its_own_similar_ones(panel):
    made = panel("similar", school=["S05", "S03"])
    assert made.title.startswith("№ 3 мектеп")
    assert [choice.value for choice in made.switches[0].choices] == ["S03", "S05"]
    assert made.switches[0].choices[1].href == "/compare?school=S05&lang=en"


def test_a_hidden_school_gives_neither_its_size_nor_a_position(panel):
    made = panel("similar", {"w_language": "0", "w_place": "0", "w_small": "0"}, school=["S12"])
    assert texts(made)[0][2] == "c"
    assert "4" not in texts(made)[0]
    assert names(made) == ["№ 12 мектеп"]  # nothing else is known of it than its size
    own = panel("similar", school=["S12"])
    assert any("not compared" in s for s in own.sentences)


def test_size_alone_never_places_a_hidden_school(panel):
    only_size = {"w_language": "0", "w_place": "0", "w_small": "0"}
    for code in SIZES:
        assert "№ 12 мектеп" not in names(panel("similar", only_size, school=[code]))[1:]


def test_names_lead_to_the_passport(panel):
    assert panel("similar", school=["S05"]).rows[1][0].href.startswith("/school?school=S09")
    assert panel("profile", school=["S05", "S03"]).marks["links"]["S03"].startswith("/school?")


@pytest.mark.parametrize("key", ["profile", "pairs", "similar"])
def test_a_school_that_nobody_knows_has_no_data(key, panel):
    assert "no such school" in panel(key, school=["S99"]).empty
