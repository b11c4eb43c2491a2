"""Each doubt about the register of mentors: where it is told, with its codes, and where not."""

from datetime import date

import pytest

from dashboard.metrics.mentor_doubts import DOUBTS, Known, doubts, teachers
from dashboard.metrics.mentoring import standing
from dashboard.metrics.registers import School
from tests.metrics.mentors_made_up import ON, pair, register, term

PLACE = {"lat": 41.4, "lon": 71.5}


def school(code, district="Ала-Бука", **more) -> School:
    return School(code, f"№ {code}", district, None, "ky", 300, **(PLACE | more))


SCHOOLS = {code: school(code) for code in ("S01", "S02", "S03")}
PAIRS = [pair("M1", "T1"), pair("M2", "T2", "S03")]
TERMS = [term("M1"), term("M2", "S02")]
REGISTERED = {"T1": "S02", "T2": "S03", "T-M1": "S01", "T-M2": "S02"}
OVER = date(2026, 6, 1)


def told(terms=TERMS, pairs=PAIRS, schools=SCHOOLS, teachers=REGISTERED) -> dict[str, list[str]]:
    known = register(terms, pairs)
    found = doubts(Known(known, standing(known, ON), schools, teachers))
    return {kind: [case.what for case in cases] for kind, cases in found.items()}


# Of each kind a register where it is told, and the codes of its cases.
CASES = {
    "backwards": (
        {
            "terms": [*TERMS, term("M3", start=date(2027, 9, 1), end=date(2026, 9, 1))],
            "pairs": [*PAIRS, pair("M1", "T2", "S03", end=date(2025, 9, 1))],
        },
        ["M3", "M1 → T2"],
    ),
    "unregistered_mentor": ({"pairs": [*PAIRS, pair("M9", "T-M1", "S01")]}, ["M9 → T-M1"]),
    "term_over": ({"terms": [TERMS[0], term("M2", "S02", end=OVER)]}, ["M2 → T2"]),
    "terms_overlap": ({"terms": [*TERMS, term("M1", start=date(2026, 9, 1))]}, ["M1"]),
    "no_school": ({"terms": [TERMS[0], term("M2", "S99")], "teachers": {}}, ["M2"]),
    "other_school": ({"teachers": REGISTERED | {"T-M1": "S03"}}, ["M1"]),
    "unknown_mentee": ({"pairs": [*PAIRS, pair("M1", "T9")]}, ["T9"]),
    "circle": (
        {"pairs": [pair("M1", "T-M2", "S02"), pair("M2", "T-M1", "S01")]},
        ["T-M1 → T-M2 → T-M1"],
    ),
    "two_mentors": ({"pairs": [*PAIRS, pair("M2", "T1")]}, ["T1 (M1, M2)"]),
    "across_districts": ({"schools": SCHOOLS | {"S03": school("S03", "Аксы")}}, ["M2 → T2"]),
    "no_place": ({"schools": SCHOOLS | {"S03": school("S03", lat=None)}}, ["S03"]),
}


def test_every_kind_has_its_case():
    assert CASES.keys() == DOUBTS.keys()


def test_a_register_in_order_has_none():
    assert told() == {}


@pytest.mark.parametrize(("kind", "case"), CASES.items())
def test_it_is_told_where_it_is_and_nothing_else_is(kind, case):
    changed, codes = case
    assert told(**changed) == {kind: codes}


def test_a_longer_circle_is_told_too():
    pairs = [
        pair("M1", "T-M2", "S02"),
        pair("M2", "T-M3", "S03"),
        pair("M3", "T-M1", "S01"),
    ]
    terms = [*TERMS, term("M3", "S03")]
    people = REGISTERED | {"T-M3": "S03"}
    assert told(terms, pairs, teachers=people) == {"circle": ["T-M1 → T-M2 → T-M3 → T-M1"]}


def test_a_term_may_begin_on_the_day_that_another_ends():
    assert told([*TERMS, term("M1", start=date(2023, 9, 15), end=date(2025, 9, 15))]) == {}


def test_a_pair_that_is_over_with_its_mentors_term_is_no_doubt():
    ended = [PAIRS[0], pair("M2", "T2", "S03", end=OVER)]
    assert told([TERMS[0], term("M2", "S02", end=OVER)], ended) == {}


def test_a_pair_that_its_status_alone_ends_is_not_backwards():
    assert told(pairs=[*PAIRS, pair("M1", "T2", "S03", end=date(2025, 9, 30))]) == {}


def test_without_a_register_of_teachers_nobody_is_missing_in_it():
    assert told(pairs=[*PAIRS, pair("M1", "T9")], teachers={}) == {}


def test_what_a_case_is_of_is_known_for_the_filters():
    known = register(TERMS, [*PAIRS, pair("M9", "T2", "S03")])
    found = doubts(Known(known, standing(known, ON), SCHOOLS, {}))
    assert [case.schools for case in found["unregistered_mentor"]] == [{"S03"}]
    assert [case.schools for case in found["two_mentors"]] == [{"S02", "S03"}]


def test_a_teacher_is_at_the_school_of_the_register(snapshot_of):
    rows = [
        {"teacher_id": "T1", "school_id": "S01", "year": "2025-2026"},
        {"teacher_id": "T2", "school_id": "S04"},
    ]
    assert teachers(snapshot_of({"teachers": rows})) == {"T1": "S01", "T2": "S04"}
