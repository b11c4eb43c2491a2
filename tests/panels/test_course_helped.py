"""Did it help: told of ten schools on each side, never as a proof, never of a few teachers."""

from datetime import date

import pytest

from dashboard import panels
from dashboard.i18n import t
from dashboard.metrics.course_effect import Span
from dashboard.pages.courses import PAGE
from dashboard.panels import View, course_effect
from dashboard.panels.view import Asking
from dashboard.spec.filters import FilterState
from dashboard.statistics.difference_in_differences import FEWEST
from tests.conftest import marks
from tests.metrics.courses_made_up import COURSES, done, teacher

YEARS = ("2024-2025", "2025-2026", "2026-2027")
WITH = [f"W{n:02}" for n in range(10)]
WITHOUT = [f"N{n:02}" for n in range(12)]
LATE = "L00"  # trained in the later period
PUPILS = 40


def _good(school: str, year: str, gain: int) -> int:
    """In all schools one more each year; from the courses on `gain` more with trained teachers."""
    number = int(school[1:]) % 5
    return 12 + number + YEARS.index(year) + gain * (school in WITH and year == YEARS[-1])


def district(gain: int = 8, few: str = "", **finished: date) -> dict[str, list[dict]]:
    """`finished` sends somebody of another school, too; `few` has three teachers only."""
    there = [*WITH, *WITHOUT, LATE]
    days = dict.fromkeys(WITH, date(2026, 6, 1)) | {LATE: date(2026, 9, 20)} | finished
    return {
        "schools": [{"school_id": s, "name": f"№ {s}", "aimak": s[0]} for s in there],
        "courses": COURSES,
        "teachers": [teacher(f"{s}-{n}", s) for s in there for n in range(3 if s == few else 8)],
        "completions": [done(f"{school}-0", finished=day) for school, day in days.items()],
        "marks": [_marks(school, year, gain) for school in there for year in YEARS],
    }


def _marks(school: str, year: str, gain: int) -> dict:
    good = _good(school, year, gain)
    return marks(school_id=school, year=year, n4=good, n3=PUPILS - good)


@pytest.fixture
def block(snapshot_of, settings):
    def made(key="helped", tables=None, language="en", query=None, **options):
        filters = FilterState.from_query(PAGE.filters, query or {})
        view = View(filters, language, tab="effect", options=tuple(sorted(options.items())))
        snapshot = snapshot_of(district() if tables is None else tables)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, settings)

    return made


def test_both_sides_their_difference_and_that_it_proves_nothing(block):
    ours, others, apart, before, out, proof = block().sentences
    assert "10 schools (10 of 80 teachers trained)" in ours
    assert "+22.5 points" in ours  # 9 of 40 pupils
    assert "12 schools" in others
    assert "+2.5 points" in others
    assert "Difference: +20.0 points (95% interval: +20.0 … +20.0)" in apart
    assert t("course_effect.more", "en") in apart
    assert t("course_effect.earlier_alike", "en") in before
    assert out == "Not compared: trained at another time, or the trained have left – 1."
    assert proof == t("course_effect.no_proof", "en")


def test_without_a_difference_it_cannot_be_told_apart_from_chance(block):
    said = block(tables=district(0)).sentences
    assert t("course_effect.chance", "en") in said[2]
    assert t("course_effect.no_proof", "en") in said


def test_less_is_said_too(block):
    assert t("course_effect.less", "en") in block(tables=district(-8)).sentences[2]


def test_of_nine_schools_nothing_is_told_but_how_many_there_are(block):
    nine = block(tables=district(W00=date(2024, 9, 20)))
    assert not nine.sentences
    assert not block("schools_helped", district(W00=date(2024, 9, 20))).rows
    assert f"needs {FEWEST} schools" in nine.empty
    assert "Aug 31, 2026: 9;" in nine.empty
    assert nine.empty.endswith("Oct 31, 2026: 12.")


def test_schools_that_were_trained_before_are_without_no_more(block):
    three = block(tables=district(**dict.fromkeys(WITHOUT[:3], date(2019, 6, 1))))
    assert "Aug 31, 2026: 10;" in three.empty
    assert three.empty.endswith("Oct 31, 2026: 9.")


