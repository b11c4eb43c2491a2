"""The page of tests: which threshold, always beside takers and graduates, nobody judged."""

import pytest

from dashboard import panels
from dashboard.i18n import t
from dashboard.pages.exams import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from tests.conftest import marks

YEAR = "2025-2026"
SCHOOLS = [
    {
        "school_id": f"S{n:02}",
        "name": f"№ {n} мектеп",
        "aimak": "Ала-Бука" if n % 2 else "Ак-Там",
        "language": "ky",
    }
    for n in range(1, 15)
]
SHARES = [30, 35, 40, 45, 48, 50, 52, 55, 58, 60, 62, 65, 70, 85]  # of marks, %
TESTS = [*SHARES[:-1], 12]  # № 14 has marks far above what goes with its test


def exam(school, passed, **changes):
    row = {
        "school_id": school,
        "year": YEAR,
        "exam": "ort",
        "subject_id": None,
        "graduates": 150,
        "takers": 100,
        "passed": passed,
        "score_sum": 11000,
    }
    return row | changes


def mark(school, share, **changes):
    row = {"year": YEAR, "period": "Y", "grade": 11, "n4": 2 * share, "n3": 200 - 2 * share}
    return marks(school_id=school, **row | changes)


IDS = [school["school_id"] for school in SCHOOLS]
EXAMS = [exam(school, passed) for school, passed in zip(IDS, TESTS)]
MARKS = [mark(school, share) for school, share in zip(IDS, SHARES)]


@pytest.fixture
def block(snapshot_of, settings):
    def made(key, tables, language="en", **query):
        snapshot = snapshot_of({"schools": SCHOOLS, **tables})
        view = View(FilterState.from_query(PAGE.filters, query), language)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, settings)

    return made


BOTH = {"exams": EXAMS, "marks": MARKS}


def _names(panel):
    return [row[0].text for row in panel.rows]


def test_only_a_school_far_from_the_usual_is_named_and_never_blamed(block):
    made = block("words", BOTH)
    assert _names(made) == ["№ 14 мектеп"]
    assert made.rows[0][0].href.startswith("/school?school=S14")
    assert "worth talking about" in made.sentences[1]
    assert made.sentences[0].startswith("At 13 schools")
    assert made.sentences[-1] == t("exams.guard", "en")


def test_what_is_far_is_marked_in_the_drawing_and_said_in_its_table(block):
    made = block("agreement", BOTH)
    assert made.marks["far"] == [0] * 13 + [1]
    assert made.rows[-1][-1].text == t("exams.marks_higher", "en")
    assert not made.rows[0][-1].text


def test_a_far_school_does_not_turn_the_line_of_the_usual(block):
    (test, low), (better, high) = block("agreement", BOTH).marks["line"]
    assert (test, better) == (0.12, 0.7)
    assert (low, high) == pytest.approx((0.12, 0.7), abs=0.01)


def test_what_is_usual_does_not_depend_on_the_filters(block):
    made = block("agreement", BOTH, aimak=["Ак-Там"])
    assert len(made.rows) == 7
    assert len(made.marks["others"]) == 7
    assert _names(block("words", BOTH, school=["S14"])) == ["№ 14 мектеп"]


def test_fewer_than_ten_schools_are_no_verdict(block):
    few = {"exams": EXAMS[5:], "marks": MARKS[5:]}
    made = block("words", few)
    assert made.sentences[0].startswith("Only 9 schools")
    assert not made.rows
    drawn = block("agreement", few)
    assert not any(drawn.marks["far"])
    assert not drawn.marks["line"]


def test_marks_of_the_leavers_at_the_end_of_the_year_stand_beside_the_test(block):
    other = [mark(school, 10, grade=7) for school in IDS]
    quarter = [mark(school, 10, period="Q4") for school in IDS]
    made = block("agreement", {"exams": EXAMS, "marks": MARKS + other + quarter})
    assert made.rows[0][2].number == pytest.approx(0.3)
    assert t("exams.marks_of_leavers", "en") in made.about


def test_where_leavers_have_too_few_marks_all_grades_are_taken(block):
    other = [mark(school, 60, grade=7) for school in IDS]
    made = block("agreement", {"exams": EXAMS, "marks": MARKS[:8] + other})
    assert len(made.rows) == 14
    assert t("exams.marks_of_all", "en") in made.about


def test_takers_and_graduates_always_stand_beside_the_share(block):
    untold = [exam("S01", 30, graduates=None), *EXAMS[1:]]
    made = block("schools", {"exams": untold})
    names = [column.name for column in made.columns]
    first, second = (dict(zip(names, row)) for row in made.rows[:2])
    assert (second["takers"].text, second["graduates"].text) == ("100", "150")
    assert second["participation"].number == pytest.approx(100 / 150)
    assert (first["graduates"].text, first["participation"].flag) == ("", "x")


