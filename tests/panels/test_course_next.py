"""Who is sent on a course and whose course ends: by the rule on the page, by role, by filters."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard import panels
from dashboard.pages.courses import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from tests.conftest import marks
from tests.made_up_networks import COURSES, completion

ON = "2026-10-23"
IDS = [f"S{n:02}" for n in range(1, 8)]
SCHOOLS = [
    {"school_id": code, "name": f"№ {int(code[1:])} мектеп", "aimak": "A" if code < "S04" else "B"}
    for code in IDS
]
SPENT, LATE = date(2020, 3, 1), date(2021, 11, 1)  # a level programme counts for five years
KEYS = ("soon", "expiring", "rule", "next")


def _teacher(code: str, **more) -> dict:
    told = {"teacher_id": code, "school_id": code[:3], "subject_ids": "history"}
    return told | {"young_specialist": False} | more


def _tables() -> dict:
    """At № 1 nobody holds a level programme; at № 2 the quality in chemistry is low. Six hold a
    course that ends on 1 November 2026, one of them a newer one too."""
    people = [_teacher(f"{code}-{n}") for code in IDS for n in range(6)]
    people += [_teacher("S02-chem", subject_ids="chemistry; history")]
    people += [_teacher("S03-young", young_specialist=True), _teacher("S01-left", until=SPENT)]
    done = [completion(f"{code}-0", "LEVEL", LATE) for code in IDS[1:]]
    done += [completion("S07-0", "LEVEL", date(2026, 1, 10))]
    done += [completion(f"S03-{n}", "ICT", date(2024, n, 1)) for n in range(1, 6)]
    done += [completion("S04-1", "LEVEL", SPENT)]
    return {
        "schools": SCHOOLS,
        "courses": COURSES,
        "teachers": people,
        "completions": done,
        "marks": [
            marks(school_id=code, subject_id=subject, n5=4, n4=40, n3=200 if low else 40)
            for code in IDS
            for subject in ("chemistry", "history")
            for low in [(code, subject) == ("S02", "chemistry")]
        ],
    }


@pytest.fixture
def made(snapshot_of, settings):
    def make(key, role="methodist", tables=None, language="en", options=(), **query):
        snapshot, sort = snapshot_of(tables or _tables()), query.pop("sort", "")
        given = {"on": [ON]} | query
        filters = FilterState.from_query(PAGE.filters, {k: v for k, v in given.items() if v})
        view = View(filters, language, options=options, sort=sort, tab=PAGE.block(key).tab)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, replace(settings, role=role))

    return make


def _column(panel, name: str) -> list[str]:
    place = [column.name for column in panel.columns].index(name)
    return [row[place].text for row in panel.rows]


def test_the_list_goes_by_the_rule(made):
    """№ 1 has nobody; then the young specialist, then low quality, then turns of the schools."""
    people = _column(made("next", options=(("places", "10"),)), "teacher")
    assert people[:4] == ["S01-0", "S01-1", "S03-young", "S02-chem"]
    assert people[4:8] == ["S02-1", "S04-2", "S05-1", "S06-1"]
    assert len(people) == 10


def test_who_holds_the_course_or_left_is_not_sent_and_who_held_it_once_is(made):
    people = _column(made("next", options=(("places", "100"),)), "teacher")
    assert not {"S02-0", "S07-0", "S01-left"} & {*people}
    assert "S04-1" in people
    assert len(people) == len({*people}) == 6 * 7 + 2 - 6


def test_each_row_says_all_that_holds_of_the_teacher(made):
    panel = made("next", options=(("places", "50"),))
    why = dict(zip(_column(panel, "teacher"), _column(panel, "why")))
    assert why["S01-0"] == "nobody at the school holds it; no course yet"
    assert why["S03-young"] == "young specialist; no course yet"
    assert why["S02-chem"].startswith("low quality: Chemistry 18")
    assert why["S04-1"] == "last course Mar 1, 2020"
    assert set(_column(panel, "signature")) == {""}
    assert panel.about.startswith("Annex to order No. ____.")


def test_a_school_sees_its_own_rows_of_the_one_list(made):
    panel = made("next", school=["S02"], options=(("places", "10"),))
    assert _column(panel, "no") == ["4", "5"]
    none = made("next", school=["S03"], course_kind=["ict"], options=(("places", "10"),))
    assert "None of the district's 10 places" in none.empty


@pytest.mark.parametrize(
    ("kinds", "about"),
    [(["ict"], "Course: ICT"), (["ict", "level"], "Course: Level"), ([], "Course: Level")],
)
def test_the_kind_is_the_filters_if_it_has_just_one(made, kinds, about):
    assert about in made("next", course_kind=kinds).about
    rule = made("rule", course_kind=kinds)
    assert [each.key for each in rule.switches] == ["course", "places"][len(kinds) == 1 :]


def test_the_rule_stands_on_the_page_in_order_with_its_share(made):
    rule = made("rule", options=(("places", "50"),))
    assert [said.split(".")[0] for said in rule.sentences] == [str(n) for n in range(1, 8)]
    assert "no more than 10 teachers of one school" in rule.sentences[5]


def test_whose_last_course_of_a_kind_ends_is_listed_and_nobody_else(made):
    panel = made("expiring", options=(("months", "1"),))
    assert _column(panel, "name") == [f"S0{n}-0" for n in range(2, 7)]
    assert set(_column(panel, "ends")) == {"Nov 1, 2026"}
    assert panel.about.startswith("5 courses end.")
    assert _column(made("expiring", school=["S05"]), "name") == ["S05-0"]
    assert _column(made("expiring", sort="-school"), "name")[0] == "S06-0"
    assert made("expiring", course_kind=["ict"]).empty
    assert "Nov 1" in "".join(_column(made("expiring", on=["2026-10-31"]), "ends"))
    assert made("expiring", on=["2026-11-01"]).empty


def test_by_a_rule_of_years_other_courses_end(made):
    assert made("expiring", valid=["1y"], options=(("months", "3"),)).rows[0][0].text == "S07-0"


def test_kinds_are_counted_by_persons(made):
    panel = made("soon", options=(("months", "1"),))
    assert [[cell.text for cell in row[1:]] for row in panel.rows] == [["5", "6"], ["0", "5"]]
    assert made("soon", school=["S05"]).rows[0][1].number == 1


def test_a_member_reads_counts_of_the_district_and_no_person(made):
    soon = made("soon", "member", options=(("months", "1"),))
    assert [row[1].number for row in soon.rows] == [5, 0]
    assert "single teachers" in made("soon", "member", school=["S05"]).empty
    assert "single teachers" in made("expiring", "member").empty
    sent = made("next", "member")
    assert not sent.rows
    assert "38 teachers of the district are without this course." in sent.sentences[0]
    assert "Annex" not in sent.about
    assert "single teachers" in made("next", "member", aimak=["A"]).empty


def test_a_member_is_not_told_groups_of_few(made):
    tables = _tables()
    tables["completions"] = [row for row in tables["completions"] if row["teacher_id"] < "S05"]
    (level, ict) = made("soon", "member", tables=tables).rows
    assert [cell.flag for cell in level[1:]] == ["c", "c"]
    assert ict[2].number == 5
    assert "By their first reason" not in made("next", "member").sentences[0]
    assert "By their first reason" in made("next").sentences[0]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["ky", "kk", "ru"])
def test_without_courses_it_is_said_what_to_import(made, key, language):
    bare = _tables() | {"completions": []}
    panel = made(key, tables=bare, language=language, on=[])
    assert "completions" in panel.empty
    assert not panel.rows


def test_when_everybody_holds_it_nobody_is_sent(made):
    tables = _tables()
    tables["completions"] = [completion(t["teacher_id"], "ICT") for t in tables["teachers"]]
    assert "nobody to send" in made("next", tables=tables, course_kind=["ict"]).empty
