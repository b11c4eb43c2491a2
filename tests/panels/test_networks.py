"""The mentors' page: who supports whom, lead and base networks; the school's own help."""

from datetime import date

import pytest

from dashboard import panels
from dashboard.i18n import LANGUAGES, t
from dashboard.pages.mentors import PAGE
from dashboard.pages.school import PAGE as SCHOOL_PAGE
from dashboard.panels import View, mentor_links
from dashboard.spec.filters import FilterState
from tests.made_up_networks import LEAD, NOBODY, lead_network, member, tables

START, END = date(2026, 9, 1), date(2028, 8, 31)


def mentor(code, school, direction="natural_exact", **changes):
    row = {"mentor_id": code, "teacher_id": f"{school}-0", "name": "Асан уулу", "order_no": "7"}
    term = {"school_id": school, "direction": direction, "start": START, "end": END}
    return row | term | changes


def pair(mentor_code, mentee, school, **changes):
    row = {"mentor_id": mentor_code, "mentee_id": mentee, "mentee_school_id": school}
    return row | {"start": date(2026, 9, 10), "end": None, "status": None} | changes


MENTORS = [
    mentor("M1", "S01", subject_id="physics"),
    mentor("M2", "S01", "humanities"),
    mentor("M3", "S02", "humanities"),
]
PAIRS = [
    pair("M1", "S02-1", "S02"),
    pair("M1", "S02-2", "S02"),
    pair("M2", "S02-1", "S02"),
    pair("M3", "S01-3", "S01"),
    pair("M3", "S03-3", "S03"),
    pair("M9", "S04-3", "S04"),  # a mentor who is not registered
]
HELP = {"mentors": MENTORS, "pairs": PAIRS}


@pytest.fixture
def block(snapshot_of, settings):
    def made(key, more=None, language="en", option=(), page=PAGE, **query):
        snapshot = snapshot_of(tables() | (HELP if more is None else more))
        state = FilterState.from_query(page.filters, query)
        view = View(state, language, options=option)
        return panels.make(page, page.block(key), view, snapshot, settings)

    return made


def _columns(panel, name):
    place = [column.name for column in panel.columns].index(name)
    return {row[0].text: row[place].number for row in panel.rows}


def test_every_link_is_there_with_its_pairs(block):
    made = block("network")
    assert set(made.marks["ways"]) == {
        ("S01", "S02", "natural_exact", 2),
        ("S01", "S02", "humanities", 1),
        ("S02", "S01", "humanities", 1),
        ("S02", "S03", "humanities", 1),
        ("", "S04", "", 1),
    }
    assert "6 pairs" in made.about
    assert "4 schools" in made.about


def test_schools_without_a_link_are_counted_not_drawn(block):
    made = block("network")
    assert [*made.marks["names"]] == ["S01", "S02", "S03", "S04", ""]
    assert "9 schools without a link are not shown" in made.about


def test_the_table_says_the_same_and_how_many_places_are_free(block):
    made = block("network")
    one, two = "№ 1 мектеп", "№ 2 мектеп"
    assert _columns(made, "gives.natural_exact") == {one: 2} | dict.fromkeys(
        (two, "№ 3 мектеп", "№ 4 мектеп", t("networks.unknown", "en"))
    )
    assert _columns(made, "gets.humanities")[two] == 1
    assert _columns(made, "mentors")[one] == 2
    assert _columns(made, "free")[one] == (3 - 2) + (3 - 1)


def test_free_places_go_by_how_many_mentees_a_mentor_may_have(block):
    made = block("network", option=(("most", "1"),))
    assert _columns(made, "free") == {
        "№ 1 мектеп": 0,
        "№ 2 мектеп": 0,
        "№ 3 мектеп": 0,
        "№ 4 мектеп": 0,
        t("networks.unknown", "en"): None,
    }


def test_a_mentor_who_is_not_registered_is_no_school_and_leads_nowhere(block):
    made = block("network")
    assert made.rows[-1][0] == (t("networks.unknown", "en"), *made.rows[-1][0][1:])
    assert made.marks["to"][""] == ""
    assert t("networks.no_direction", "en") in dict(made.marks["directions"]).values()


def test_a_click_shows_a_schools_links_alone_and_another_its_passport(block):
    whole = block("network")
    assert whole.marks["to"]["S01"] == "/mentors?school=S01&view=network&lang=en"
    alone = block("network", school=["S03"])
    assert alone.marks["ways"] == (("S02", "S03", "humanities", 1),)
    assert alone.marks["to"]["S03"] == "/school?school=S03&lang=en"
    assert alone.marks["to"]["S02"] == "/mentors?school=S02&view=network&lang=en"


def test_filters_of_direction_and_subject_narrow_links_and_mentors(block):
    made = block("network", direction=["humanities"])
    assert {way[2] for way in made.marks["ways"]} == {"humanities"}
    assert _columns(made, "mentors")["№ 1 мектеп"] == 1
    assert block("network", subject=["physics"]).marks["ways"] == (
        ("S01", "S02", "natural_exact", 2),
    )


def test_a_long_column_ends_with_one_row_for_those_with_the_fewest_pairs(block, monkeypatch):
    monkeypatch.setattr(mentor_links, "MOST", 2)
    made = block("network")
    marks = made.marks
    getting = [way for way in marks["ways"] if way[1] == mentor_links.OTHERS[1]]
    assert {way[1] for way in marks["ways"]} == {"S02", mentor_links.OTHERS[1]}
    assert marks["names"][mentor_links.OTHERS[1]] == "3 more"
    assert not marks["to"][mentor_links.OTHERS[1]]
    assert sum(way[3] for way in getting) == 3
    assert sum(way[3] for way in marks["ways"]) == len(PAIRS)
    assert len(made.rows) == 5  # the table has them all
    assert made.about.endswith(t("networks.in_table", "en"))