def test_of_a_hidden_school_neither_takers_nor_graduates_are_told(block):
    made = block("schools", {"exams": [exam("S01", 2, takers=4), *EXAMS[1:]]})
    hidden = [row for row in made.rows if row[1].flag == "c"]
    assert "№ 1 мектеп" in {row[0].text for row in hidden}
    assert {cell.text for row in hidden for cell in row[2:]} == {""}


def test_the_threshold_is_named_with_its_year_and_source(block):
    said = block("schools", {"exams": EXAMS}).about
    assert all(part in said for part in ("110 points", YEAR, "sputnik.kg"))


def test_a_year_without_a_known_threshold_says_so(block):
    said = block("schools", {"exams": [exam("S01", 9, year="2001-2002")]}).about
    assert "not known" in said


def test_the_numbers_are_of_the_main_test_until_a_subject_is_chosen(block):
    chemistry = [exam(school, 20, subject_id="chemistry", takers=40) for school in IDS]
    tables = {"exams": EXAMS + chemistry}
    main, one = block("numbers", tables), block("numbers", tables, subject=["chemistry"])
    assert main.rows[0][1].number == pytest.approx(sum(TESTS) / 1400)
    assert one.rows[0][1].number == pytest.approx(0.5)
    assert (main.rows[3][1].text, one.rows[3][1].text) == ("1,400", "560")
    assert "110" in main.rows[3][-1].text
    assert "60" in one.rows[3][-1].text


def test_a_change_is_told_only_beyond_chance(block):
    before = [exam(school, passed, year="2024-2025") for school, passed in zip(IDS, TESTS)]
    worse = [exam(school, 10, year="2024-2025") for school in IDS]
    alone = block("numbers", {"exams": EXAMS})
    same, more = (block("numbers", {"exams": EXAMS + rows}) for rows in (before, worse))
    assert same.rows[0][2].text == t("panel.no_real_change", "en")
    assert more.rows[0][2].text.startswith("▲")
    assert alone.rows[0][2].text == t("panel.no_year_ago", "en")


def test_subject_tests_stand_apart_from_the_main_test(block):
    chemistry = [exam(school, 20, subject_id="chemistry", takers=40) for school in IDS]
    made = block("subjects", {"exams": EXAMS + chemistry})
    assert _names(made) == ["Chemistry"]
    assert (made.reference, made.rows[0][5].text) == (None, "60")
    assert made.rows[0][0].href == "/exams?subject=chemistry&view=tests&lang=en"


def _places(school, stage, places, participants):
    keys = {"year": YEAR, "subject_id": "physics", "grade": None, "place2": 0, "place3": 0}
    row = {"school_id": school, "stage": stage, "place1": places, "participants": participants}
    return keys | row


def test_each_olympiad_stage_stands_for_itself(block):
    rows = [_places("S01", "school", 6, 40), _places("S01", "district", 2, 12)]
    made = block("places", {"olympiads": rows})
    assert [cell.text for cell in made.rows[0][1:]] == ["6", "40", "2", "12"]
    rate = block("rates", {"olympiads": rows}, stage=["school"])
    assert rate.rows[0][1].number == pytest.approx(6 / 40)


def test_the_stage_that_can_be_relied_upon_is_shown_first(block):
    rows = [_places("S01", "school", 6, 40), _places("S01", "oblast", 2, 6)]
    assert block("rates", {"olympiads": rows}).about.startswith("School stage")


EMPTY = {
    "exams": ("numbers", "agreement", "words", "schools", "subjects"),
    "olympiads": ("places", "rates"),
}


@pytest.mark.parametrize(("table", "key"), [(t, key) for t, keys in EMPTY.items() for key in keys])
def test_what_was_never_imported_is_named(table, key, block):
    assert block(key, {"marks": MARKS}).empty == t(f"exams.nothing.{table}", "en")


@pytest.mark.parametrize(
    ("key", "tables", "why"),
    [
        ("agreement", {"exams": EXAMS}, t("exams.no_marks", "en", year=YEAR)),
        ("agreement", {"exams": EXAMS[:1], "marks": MARKS[:1]}, t("exams.no_pairs", "en")),
        ("subjects", {"exams": EXAMS}, t("exams.no_subjects", "en")),
    ],
)
def test_nothing_to_compare_says_why(key, tables, why, block):
    assert block(key, tables).empty == why


def test_a_subject_without_a_test_says_so(block):
    made = block("schools", {"exams": EXAMS}, subject=["physics"])
    assert made.empty == t("exams.no_subject", "en")
