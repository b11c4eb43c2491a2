"""The map of who helps whom: every school and every pair is on it, or it is said why not."""

from datetime import date

import pytest

from dashboard import panels
from dashboard.charts import map as drawing
from dashboard.i18n import LANGUAGES, plural, t
from dashboard.metrics import ask
from dashboard.pages.mentors import PAGE
from dashboard.panels import View
from dashboard.spec.answer import Question
from dashboard.spec.filters import FilterState
from dashboard.spec.sketch import Line
from tests.conftest import SCHOOLS

START, END = date(2026, 9, 1), date(2028, 8, 31)
AWAY = {"school_id": "S09", "name": "№ 9 мектеп", "district": "Аксы"}
TERM = {"subject_id": None, "start": START, "end": END}


def mentor(code, school, direction="humanities"):
    return TERM | {"mentor_id": code, "school_id": school, "direction": direction}


def pair(code, mentee, school):
    return {"mentor_id": code, "mentee_id": mentee, "mentee_school_id": school, "start": START}


def lead(school, member):
    named = {"network_id": "N1", "kind": "lead"}
    return named | {"lead_school_id": school, "member_school_id": member}


@pytest.fixture
def drawn(snapshot_of, settings):
    def draw(mentors=(), pairs=(), language="en", chosen=None, **tables):
        tables = {"schools": SCHOOLS, "mentors": [*mentors], "pairs": [*pairs]} | tables
        view = View(FilterState.from_query(PAGE.filters, chosen or {}), language)
        snapshot = snapshot_of({name: rows for name, rows in tables.items() if rows})
        return panels.make(PAGE, PAGE.block("map"), view, snapshot, settings)

    return draw


def states(panel):
    return {dot.key: dot.state for dot in panel.marks["sketch"].dots}


def known(panel):
    return {dot.key: dot.known for dot in panel.marks["sketch"].dots}


def cells(panel, name):
    """By the school's number."""
    place = [column.name for column in panel.columns].index(name)
    return {row[0].text.split()[1]: row[place].text for row in panel.rows}


def lines(panel):
    return set(panel.marks["sketch"].lines)


def said(panel, name, count):
    return plural(f"mentor_map.said.{name}", count, "en") in panel.sentences


def test_without_a_register_it_says_what_to_import(drawn):
    assert drawn().empty == t("mentors.no_register", "en")


def test_the_title_is_the_finding(drawn):
    panel = drawn([mentor("M1", "S01")], [pair("M1", "T1", "S02")])
    assert panel.title == "2 of 4 schools give or get help"
    assert states(panel) == {"S01": "linked", "S02": "linked", "S03": "alone", "S04": "alone"}
    assert lines(panel) == {Line("S01", "S02", "humanities")}


def test_the_title_counts_as_the_metric_does(drawn, snapshot_of, settings):
    mentors, pairs = [mentor("M1", "S01"), mentor("M2", "S03")], [pair("M1", "T1", "S02")]
    panel = drawn(mentors, pairs)
    answer = ask(Question.of("mentor_reach", (), {}), snapshot_of({}), settings)
    assert panel.title.startswith(f"{answer.rows[0].numerator} of {answer.rows[0].denominator} ")


def test_pairs_of_the_same_two_schools_are_one_line_with_their_number(drawn):
    panel = drawn([mentor("M1", "S01")], [pair("M1", f"T{n}", "S02") for n in range(3)])
    assert lines(panel) == {Line("S01", "S02", "humanities", 3)}
    assert cells(panel, "to")["1"] == "№ 2 (3)"


def test_schools_that_help_each_other_have_a_line_each_way(drawn):
    mentors = [mentor("M1", "S01"), mentor("M2", "S02")]
    panel = drawn(mentors, [pair("M1", "T1", "S02"), pair("M2", "T2", "S01")])
    assert lines(panel) == {Line("S01", "S02", "humanities"), Line("S02", "S01", "humanities")}
    assert cells(panel, "gives") == cells(panel, "gets") == {"1": "1", "2": "1", "3": "0", "4": "0"}


def test_a_mentee_with_two_mentors_has_two_lines(drawn):
    mentors = [mentor("M1", "S01"), mentor("M2", "S03", "preschool")]
    panel = drawn(mentors, [pair("M1", "T1", "S02"), pair("M2", "T1", "S02")])
    assert lines(panel) == {Line("S01", "S02", "humanities"), Line("S03", "S02", "preschool")}
    assert cells(panel, "gets")["2"] == "2"


def test_a_mentor_who_is_not_registered_is_said_and_counted(drawn):
    panel = drawn([mentor("M1", "S01")], [pair("M9", "T1", "S02")])
    assert not lines(panel)
    assert states(panel)["S02"] == "linked"
    assert said(panel, "unregistered", 1)
    assert cells(panel, "from")["2"] == t("mentor_map.unknown", "en")


def test_a_pair_within_one_school_has_no_line_but_is_said(drawn):
    panel = drawn([mentor("M1", "S01")], [pair("M1", "T1", "S01")])
    assert said(panel, "within", 1)
    assert states(panel)["S01"] == "linked"
    assert cells(panel, "gives")["1"] == cells(panel, "gets")["1"] == "1"