def test_without_a_link_it_says_what_to_do(block):
    assert block("network", school=["S13"]).empty == t("networks.no_links", "en")


def test_without_a_register_it_says_what_to_import(block):
    assert block("network", {}).empty == t("mentors.no_register", "en")
    assert block("networks", {}).rows
    assert "Jun 1, 2026" in block("networks", {}).about


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["network", "networks", "members"])
def test_no_name_of_a_person_is_ever_shown(key, language, block):
    assert "Асан" not in str(block(key, language=language))


def test_the_lead_network_shows_11_schools_280_teachers_31_percent_and_names_the_zero(block):
    (row,) = block("networks").rows
    texts = [cell.text for cell in row]
    assert texts[:6] == ["Шапагат", t("choice.lead", "en"), "№ 1 мектеп", "11", "280", "87"]
    assert texts[6] == "31.1%"
    assert texts[-1] == "№ 9: none of 21 teachers"


def test_members_are_by_name_with_the_zero_first_in_words(block):
    made = block("members")
    assert [row[0].text for row in made.rows] == [f"№ {n} мектеп" for n in range(1, 12)]
    assert made.about.startswith("№ 9: none of 21 teachers has a valid certificate.")
    assert made.reference == pytest.approx(87 / 280)
    assert made.rows[8][1].number == 0
    assert made.rows[8][0].href == "/school?school=S09&lang=en"


def test_a_hidden_school_is_never_named_as_one_where_nobody_is(block):
    few = tables(S04=(3, 0), S09=(21, 1)) | HELP
    for key in ("networks", "members"):
        made = block(key, few)
        assert "none of" not in made.about + str(made.rows)
    hidden = {row[0].text: row for row in block("members", few).rows}["№ 4 мектеп"]
    assert hidden[1].flag == "c"
    assert {cell.text for cell in hidden[2:]} == {""}


BASE = member("N2", "S12", "S13", kind="base", name="Таяныч")


def test_several_networks_can_be_chosen_the_lead_school_s_is_first(block):
    both = tables([*lead_network(), BASE]) | HELP
    first = block("members", both)
    (switch,) = first.switches
    assert [(c.value, c.used) for c in switch.choices] == [("N2", False), (LEAD, True)]
    assert switch.choices[0].href == "/mentors?view=lead&network=N2&lang=en"
    other = block("members", both, option=(("network", "N2"),))
    assert [row[0].text for row in other.rows] == ["№ 12 мектеп", "№ 13 мектеп"]
    assert other.title.endswith("Таяныч")


def test_of_one_network_there_is_nothing_to_choose(block):
    assert not block("members").switches


def test_a_network_that_is_not_there_any_more_is_not_chosen(block):
    assert block("members", option=(("network", "GONE"),)).title.endswith("Шапагат")


def test_a_school_chosen_shows_its_networks_whole(block):
    both = tables([*lead_network(), BASE]) | HELP
    made = block("networks", both, school=["S13"])
    assert [(row[0].text, row[4].text) for row in made.rows] == [("Таяныч", "26")]
    assert block("networks", both, school=[NOBODY]).rows[0][4].text == "280"


def test_a_network_without_registered_teachers_stands_there_without_a_number(block):
    made = block("networks", tables([BASE], S12=(0, 0), S13=(0, 0)) | HELP)
    (row,) = made.rows
    assert (row[3].text, row[6].flag, row[-1].text) == ("2", "x", "")


def test_networks_stand_on_the_day_of_the_page(block):
    over = tables(lead_network(end=date(2026, 9, 5))) | HELP
    assert block("networks", over).empty == t("networks.none_live", "en")
    assert block("networks", over, on=["2026-09-05"]).rows


@pytest.mark.parametrize("key", ["networks", "members"])
def test_without_a_network_it_says_what_to_import(key, block):
    made = block(key, {"networks": []} | HELP)
    assert made.empty == t(f"block.mentors.{key}.empty", "en")


def _said(block, school, more=None):
    return block("help", more, page=SCHOOL_PAGE, school=[school])


def test_the_passport_tells_mentors_who_helps_and_the_network(block):
    one = _said(block, "S01").sentences
    assert one[0].startswith("The school has 2 mentors: M1 – ")
    assert "until Aug 31, 2028, mentees: 2" in one[0]
    assert one[1] == "1 teacher is helped, by mentor (school): M3 (№\xa02) – 1."
    assert "11 schools" in one[2]
    assert "18 of 42" in one[2]


def test_a_school_without_help_is_told_so(block):
    said = _said(block, "S13").sentences
    assert said == (t("networks.here_none", "en"), t("networks.helped_none", "en"))


def test_a_mentee_of_two_mentors_is_one_teacher(block):
    assert _said(block, "S02").sentences[1].startswith("2 teachers are helped")


def test_of_a_hidden_school_the_network_is_told_and_no_count(block):
    said = _said(block, "S04", tables(S04=(3, 1)) | HELP).sentences
    assert "11 schools" in said[-1]
    assert "certified" not in said[-1]


def test_a_passport_without_any_register_says_what_to_import(block):
    made = _said(block, "S01", {"networks": []})
    assert made.empty == t("block.school.help.empty", "en")
