"""Methodical work: what is due by now and not by the year's end; no data is never 0."""

from datetime import date

import pytest

from dashboard import panels
from dashboard.i18n import t
from dashboard.pages.associations import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from tests.made_up_work import ASSOCIATIONS, MEETINGS, METHODICAL, PLANNED_WORK


@pytest.fixture
def block(snapshot_of, settings):
    def made(key, tables=METHODICAL, language="en", **query):
        beside = {name: query.pop(name, "") for name in ("sort", "tab")}
        view = View(FilterState.from_query(PAGE.filters, query), language, **beside)
        return panels.make(PAGE, PAGE.block(key), view, snapshot_of(tables), settings)

    return made


def _cells(panel):
    """By the name of the row, its cells by the name of their column."""
    names = [column.name for column in panel.columns]
    return {row[0].text: dict(zip(names, row)) for row in panel.rows}


def _up_to(day):
    """What a district had sent by a day."""
    meetings = [meeting for meeting in MEETINGS if meeting["date"] <= day]
    work = [row | {"done": 0} for row in PLANNED_WORK]
    return METHODICAL | {"meetings": meetings, "planned_work": work}


def test_meetings_are_per_association_and_not_per_school(block):
    first = _cells(block("meetings"))["№ 1 мектеп"]
    assert (first["value"].text, first["meetings"].text, first["associations"].text) == (
        "4.0",
        "8",
        "2",
    )
    assert first["share"].number == pytest.approx(8 / 14)


def test_a_school_that_never_met_is_at_zero_and_one_that_told_nothing_is_not(block):
    silent = [row for row in ASSOCIATIONS if row["school_id"] != "S03"]
    made = _cells(block("meetings", METHODICAL | {"associations": silent}))
    assert made["№ 4 мектеп"]["value"].number == 0
    assert (made["№ 3 мектеп"]["value"].number, made["№ 3 мектеп"]["value"].flag) == (None, "x")


def test_the_line_is_what_is_due_by_now(block):
    made = block("meetings")
    assert made.reference == 2  # to 12 December: September to November are over
    assert "November" in made.about
    assert "2 of 7" in made.about


def test_october_does_not_look_like_failure(block):
    tables = _up_to(date(2026, 10, 31))
    early = block("meetings", tables)
    assert early.reference is None
    assert t("associations.none_due", "en") in block("behind", tables).sentences
    assert not block("behind", tables).rows


def test_who_never_met_comes_first_and_who_met_too_seldom_after(block):
    made = block("behind")
    assert [row[0].text for row in made.rows] == ["№ 4 мектеп", "№ 3 мектеп"]
    assert made.marks["lower"] == 1
    assert made.sentences[0].startswith("4 associations of 8")
    assert "2 of them" in made.sentences[1]
    assert made.rows[0][1].text == "Humanities – 0, Natural and exact subjects – 0"


def test_where_all_behind_never_met_it_is_said_once(block):
    again = {"association_id": "S03-humanities", "date": date(2026, 11, 2)}
    often = [again | {"association_id": f"S03-{area}"} for area in ("humanities", "natural_exact")]
    made = block("behind", METHODICAL | {"meetings": [*MEETINGS, *often]})
    assert made.sentences[0] == "2 associations of 8 have not met at all."
    assert made.marks["named"] == 1


def test_what_is_due_is_explained_with_the_day_of_the_data(block):
    assert "Dec 12, 2026" in block("behind").sentences[-1]


def test_meetings_of_an_unknown_association_are_told_and_not_dropped(block):
    lost = MEETINGS[0] | {"association_id": "nobody"}
    made = block("behind", METHODICAL | {"meetings": [*MEETINGS, lost]})
    assert any("1 meeting is of an association" in said for said in made.sentences)


def test_schools_that_told_nothing_are_counted(block):
    silent = [row for row in ASSOCIATIONS if row["school_id"] != "S03"]
    said = block("behind", METHODICAL | {"associations": silent}).sentences
    assert any(s.startswith("1 school told of no association") for s in said)


def test_of_one_school_each_association_is_shown(block):
    made = block("meetings", school=["S01"])
    assert [row[0].text for row in made.rows] == [
        "Humanities (S01-humanities)",
        "Natural and exact subjects (S01-natural_exact)",
    ]
    assert _cells(made)["Humanities (S01-humanities)"]["chosen_by"].text == t(
        "choice.members", "en"
    )


def test_associations_stand_by_area_and_by_who_chose_the_head(block):
    assert len(block("areas").rows) == len(block("chosen").rows) == 2
    assert len(block("areas", area=["humanities"]).rows) == 1


