"""What the page on quality promises, on small districts whose answers are known."""

import pytest

from dashboard import panels
from dashboard.i18n import t
from dashboard.pages.quality import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from dashboard.statistics.cohort import Cohort, change, pooled
from tests.conftest import marks

SCHOOLS = [
    {"school_id": f"S{n:02}", "name": f"№ {n} мектеп", "aimak": "Ала-Бука", "language": "ky"}
    for n in range(1, 14)
]
SHARES = [40, 44, 47, 50, 52, 55, 58, 60, 42, 49, 53, 57, 8]


def of(good: int, pupils: int, **where: object) -> dict:
    """Marks of so many pupils, of whom so many have a 4."""
    return marks(n4=good, n3=pupils - good, **where)


@pytest.fixture
def panel(snapshot_of, settings):
    def make(key, rows, tables=None, options=(), **query):
        snapshot = snapshot_of({"schools": SCHOOLS, "marks": rows} | (tables or {}))
        view = View(FilterState.from_query(PAGE.filters, query), "en", options=options)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, settings)

    return make


@pytest.fixture
def thirteen():
    """Thirteen schools that differ as schools do, and one of them far below."""
    return [of(3 * s, 300, school_id=f"S{n:02}") for n, s in enumerate(SHARES, 1)]


def cell(made, row, column):
    """By the text of the row's name and the name of the column."""
    place = [column.name for column in made.columns].index(column)
    return next(cells for cells in made.rows if cells[0].text == row)[place]


# cells


def test_cell_has_the_colour_of_its_own_subject(panel):
    """Physics is low everywhere: a school that is as the district there has no colour."""
    rows = [
        of(good, 40, school_id=school, subject_id=subject)
        for school in ("S01", "S02")
        for subject, good in (("physics", 8), ("history", 32))
    ]
    made = panel("cells", rows)
    assert {c.tone for row in made.rows for c in row[1:]} == {0.0}


def test_one_school_is_shown_by_its_classes_beside_the_same_grade(panel):
    rows = [
        of(good, 30, school_id=school, grade=grade, letter=letter)
        for school in ("S01", "S02")
        for grade, letter, good in ((10, "А", 12), (9, "Б", 15), (9, "А", 15))
    ]
    made = panel("cells", rows, school=["S01"])
    assert [row[0].text for row in made.rows] == ["9А", "9Б", "10А"]
    assert {row[1].tone for row in made.rows} == {0.0}
    assert made.columns[0].title == t("cells.class", "en")
    assert "grade=9" in made.rows[0][1].href
    assert "school=S01" in made.rows[0][1].href


def test_small_class_is_hidden_and_only_counted_in_the_words(panel):
    rows = [
        of(1, 3, letter="А"),
        *(of(15, 30, letter=letter) for letter in "БВГД"),
        of(15, 30, school_id="S02"),
    ]
    hidden = panel("cells", rows, school=["S01"]).rows[0][1]
    assert (hidden.text, hidden.number, hidden.tone) == ("c", None, None)
    said = panel("away", rows, school=["S01"])
    assert "hidden" in said.sentences[-1]
    assert not said.rows


def test_cell_apart_is_named_with_its_gap_in_pupils(panel, thirteen):
    made = panel("away", thirteen)
    assert [row[0].text for row in made.rows] == ["№ 13 мектеп, Chemistry"]
    assert made.sentences[0] == "1 cell is lower than the limits allow."
    assert made.marks["lower"] == 1
    assert cell(made, "№ 13 мектеп, Chemistry", "gap").text.startswith("gap: \u2212")


def test_chance_alone_names_more_cells(panel, thirteen):
    assert len(panel("away", thirteen, options=(("spread", "chance"),)).rows) > 1


# schools


def test_place_is_an_interval_among_the_shown(panel, thirteen):
    made = panel("schools", thirteen)
    place = cell(made, "№ 13 мектеп", "place").text
    assert place == "13–13 of 13"
    best, worst = cell(made, "№ 4 мектеп", "place").text.split(" of ")[0].split("–")
    assert int(worst) - int(best) >= 2


def test_fewer_than_ten_schools_have_no_places(panel, thirteen):
    made = panel("schools", thirteen[:9])
    assert "place" not in [column.name for column in made.columns]
    assert t("places.few", "en") in made.about


def test_gap_is_in_pupils_against_the_district(panel, thirteen):
    made = panel("schools", thirteen)
    district = sum(SHARES) / len(SHARES) / 100
    assert cell(made, "№ 13 мектеп", "gap").number == int(300 * (0.08 - district))


def test_hidden_school_has_neither_gap_nor_place(panel, thirteen):
    made = panel("schools", [*thirteen[1:], of(2, 4, school_id="S01")])
    hidden = [row for row in made.rows if row[1].flag == "c"]
    assert hidden
    assert {c.text for row in hidden for c in row[2:]} == {""}


# funnel