def test_a_mentor_without_a_pair_is_no_ring_and_is_said(drawn):
    panel = drawn([mentor("M1", "S01")], [])
    assert states(panel)["S01"] == "linked"
    assert said(panel, "idle", 1)


def test_a_pair_across_districts_is_on_the_map(drawn):
    schools = [each | {"district": "Ала-Бука"} for each in SCHOOLS] + [AWAY]
    panel = drawn(
        [mentor("M1", "S09")],
        [pair("M1", "T1", "S02")],
        schools=schools,
        chosen={"school": ["S02"]},
    )
    assert lines(panel) == {Line("S09", "S02", "humanities")}
    assert states(panel) == {
        "S02": "linked",
        "S09": "linked",
        **dict.fromkeys(("S01", "S03", "S04"), "beside"),
    }


def test_a_chosen_school_is_alone_with_its_links_and_opens_its_passport(drawn):
    mentors = [mentor("M1", "S01"), mentor("M2", "S03")]
    pairs = [pair("M1", "T1", "S02"), pair("M2", "T2", "S04")]
    panel = drawn(mentors, pairs, chosen={"school": ["S01"]})
    assert lines(panel) == {Line("S01", "S02", "humanities")}
    assert [row[0].text for row in panel.rows] == ["№ 1 мектеп", "№ 2 мектеп"]
    hrefs = {dot.key: dot.href for dot in panel.marks["sketch"].dots}
    assert hrefs["S01"].startswith("/school?school=S01")
    assert hrefs["S02"].startswith("/mentors?school=S02")
    assert panel.rows[0][0].href == hrefs["S01"]


def test_every_school_is_in_the_table_with_the_address_of_its_dot(drawn):
    panel = drawn([mentor("M1", "S01")], [pair("M1", "T1", "S02")])
    dots = panel.marks["sketch"].dots
    assert sorted(row[0].href for row in panel.rows) == sorted(dot.href for dot in dots)
    assert {row[0].href: row[0].text for row in panel.rows} == {d.href: d.name for d in dots}


def test_a_network_is_a_line_of_its_own(drawn):
    panel = drawn([mentor("M1", "S01")], networks=[lead("S01", "S02"), lead("S01", "S01")])
    assert Line("S01", "S02", "network") in lines(panel)
    assert cells(panel, "network") == {
        "1": "leads № 2",
        "2": "attached to № 1",
        "3": "",
        "4": "",
    }


def test_schools_without_coordinates_are_near_their_aimak_or_aside_and_said(drawn):
    schools = [*SCHOOLS[:3], SCHOOLS[3] | {"aimak": None}]
    schools[0] = schools[0] | {"lat": 41.44, "lon": 71.51}
    panel = drawn([mentor("M1", "S01")], schools=schools)
    assert known(panel) == {"S01": "own", "S02": "near", "S03": "near", "S04": "aside"}
    assert said(panel, "near", 2)
    assert said(panel, "aside", 1)
    assert cells(panel, "place")["4"] == t("mentor_map.place.aside", "en")


def test_the_outline_is_the_imported_boundary(drawn):
    ring = "71.0 41.0,72.0 41.0,72.0 42.0,71.0 41.0"
    boundaries = [{"boundary_id": "district", "outline": ring}]
    schools = [SCHOOLS[0] | {"lat": 41.2, "lon": 71.8}]
    panel = drawn([mentor("M1", "S01")], schools=schools, boundaries=boundaries)
    assert len(panel.marks["sketch"].outline[0]) == 4


@pytest.mark.parametrize(
    ("ring", "is_said"),
    [("1.0 41.0,2.0 41.0,2.0 42.0,1.0 41.0", True), ("71 41,x", False), ("", False)],
)
def test_a_boundary_that_cannot_be_used_is_not_drawn(drawn, ring, is_said):
    boundaries = [{"boundary_id": "district", "outline": ring}]
    panel = drawn([mentor("M1", "S01")], boundaries=boundaries)
    assert len(panel.marks["sketch"].outline[0]) > 8
    assert (t("mentor_map.elsewhere", "en") in panel.sentences) == is_said


def test_a_closed_school_is_gone_unless_it_is_still_linked(drawn):
    schools = [*SCHOOLS[:2], *(each | {"closed": date(2026, 6, 1)} for each in SCHOOLS[2:])]
    panel = drawn([mentor("M1", "S01")], [pair("M1", "T1", "S03")], schools=schools)
    assert states(panel) == {"S01": "linked", "S02": "alone", "S03": "linked"}
    assert panel.title == "1 of 2 schools give or get help"


def test_the_size_of_a_very_small_school_is_not_drawn(drawn):
    schools = [SCHOOLS[0] | {"pupils": 3}, SCHOOLS[1] | {"pupils": 300}]
    dots = drawn([mentor("M1", "S01")], schools=schools).marks["sketch"].dots
    assert [dot.weight for dot in dots] == [None, 300]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_drawn_in_every_language(drawn, language):
    panel = drawn([mentor("M1", "S01")], [pair("M1", "T1", "S02")], language)
    assert drawing.figure(panel, language)["data"]
    assert panel.columns[0].title
