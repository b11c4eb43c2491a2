"""Each kind of finding: a district where it is told, and one where it must not be."""

import pytest

from dashboard.discover import modules
from dashboard.i18n import LANGUAGES
from dashboard.pages.overview import PAGE
from dashboard.panels import Asking, View, make
from dashboard.panels.attention import gathered
from dashboard.panels.attention.asked import Asked
from dashboard.spec.filters import FilterState
from tests.panels.attention.districts import (
    ALIKE,
    BEFORE,
    COURSE,
    SCHOOLS,
    completion,
    mentor,
    moved,
    sent,
    teachers,
    with_one,
)

FOURTH, FIFTH = {"grade": 4, "year": BEFORE}, {"grade": 5}
# S03 has few; S04 is hidden with it, or S03 could be worked out
TRAINED = [*(row for n, of in enumerate((6, 6, 4, 5), 1) for row in teachers(f"S{n:02}", of))]
REGISTER = {"teachers": TRAINED, "courses": [COURSE]}
LATEST = [completion("S02-1")]
HELD = [{"date": "2026-10-01", "kind": "seminar", "school_id": "S02"}]  # the register's latest day
# Of each module: the tables where it finds, with the keys of what it finds, and where it must not.
CASES = {
    "outside": (
        {"marks": sent(with_one(8))},
        {("below", "S12"), ("below", "S12", "chemistry")},
        {"marks": sent(ALIKE)},
    ),
    "outside, above": (
        {"marks": sent(with_one(95))},
        {("above", "S12"), ("above", "S12", "chemistry")},
        {"marks": sent([20, 80] * 6)},  # schools that usually differ by so much
    ),
    "fell": (
        {"marks": sent(moved(10), BEFORE) + sent(ALIKE)},
        {("fell", "", "chemistry")},
        {"marks": sent(moved(1), BEFORE) + sent(ALIKE)},
    ),
    "moved": (
        {"marks": sent(ALIKE, BEFORE) + sent(with_one(75))},
        {("rose", "S12"), ("rose", "S12", "chemistry")},
        {"marks": sent(ALIKE, BEFORE) + sent(moved(25))},  # so did everyone
    ),
    "moved, down": (
        {"marks": sent(ALIKE, BEFORE) + sent(with_one(20))},
        {("fell", "S12"), ("fell", "S12", "chemistry")},
        {"marks": sent(ALIKE, BEFORE) + sent(with_one(55, 11))},
    ),
    "fifth_grade": (
        {"marks": sent(moved(20), **FOURTH) + sent(with_one(20), **FIFTH)},
        {("fifth_grade", "S12")},
        {"marks": sent(moved(30), **FOURTH) + sent(ALIKE, **FIFTH)},  # everyone drops
    ),
    "untrained": (
        {"marks": sent(ALIKE), **REGISTER, "completions": LATEST},
        {("untrained",)},
        {"marks": sent(ALIKE), **REGISTER},  # no list of courses was imported
    ),
    "terms_ending": (
        {"marks": sent(ALIKE), "mentor_events": HELD, "mentors": [mentor("M1", "2027-01-01")]},
        {("terms_ending",)},
        {"marks": sent(ALIKE), "mentor_events": HELD, "mentors": [mentor("M1", "2027-01-02")]},
    ),
    "not_sent": (
        {"marks": sent([*ALIKE[:-1], None])},
        {("not_sent",)},
        {"marks": sent(ALIKE)},
    ),
}
KINDS = [pytest.param(*case, id=name) for name, case in CASES.items()]


@pytest.fixture
def district(snapshot_of, settings):
    """Asks the findings of a district of twelve schools, under some filters."""

    def found(tables, language="en", **query):
        snapshot = snapshot_of({"schools": SCHOOLS, **tables})
        view = View(FilterState.from_query(PAGE.filters, query), language)
        return gathered(Asked(Asking(snapshot, settings, view), "quality", "/quality"))

    return found


@pytest.fixture
def panel(snapshot_of, settings):
    def made(tables, language="en", **query):
        snapshot = snapshot_of({"schools": SCHOOLS, **tables})
        view = View(FilterState.from_query(PAGE.filters, query), language)
        return make(PAGE, PAGE.block("attention"), view, snapshot, settings)

    return made


def test_every_kind_has_its_districts():
    kinds = {
        module.__name__.rpartition(".")[2]
        for module in modules("dashboard.panels.attention")
        if hasattr(module, "findings")
    }
    assert kinds == {name.partition(",")[0] for name in CASES}


@pytest.mark.parametrize(("_", "keys", "nothing"), KINDS)
def test_it_is_not_found_where_it_is_not(_, keys, nothing, district):
    assert not {key[0] for key in keys} & {finding.kind for finding in district(nothing)}


@pytest.mark.parametrize(("there", "keys", "_"), KINDS)
def test_it_is_told_where_it_is_in_every_language(there, keys, _, snapshot_of, settings):
    snapshot = snapshot_of({"schools": SCHOOLS, **there})
    for language in LANGUAGES:
        view = View(FilterState.from_query(PAGE.filters, {}), language)
        found = gathered(Asked(Asking(snapshot, settings, view), "quality", "/quality"))
        told = [f.sentence + f.evidence for f in found if f.key in keys]
        assert len(told) == len(keys)
        assert "{" not in "".join(told)


def test_weight_is_the_pupils_beyond_the_limits(district):
    found = {f.key: f.weight for f in district(CASES["outside"][0])}
    assert 0 < found[("below", "S12")] < 0.42 * 200


def test_school_alone_is_no_more_unusual_than_among_all(district):
    ordinary = {"marks": sent([20, 80] * 6)}
    assert not district(ordinary, school=["S01"])