def test_funnel_takes_the_usual_spread_in_and_says_so(panel, thirteen):
    made = panel("funnel", thirteen)
    assert "usual spread" in made.about
    assert "φ" in made.about
    assert [row[0].text for row in made.rows if abs(row[-1].tone) == 1] == ["№ 13 мектеп"]
    (switch,) = made.switches
    assert [(c.value, c.used) for c in switch.choices] == [("usual", True), ("chance", False)]
    assert "spread=chance" in switch.choices[1].href


def test_funnel_by_chance_alone_is_narrower(panel, thirteen):
    usual, chance = (
        panel("funnel", thirteen, options=options) for options in ((), (("spread", "chance"),))
    )
    wide, narrow = (made.marks["action"][-1] for made in (usual, chance))
    assert wide[1] < narrow[1] < narrow[2] < wide[2]
    assert t("spread.chance", "en", ratio="x").split("(")[0] in chance.about


def test_few_schools_are_judged_by_chance_alone(panel, thirteen):
    made = panel("funnel", thirteen[:9])
    assert t("spread.few", "en") in made.about
    assert not made.switches


def test_hidden_school_is_not_in_the_funnel_but_counted_in_the_words(panel, thirteen):
    rows = [*thirteen[1:], of(2, 4, school_id="S01")]
    names = [row[0].text for row in panel("funnel", rows).rows]
    assert "№ 1 мектеп" not in names
    assert any("hidden" in sentence for sentence in panel("told", rows).sentences)


def test_words_say_what_the_limits_take_in(panel, thirteen):
    usual = panel("told", thirteen)
    chance = panel("told", thirteen, options=(("spread", "chance"),))
    assert "ordinary differences" in usual.sentences[0]
    assert "than chance explains" in chance.sentences[0]
    assert len(chance.rows) > len(usual.rows) == 1


def test_one_school_is_nothing_to_compare(panel, thirteen):
    made = panel("funnel", thirteen, school=["S01"])
    assert made.empty == t("panel.nothing_to_compare", "en")


# grades


def test_grades_without_marks_stand_there_and_are_explained(panel):
    made = panel("grades", [of(15, 30, grade=4), of(15, 30, grade=5)])
    assert [(row[0].text, row[1].flag) for row in made.rows] == [
        ("1", "z"),
        ("2", "z"),
        ("3", "z"),
        ("4", ""),
        ("5", ""),
    ]
    assert "other children" in made.about


def test_a_chosen_grade_is_the_only_one(panel):
    made = panel("grades", [of(15, 30, grade=4), of(15, 30, grade=5)], grade=["5"])
    assert [row[0].text for row in made.rows] == ["5"]


# trend


def test_point_is_filled_only_where_the_change_is_real(panel):
    rows = [
        of(good, 400, year=year, period=period)
        for year, period, good in (
            ("2025-2026", "Q1", 200),
            ("2025-2026", "Q2", 200),
            ("2026-2027", "Q1", 280),
            ("2026-2027", "Q2", 206),
        )
    ]
    made = panel("trend", rows)
    assert made.marks["filled"]["quality"] == {2}
    said = [row[3].text for row in made.rows]
    assert said == ["", "", "+20.0 points, real", "+1.5 points, cannot be told from chance"]


def test_trend_compares_like_with_like(panel):
    """Grade 3 carried marks until 2024-2025 only; generous ones, which must not count."""
    old, new = "2024-2025", "2025-2026"
    rows = [
        of(95, 100, year=old, grade=3),
        of(50, 100, year=old, grade=5),
        of(50, 100, year=new, grade=5),
    ]
    made = panel("trend", rows)
    assert [row[1].number for row in made.rows] == [0.5, 0.5]
    assert "5." in made.about


def test_trend_says_nothing_of_the_change_of_a_hidden_value(panel):
    rows = [of(200, 400, year="2025-2026"), of(1, 3, year="2026-2027")]
    made = panel("trend", rows)
    assert (made.rows[1][1].flag, made.rows[1][3].text) == ("c", "")


# cohort


def class_of(school, year, grade, good, pupils):
    return of(good, pupils, school_id=school, year=year, grade=grade)


def two_years(**after):
    """Grade 4 with 70 of 100 good in each school; in grade 5 as given."""
    return [
        row
        for school, good in after.items()
        for row in (
            class_of(school, "2025-2026", 4, 70, 100),
            class_of(school, "2026-2027", 5, good, 80),
        )
    ]


def test_cohort_takes_the_districts_own_change_off(panel):
    made = panel("cohort", two_years(S01=44, S02=44, S03=20))
    district = (108 / 240) - 0.7
    fall = cell(made, "№ 3 мектеп", "beyond")
    assert fall.number == pytest.approx(100 * (0.25 - 0.7 - district))
    assert fall.tone == -1
    assert cell(made, "№ 3 мектеп", "retention").text == "80% (80 / 100)"
    assert cell(made, "№ 3 мектеп", "said").text == t("cohort.fell", "en")


