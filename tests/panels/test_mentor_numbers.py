"""The mentors' page in numbers: directions, terms, who is left out, and what all blocks keep to."""

import pytest

from dashboard.i18n import LANGUAGES, t
from tests.panels.of_mentors import (
    MENTORS,
    ON,
    PAIRS,
    SCHOOLS,
    TABLES,
    TEACHERS,
    column,
    maker,
    names,
    pair,
    teacher,
    texts,
)

MINE = (
    *("directions", "left_out", "terms", "doubts", "numbers", "by_direction"),
    *("load", "idle", "calendar", "events", "quiet"),
)


@pytest.fixture
def block(snapshot_of, settings):
    return maker(snapshot_of, settings)


@pytest.mark.parametrize("key", MINE)
def test_without_a_register_it_says_what_to_import(key, block):
    made = block(key, {"schools": SCHOOLS})
    assert made.empty == t("mentors.no_register", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", MINE)
def test_every_row_has_every_column_in_every_language(key, language, block):
    made = block(key, language=language)
    assert not made.empty
    assert all(len(row) == len(made.columns) for row in made.rows)
    said = [made.title, made.about, *made.sentences, *(cell for row in texts(made) for cell in row)]
    assert "{" not in "".join(said)


@pytest.mark.parametrize("key", MINE)
def test_of_a_school_that_there_is_not_nothing_is_said(key, block):
    assert block(key, school=["S99"]).empty == t("empty.no_school", "en", codes="S99")


@pytest.mark.parametrize("key", MINE)
def test_a_choice_without_mentors_is_said_or_shown_as_none(key, block):
    made = block(key, school=["S05"])
    assert made.empty or made.rows or made.sentences


@pytest.mark.parametrize("key", MINE)
def test_people_are_codes_and_mentees_are_not_even_that(key, block):
    named = [row | {"name": "Айша"} for row in MENTORS]
    said = str(block(key, TABLES | {"mentors": named}))
    assert "Айша" not in said
    if key != "doubts":
        assert "Y4" not in said


def test_each_direction_stands_against_what_was_approved(block):
    rows = texts(block("directions"))
    assert [row[1:] for row in rows] == [["1", "1"], ["2", "3"], ["0", "0"], ["0", "0"]]


def test_a_plan_of_the_district_replaces_what_was_approved(block):
    made = block("directions", plan="humanities=15 preschool=4")
    assert [row[1:] for row in texts(made)] == [["1", ""], ["2", "15"], ["0", ""], ["0", "4"]]
    assert made.about == t("block.mentors.directions.about", "en")


def test_a_plan_of_the_district_is_no_plan_of_some_schools(block):
    made = block("directions", plan="humanities=15", school=["S01"])
    assert texts(made)[1][1:] == ["2", "2"]
    assert made.about == t("mentors.against.approved", "en")


def test_schools_left_out_are_named_with_a_way_to_a_pair(block):
    made = block("left_out")
    assert names(made) == ["№ 5 мектеп", "№ 6 мектеп"]
    assert made.title == "Left out: 2 schools"
    assert "school=S05" in made.rows[0][0].href
    assert made.rows[0][0].href.endswith("view=pairs")
    assert column(made, "evidence") == ["Ак-Там · 300 pupils", "Ак-Там"]  # of three nothing is said


def test_left_out_of_a_direction_says_that_it_is_of_it(block):
    made = block("left_out", direction=["natural_exact"])
    assert names(made) == [f"№ {n} мектеп" for n in (1, 3, 4, 5, 6)]
    assert made.about == t("mentors.left_out_within", "en")


def test_where_nobody_is_left_out_it_is_said(block):
    made = block("left_out", school=["S01", "S03"])
    assert made.sentences == (t("mentors.nobody_left_out", "en"),)
    assert not made.rows


def test_terms_that_end_soon_are_told_with_what_goes_with_them(block):
    said = block("terms").sentences
    assert said == (
        "The term of 1 mentor ends by Feb 9, 2027: 1 by Dec 31, 2026.",
        "They have 2 pairs.",
        "1 of them is a school's only help: №\u00a04.",
        "The term of 1 mentor of the last two years is over already.",
    )


def test_how_soon_is_soon_can_be_turned(block):
    made = block("terms", options=(("months", "1"),))
    assert made.sentences[0] == "No mentor's term ends by Dec 9, 2026."
    assert [choice.used for choice in made.switches[0].choices] == [True, False, False, False]


def test_pairs_that_do_not_meet_lead_to_the_calendar(block):
    (row,) = block("terms").rows
    assert row[0].text == "1 pair without a meeting for 60 days"
    assert "view=calendar" in row[0].href


def test_without_events_nobody_is_said_not_to_meet(block):
    tables = {key: rows for key, rows in TABLES.items() if key != "mentor_events"}
    made = block("terms", tables, on=[ON])
    assert not made.rows
    assert block("quiet", tables).empty == t("block.mentors.quiet.empty", "en")
    assert block("events", tables).empty == t("block.mentors.events.empty", "en")
    assert texts(block("numbers", tables))[-1][1:] == ["–", "", "", "no events were imported"]


def test_the_numbers_are_those_of_the_day(block):
    made = block("numbers")
    assert column(made, "value") == ["3", "1", "6", "50.0%", "66.7%", "1"]
    assert column(made, "detail")[0] == "of 4 approved within two years"
    assert column(made, "detail")[3].startswith("6 of 12 young specialists · ")
    assert column(made, "detail")[4] == "4 of 6 schools"
    assert column(made, "detail")[5] == "of 5 pairs older than 60 days"


def test_a_year_ago_is_compared_where_the_register_reaches_back(block):
    made = block("numbers")
    assert column(made, "change")[0] == "▼ 1 fewer than a year ago"
    assert column(made, "change")[2] == "▲ 1 more than a year ago"
    assert column(made, "change")[4] == t("panel.same.percent", "en")
    early = block("numbers", on=["2025-09-20"])
    assert column(early, "change")[0] == t("panel.no_year_ago", "en")
    assert column(early, "change")[2] == ""


def test_few_young_specialists_are_hidden(block):
    few = [*(teacher(f"Y{n}", "S03", True) for n in range(3)), *TEACHERS[12:]]
    cells = block("numbers", TABLES | {"teachers": few}).rows[3]
    assert (cells[1].flag, cells[1].number) == ("c", None)
    assert cells[2].text == ""
    assert cells[4].text == t("flag.c", "en")


def test_a_direction_has_one_line(block):
    made = block("by_direction")
    assert texts(made)[0][1:] == ["1", "1", "0", "0", "0.0", "1"]
    assert texts(made)[1][1:] == ["3", "2", "1", "6", "3.0", "0"]
    assert texts(made)[2][1:] == ["0", "0", "0", "0", "–", "0"]


def test_the_plan_has_its_column_where_there_is_one(block):
    assert column(block("by_direction", plan="humanities=15"), "planned") == ["", "15", "", ""]
    assert "planned" not in {each.name for each in block("by_direction").columns}


def test_pairs_of_a_mentor_who_is_not_registered_are_counted(block):
    tables = TABLES | {"pairs": [*PAIRS, pair("M9", "Y6", "S05")]}
    assert names(block("by_direction", tables))[-1] == t("mentors.unregistered", "en")
    assert column(block("by_direction", tables), "pairs") == ["0", "6", "0", "0", "1"]