def test_filters_narrow_the_list(district):
    far = {"marks": sent(with_one(8))}
    assert {f.about for f in district(far, school=["S12"])} == {"S12"}
    assert not district(far, school=["S01"])
    assert not district(far, aimak=["Ала-Бука"])


def test_with_a_subject_chosen_nothing_is_said_of_all_subjects(district):
    keys = {f.key for f in district(CASES["outside"][0], subject=["chemistry"])}
    assert keys == {("below", "S12", "chemistry")}


def test_a_district_wide_fall_is_not_said_of_chosen_schools(district):
    assert not district(CASES["fell"][0], school=["S01"])


def test_drop_is_not_told_where_the_filters_leave_a_grade_out(district):
    found = district(CASES["fifth_grade"][0], grade=["5"])
    assert not [f for f in found if f.kind == "fifth_grade"]


def test_school_that_rose_less_than_all_did_not_fall(district):
    many = {"pupils": 2000}
    slower = [*moved(30)[:-1], ALIKE[-1] + 12]
    rows = sent(ALIKE, BEFORE, **many) + sent(slower, **many)
    assert not {f for f in district({"marks": rows}) if f.kind in ("fell", "rose")}


def test_a_group_that_halved_is_another_group(district):
    rows = sent(ALIKE, BEFORE) + sent(with_one(75), pupils=90)
    assert not {f for f in district({"marks": rows}) if f.kind == "rose"}


def test_a_hidden_school_is_never_named(district):
    few = [row for row in sent(with_one(0), pupils=4) if row["school_id"] == "S12"]
    before = [row for row in sent(with_one(100), BEFORE, pupils=4) if row["school_id"] == "S12"]
    tables = {"marks": [*sent([*ALIKE[:-1], None]), *few, *before]}
    for query in ({}, {"school": ["S12"]}, {"subject": ["chemistry"]}, {"grade": ["7"]}):
        assert not [f for f in district(tables, **query) if f.about == "S12"]


def test_few_pupils_are_not_news(district):
    """Eight of eight where a third is usual: beyond the limits, and still only eight."""
    rows = sent([*moved(-17)[:-1], None]) + sent([None] * 11 + [100], pupils=8)
    assert not [f for f in district({"marks": rows}) if f.about == "S12"]


def test_small_schools_teachers_are_not_named(district):
    (told,) = [f for f in district(CASES["untrained"][0]) if f.kind == "untrained"]
    assert "№\u00a01." in told.sentence
    assert "№\u00a03" not in told.sentence


def test_a_term_that_is_followed_by_another_does_not_end(district):
    mentors = [mentor("M1", "2026-12-31"), mentor("M1", "2028-12-31") | {"start": "2026-12-31"}]
    tables = {"marks": sent(ALIKE), "mentor_events": HELD, "mentors": mentors}
    assert not [f for f in district(tables) if f.kind == "terms_ending"]


def test_mentors_are_counted_by_direction_and_not_named(district):
    mentors = [
        mentor("M1", "2026-12-31"),
        mentor("M2", "2026-11-30"),
        mentor("M3", "2026-12-01", "preschool"),
    ]
    named = [row | {"name": "Айша"} for row in mentors]
    tables = {"marks": sent(ALIKE), "mentor_events": HELD, "mentors": named}
    (told,) = [f for f in district(tables) if f.kind == "terms_ending"]
    assert "3 mentors" in told.sentence
    assert told.evidence.startswith("Humanities 2, ")
    assert told.href.startswith("/mentors?")
    assert "Айша" not in told.sentence + told.evidence


def test_what_is_owed_beside_marks_is_told_too(district):
    owed = {
        "school_id": "S03",
        "year": "2026-2027",
        "period": "Q1",
        "table": "reading",
        "due": "2020-01-01",
    }
    (told,) = district({"marks": sent([*ALIKE[:-1], None]), "reporting": [owed]})
    assert told.sentence.startswith("2 schools")
    assert told.evidence == "Marks: 1 of 12; Reading diagnostics: 1 of 12"


def test_what_came_or_is_not_due_is_not_owed(district):
    row = {"school_id": "S03", "year": "2026-2027", "period": "Q1", "table": "reading"}
    came = row | {"due": "2020-01-02", "received": "2020-01-01"}
    later = row | {"due": "2999-01-01", "school_id": "S04"}
    assert not district({"marks": sent(ALIKE), "reporting": [came, later]})


def test_one_number_names_a_school_only_if_it_is_its_own(district):
    twins = [{**school, "name": "№ 12 мектеп «Арча»"} for school in SCHOOLS[:1]]
    schools = [*twins, *SCHOOLS[1:-1], {**SCHOOLS[-1], "name": "№ 12 мектеп «Терек»"}]
    (told, *_) = district({"marks": sent(with_one(8)), "schools": schools})
    assert "№ 12 мектеп «Терек»" in told.sentence


def test_every_link_opens_a_page_that_there_is(panel):
    for there, *_ in CASES.values():
        paths = {row[0].href.partition("?")[0] for row in panel(there).rows}
        assert paths <= {"", "/quality", "/school", "/mentors", "/courses"}


def test_link_keeps_the_filters(panel):
    first = panel(CASES["outside"][0], grade=["7"], subject=["chemistry"]).rows[0][0]
    assert first.href == "/quality?school=S12&subject=chemistry&grade=7&lang=en"


def test_nothing_to_report_is_said(panel):
    made = panel({"marks": sent(ALIKE)})
    assert not made.rows
    assert not made.empty
    assert made.sentences


def test_without_data_it_says_why(panel):
    assert panel({}).empty