def test_cohort_words_name_who_falls_and_warn(panel):
    made = panel("falls", two_years(S01=44, S02=44, S03=20))
    assert made.rows[0][0].text == "№ 3 мектеп"
    assert made.sentences[-1] == t("cohort.caution", "en")


def test_small_school_is_told_of_years_together(panel):
    rows = [
        row
        for year, (fourth, fifth) in {
            "2024-2025": (10, 6),
            "2025-2026": (12, 5),
            "2026-2027": (14, 9),
        }.items()
        for row in (
            class_of("S01", year, 4, fourth, 20),
            class_of("S01", year, 5, fifth, 20),
            class_of("S02", year, 4, 60, 100),
            class_of("S02", year, 5, 50, 100),
        )
    ]
    made = panel("cohort", rows)
    own = pooled([Cohort(12 / 20, 20, 9 / 20, 20), Cohort(10 / 20, 20, 5 / 20, 20)])
    whole = pooled([Cohort(72 / 120, 120, 59 / 120, 120), Cohort(70 / 120, 120, 55 / 120, 120)])
    expected = change(own, whole.after - whole.before)
    assert cell(made, "№ 1 мектеп", "years").number == 2
    assert cell(made, "№ 1 мектеп", "beyond").number == pytest.approx(100 * expected.beyond)
    assert cell(made, "№ 2 мектеп", "years").number == 1


def test_nothing_is_said_of_a_cohort_with_a_hidden_part(panel):
    rows = [
        *two_years(S01=44, S02=44),
        class_of("S03", "2025-2026", 4, 2, 4),
        class_of("S03", "2026-2027", 5, 20, 40),
    ]
    row = next(r for r in panel("cohort", rows).rows if r[0].text == "№ 3 мектеп")
    assert (row[1].text, row[1].value) == ("c", None)
    assert {c.text for c in row[2:]} == {""}


def test_one_year_alone_says_what_is_missing(panel):
    made = panel("cohort", [class_of("S01", "2026-2027", grade, 20, 40) for grade in (4, 5)])
    assert "no data of grade 4 in the year before" in made.empty
    assert panel("falls", [class_of("S01", "2026-2027", 5, 20, 40)]).empty


# pupils

GROUPS = {
    "school_id": "S01",
    "year": "2026-2027",
    "period": "Q1",
    "grade": 7,
    "letter": "А",
    "roster": 40,
    "excellent": 2,
    "good": 8,
    "satisfactory": 28,
    "one_three": 6,
    "failing": 2,
    "not_assessed": 0,
}


def test_marks_and_pupils_are_told_apart_in_words(panel):
    made = panel("both", [of(24, 40)], {"pupil_groups": [GROUPS]})
    assert "60.0% of marks are 4 and 5, but 25.0% of pupils have nothing below 4" in made.about
    assert cell(made, "№ 1 мектеп", "apart").text == "\u221235.0 points"


def test_hidden_pupils_are_not_told(panel):
    few = GROUPS | {"roster": 3, "excellent": 1, "good": 1, "satisfactory": 1, "failing": 0}
    made = panel("both", [of(24, 40)], {"pupil_groups": [few | {"one_three": 1}]})
    row = next(r for r in made.rows if r[0].text == "№ 1 мектеп")
    assert row[1].text == "c"
    assert {c.text for c in row[3:]} == {""}


def test_pupils_one_mark_away_are_counted_by_grade(panel):
    groups = [GROUPS, GROUPS | {"letter": "Б", "one_three": 3}, GROUPS | {"grade": 8}]
    made = panel("one_away_grades", [of(24, 40)], {"pupil_groups": groups})
    told = [(row[0].text, row[1].number) for row in made.rows if row[1].flag != "z"]
    assert told == [("7", 9), ("8", 6)]
    assert made.reference is None


@pytest.mark.parametrize("key", ["both", "one_away", "one_away_grades"])
def test_without_pupil_groups_it_says_what_to_import(key, panel):
    assert "pupil_groups" in panel(key, [of(24, 40)]).empty


# the rule


def test_the_rule_says_what_it_leaves_out(panel):
    made = panel("rule", [marks(n4=10, n3=10, exempt=3, no_mark=2)])
    assert "Without exempt pupils" in made.sentences[0]
    assert "leaves out 5 entries" in made.sentences[0]


def test_of_a_hidden_group_it_is_not_said_what_the_rule_leaves_out(panel):
    made = panel("rule", [marks(n4=1, n3=1, exempt=3)])
    assert "5" not in made.sentences[0]
    assert t("left_out.hidden", "en") in made.sentences[0]


@pytest.mark.parametrize("tab", PAGE.tabs)
def test_the_rule_comes_first_on_every_tab(tab):
    here = [block.key for block in PAGE.blocks if block.tab in ("", tab)]
    assert here[0] == "rule"
    assert len(here) > 1