def test_a_school_of_few_teachers_takes_no_part_and_its_side_is_not_told(block):
    tables = district(few="N00")
    named = {row[0].text for row in block("schools_helped", tables).rows}
    hidden = {f"№ {school}" for school in (*WITH, *WITHOUT)} - named
    assert {"№ N00"} < hidden  # and a partner, so that nobody can subtract
    assert f"hidden – {len(hidden)}" in block(tables=tables).sentences[-2]


def test_the_sides_are_disjoint_and_whoever_is_left_out_has_a_reason(snapshot_of, settings):
    view = View(FilterState.from_query(PAGE.filters, {}), "en")
    found = course_effect.ground(PAGE, Asking(snapshot_of(district()), settings, view)).compared("")
    ours, others = ({each.school for each in found.side(name)} for name in course_effect.SIDES)
    out = {each.school for each in found.schools if each.why_out}
    assert (ours, others, out) == ({*WITH}, {*WITHOUT}, {LATE})


def test_the_nearest_year_that_leaves_enough_schools_is_the_one_before(snapshot_of, settings):
    """Where all went a year earlier, the marks of two years before are those before the course."""
    earlier = district(**dict.fromkeys(WITH, date(2025, 6, 1)))
    view = View(FilterState.from_query(PAGE.filters, {}), "en")
    found = course_effect.ground(PAGE, Asking(snapshot_of(earlier), settings, view)).compared("")
    assert found.span == Span("2024-2025", "2026-2027", "Q1")
    assert len(found.side("with")) == 10


def test_choosing_a_school_or_an_aimak_does_not_change_what_is_said(block):
    whole = block().sentences
    assert block(query={"aimak": "W"}).sentences == whole
    assert block(query={"school": "W01"}).sentences == whole
    assert len(block("schools_helped", query={"school": "W01"}).rows) == 22


def test_of_one_subject_the_sides_of_schools_are_not_told(block):
    assert block(effect_subject="chemistry").sentences[2:5] == block().sentences[2:5]
    made = block("schools_helped", effect_subject="chemistry")
    assert "side" not in {column.name for column in made.columns}
    assert {row[1].tone for row in made.rows} == {0.0}
    assert [row[0].text for row in made.rows] == sorted(row[0].text for row in made.rows)


def test_of_a_subject_with_few_schools_not_even_their_number_is_told(block):
    """Where each school has one teacher of it, «with: 3, without: 0» would say that all went."""
    said = block(tables=district(W00=date(2024, 9, 20)), effect_subject="chemistry").empty
    assert "one side has fewer" in said
    assert not any(number in said for number in (" 9", " 12"))


def test_only_subjects_with_enough_schools_are_offered(block):
    offered = {switch.key: switch for switch in block().switches}["effect_subject"]
    assert [choice.value for choice in offered.choices] == ["", "chemistry"]


def test_a_subject_with_few_schools_is_not_offered_but_can_be_left(block):
    nine = district(W00=date(2024, 9, 20))
    offered = {s.key: s for s in block(tables=nine).switches}["effect_subject"]
    assert [choice.value for choice in offered.choices] == [""]
    offered = {s.key: s for s in block(tables=nine, effect_subject="music").switches}
    assert [c.value for c in offered["effect_subject"].choices if not c.used] == [""]


def test_the_filter_of_kinds_stands_before_the_option(block):
    made = block(query={"course_kind": "ict"})
    assert t("choice.ict", "en") in made.empty
    assert "course" not in {switch.key for switch in made.switches}
    assert f"There are enough schools for: {t('choice.level', 'en')}." in made.empty


def test_without_courses_it_is_said_what_to_import(block):
    nothing = block(tables={"marks": district()["marks"]})
    assert nothing.empty == t("block.courses.helped.empty", "en")


def test_marks_of_one_year_are_not_enough(block):
    one_year = district()
    one_year["marks"] = [row for row in one_year["marks"] if row["year"] == YEARS[-1]]
    assert block(tables=one_year).empty == t("course_effect.one_year", "en")


def test_the_schools_stand_side_by_side_and_those_with_trained_teachers_are_coloured(block):
    made = block("schools_helped")
    sides = [row[-1].text for row in made.rows]
    ours, others = (t(f"course_effect.side.{name}", "en") for name in course_effect.SIDES)
    assert sides == [ours] * 10 + [others] * 12
    assert [row[1].tone for row in made.rows] == [1.0] * 10 + [0.0] * 12