def test_schools_can_be_sorted_by_any_number_with_no_data_last(block):
    silent = [row for row in ASSOCIATIONS if row["school_id"] != "S01"]
    made = block("meetings", METHODICAL | {"associations": silent}, sort="-meetings")
    assert [row[0].text[2:3] for row in made.rows] == ["2", "3", "4", "1"]


def test_a_month_that_is_not_over_is_not_judged(block):
    months = _cells(block("months"))
    assert list(months) == ["September", "October", "February"]
    assert months["September"]["all"].text == "24 / 32"
    assert months["September"]["all"].tone == pytest.approx(-0.25)
    assert (months["February"]["control"].text, months["February"]["control"].tone) == (
        "0 / 16",
        None,
    )


def test_what_is_not_due_yet_is_not_in_the_share(block):
    work = _cells(block("work"))
    assert [work[f"№ {n} мектеп"]["planned"].text for n in (1, 2)] == ["16", "16"]
    assert work["№ 1 мектеп"]["value"].number == pytest.approx(1.25)
    assert work["№ 3 мектеп"]["value"].number == 0


def test_open_lessons_are_only_those(block):
    assert _cells(block("lessons"))["№ 2 мектеп"]["planned"].text == "8"


def test_before_any_month_is_over_nothing_is_due(block):
    early = _up_to(date(2026, 9, 12))
    assert block("work", early).empty == t("associations.no_month_over", "en")
    assert block("numbers", early).rows[2][4].text == t("associations.no_month_over", "en")
    assert {row[3].flag for row in block("kinds", early).rows} == {"x"}
    assert {row[1].tone for row in block("months", early).rows} == {None}


def test_the_missing_hours_are_drawn_beside_the_districts(block):
    made = block("programme")
    third = _cells(made)["№ 3 мектеп"]
    assert third["missing"].number == pytest.approx(0.25)
    assert third["value"].number == pytest.approx(0.75)
    assert (third["done"].text, third["planned"].text) == ("108", "144")
    assert made.reference == pytest.approx(1 - 132.5 / 144)


def test_classes_stand_for_grades_once_a_school_is_chosen(block):
    assert [row[0].text for row in block("classes").rows] == ["5", "7"]
    made = block("classes", school=["S03"])
    assert [row[0].text for row in made.rows] == ["5А", "7А"]
    assert made.title == t("block.associations.classes.classes", "en")


def test_periods_stand_apart_and_have_no_line(block):
    made = block("periods")
    assert len(made.rows) == 2
    assert made.reference is None


def test_the_cards_say_what_is_due_and_of_what_they_are(block):
    meetings, minutes, lessons, programme, load, plans = block("numbers").rows
    assert (meetings[1].text, meetings[2].tone) == ("1.8", -1)
    assert "8 associations" in meetings[4].text
    assert minutes[4].text == "10 of 14 meetings"
    assert lessons[4].text.startswith("24 of 32 planned")
    assert "Quarter 2" in programme[4].text
    assert "11" in load[4].text or "middle half" in load[4].text
    assert plans[1].text == "62%"


def test_a_card_without_data_says_so_and_the_others_stay(block):
    made = block("numbers", {"programme": METHODICAL["programme"]})
    assert [row[1].flag for row in made.rows] == ["x", "x", "x", "", "x", "x"]
    assert made.rows[0][4].text == t("flag.x", "en")


def test_kinds_of_schools_are_compared_and_base_schools_lead_to_their_network(block):
    schools = [
        {"school_id": f"S{n:02}", "name": str(n), "kind": kind, "base_school": n == 1}
        for n, kind in ((1, "secondary"), (2, "secondary"), (3, "basic"), (4, "primary"))
    ]
    made = block("kinds", METHODICAL | {"schools": schools})
    rows = _cells(made)
    assert list(rows)[:4] == ["Base schools", "Other schools", "Secondary school", "Basic school"]
    assert made.rows[0][0].href.startswith("/mentors")
    assert rows["Secondary school"]["work_done"].number == pytest.approx(1.0)
    assert rows["Base schools"]["meetings"].text == "4.0"


BLOCKS = [each.key for each in PAGE.blocks]


@pytest.mark.parametrize("key", [key for key in BLOCKS if key != "kinds"])
def test_what_was_never_imported_is_named(key, block):
    assert block(key, {}).empty == t(f"block.associations.{key}.empty", "en")


@pytest.mark.parametrize("key", ["meetings", "work", "lessons", "programme", "load"])
def test_a_click_on_a_school_stays_on_its_tab(key, block):
    tab = PAGE.block(key).tab
    shown = "" if tab == PAGE.tabs[0] else f"&view={tab}"
    made = block(key, tab=tab, aimak=["Ала-Бука"])
    assert made.rows[0][0].href == (
        f"/associations?aimak=%D0%90%D0%BB%D0%B0-%D0%91%D1%83%D0%BA%D0%B0&school=S01{shown}&lang=en"
    )
