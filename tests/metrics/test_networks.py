"""Lead and base networks: how many of their teachers are certified, whoever overlaps or is few."""

from datetime import date
from functools import partial
from itertools import combinations

import numpy as np
import pytest

from dashboard.metrics import ask
from dashboard.metrics.mentors import register
from dashboard.metrics.networks import networks_of, schools_in
from dashboard.spec.answer import Question
from tests.made_up_networks import (
    IDS,
    LEAD,
    NOBODY,
    ON,
    completion,
    lead_network,
    member,
    tables,
)

KEY = "network_certified"


@pytest.fixture
def asked(snapshot_of, settings):
    def answer(of=None, by=("network",), **where):
        return _ask(snapshot_of(tables() if of is None else of), settings, by, **where)

    return answer


def _ask(snapshot, settings, by, **where):
    given = {"on": (ON.isoformat(),)} | where
    question = Question.of(KEY, by, {key: values for key, values in given.items() if values})
    return ask(question, snapshot, settings)


def _counts(answer) -> dict:
    return {row.key[0]: (row.numerator, row.denominator) for row in answer.rows}


def test_the_network_of_the_seed_has_87_certified_of_280(asked):
    answer = asked()
    (row,) = answer.rows
    assert (row.key, row.numerator, row.denominator, row.pupils) == ((LEAD,), 87, 280, 280)
    assert row.value == pytest.approx(0.31, abs=0.002)
    assert row.low < row.value < row.high
    assert answer.together == pytest.approx(87 / 280)


def test_the_lead_school_counts_as_a_member_whether_it_is_listed_or_not(asked):
    listed = tables([*lead_network(), member(LEAD, "S01", "S01")])
    assert _counts(asked(listed)) == _counts(asked()) == {LEAD: (87, 280)}


def test_the_school_where_nobody_is_has_nought_and_is_no_gap(asked):
    by_school = asked(by=("school",), network=[LEAD]).by_key()
    row = by_school[(NOBODY,)]
    assert (row.numerator, row.denominator, row.value, row.flag) == (0, 21, 0, "")


def test_a_member_listed_twice_counts_once(asked):
    twice = lead_network() + lead_network(start=date(2026, 1, 1))
    assert _counts(asked(tables(twice))) == {LEAD: (87, 280)}


def test_a_teacher_with_several_certificates_is_one_person(asked):
    of = tables()
    of["completions"] += [completion("S02-0", kind) for kind in ("LEVEL", "NEW", "MARKS")]
    of["completions"] += [completion("S02-0", "LEVEL", date(2026, 8, 1))]
    assert _counts(asked(of)) == {LEAD: (87, 280)}


def test_other_courses_and_unknown_ones_do_not_count(asked):
    of = tables()
    of["completions"] += [completion("S09-1", "ICT"), completion("S09-2", "UNKNOWN")]
    assert _counts(asked(of)) == {LEAD: (87, 280)}


@pytest.mark.parametrize(
    ("course", "finished", "valid"),
    [
        ("TRAINER", date(2023, 11, 2), True),
        ("TRAINER", date(2023, 11, 1), False),  # three years later to the day it is over
        ("LEVEL", date(2021, 11, 2), True),
        ("NEW", date(2001, 1, 1), True),  # never runs out
        ("NEW", ON, True),
        ("NEW", date(2026, 11, 2), False),  # not yet done
    ],
)
def test_a_certificate_counts_from_its_day_to_its_end(course, finished, valid, asked):
    of = tables()
    of["completions"].append(completion("S09-0", course, finished))
    assert _counts(asked(of)) == {LEAD: (88 if valid else 87, 280)}


def test_an_ended_network_is_not_there_and_one_to_come_neither(asked):
    over = lead_network(end=date(2026, 10, 31))
    assert _counts(asked(tables(over))) == {}
    assert _counts(asked(tables(over), on=["2026-10-31"])) == {LEAD: (87, 280)}
    assert _counts(asked(tables(lead_network(start=date(2026, 11, 2))))) == {}


def test_a_member_that_left_is_not_counted_any_more(asked):
    left = [
        row | {"end": date(2026, 1, 1)} if row["member_school_id"] == NOBODY else row
        for row in lead_network()
    ]
    assert _counts(asked(tables(left))) == {LEAD: (87, 280 - 21)}


def test_without_a_day_it_is_the_latest_of_the_register(asked):
    answer = asked(on=())
    assert answer.taken.on == "2026-06-01"
    late = tables()
    late["completions"].append(completion("S01-0", "ICT", date(2026, 9, 7)))
    assert asked(late, on=()).taken.on == "2026-09-07"


def test_a_network_without_a_registered_teacher_has_no_data(asked):
    of = tables([*lead_network(), member("N2", "S12", "S13", kind="base")], S12=(0, 0), S13=(0, 0))
    row = asked(of).by_key()[("N2",)]
    assert (row.value, row.flag, row.denominator) == (None, "x", 0)


def test_where_no_certificate_is_known_nothing_is_known_of_anybody(asked):
    of = tables() | {"completions": []}
    assert {row.flag for row in asked(of).rows} == {"x"}


def test_a_network_of_one_school_is_that_school(asked):
    row = asked(tables([member("N3", "S13", "S13")])).by_key()[("N3",)]
    assert (row.numerator, row.denominator) == (5, 14)


OVERLAP = [*lead_network(), *(member("N2", "S12", s, kind="base") for s in ("S02", "S13"))]


def test_a_school_of_two_networks_counts_in_each_and_once_in_the_whole(asked):
    answer = asked(tables(OVERLAP))
    assert _counts(answer) == {LEAD: (87, 280), "N2": (14 + 3 + 5, 30 + 12 + 14)}
    assert answer.together == pytest.approx((87 + 3 + 5) / (280 + 12 + 14))
    assert asked(tables(OVERLAP), by=()).rows[0].denominator == 280 + 12 + 14


def test_filters_of_schools_and_networks_narrow(asked):
    assert _counts(asked(tables(OVERLAP), network=["N2"])) == {"N2": (22, 56)}
    assert _counts(asked(tables(OVERLAP), school=["S13"])) == {"N2": (5, 14)}


def test_schools_of_a_network_are_its_lead_and_members_once(snapshot_of):
    snapshot = snapshot_of(tables(OVERLAP))
    assert schools_in(register(snapshot).members) == {
        LEAD: tuple(IDS[:11]),
        "N2": ("S02", "S12", "S13"),
    }
    assert networks_of(snapshot, ON.isoformat())["S02"] == (LEAD, "N2")
    assert "S12" not in networks_of(snapshot, "2025-08-31")


SMALL = {"S04": (3, 0), "S06": (4, 1), "S12": (2, 0)}  # fewer than five teachers


def test_few_teachers_are_hidden_and_another_with_them(asked):
    answer = asked(tables(**SMALL), by=("school",), network=[LEAD])
    hidden = {row.key[0] for row in answer.rows if row.flag == "c"}
    assert {"S04", "S06"} <= hidden
    assert all(row.numerator is row.pupils is None for row in answer.rows if row.flag == "c")
    assert "S12" not in {row.key[0] for row in answer.rows if row.value is not None}


def test_the_network_of_a_hidden_school_is_shown_where_its_partners_are_members(asked):
    assert asked(tables(**SMALL)).by_key()[(LEAD,)].denominator == 280 - 27 - 25 + 7


BOTH = [
    *(member("A", "S01", school) for school in ("S02", "S03", "S04")),
    *(member("B", "S05", school, kind="base") for school in ("S03", "S04", "S06")),
    member("C", "S04", "S07", kind="base", start=date(2026, 8, 1)),
    member("C", "S04", "S06", kind="base"),
]
# № 3, the smallest beside № 2, leaves in between.
LEFT = [
    member("A", "S04", "S02"),
    member("A", "S04", "S03", end=date(2026, 7, 31)),
]
DAYS = ("2026-11-01", "2026-07-01")  # the certificates are of June


@pytest.mark.parametrize(
    ("networks", "few"),
    [*((BOTH, few) for few in ("S03", "S04", "S06", "S07")), (LEFT, "S02")],
    ids=["S03", "S04", "S06", "S07", "left"],
)
def test_no_sums_of_networks_give_a_hidden_school_away(networks, few, snapshot_of, settings):
    """All that is shown, by networks and by schools on two days, taken as equations in the
    schools' teachers, never settles the hidden one."""
    snapshot = snapshot_of(tables(networks, **{"S03": (10, 2), few: (3, 0)}))
    asked = partial(_ask, snapshot, settings)
    sums = (each for day in DAYS for each in _shown(asked, networks, day))
    shown = np.array([_line(each) for each in sums])
    assert _rank(np.vstack([shown, _line({few})])) == _rank(shown) + 1


def _shown(asked, networks, day):
    """The schools behind every sum that is shown."""
    inside = _members(networks, day)
    for names in (n for size in (1, 2, 3) for n in combinations(inside, size)):
        whole = asked((), on=[day], network=names)
        if whole.rows and whole.rows[0].value is not None:
            yield set().union(*(inside[name] for name in names))
        for row in asked(("school",), on=[day], network=names).rows:
            if row.value is not None:
                yield {row.key[0]}


def _members(networks, day):
    found = {}
    for row in networks:
        if row["start"].isoformat() <= day and (row["end"] or date.max).isoformat() >= day:
            there = {row["lead_school_id"], row["member_school_id"]}
            found[row["network_id"]] = found.get(row["network_id"], set()) | there
    return found


def _line(schools):
    return [float(school in schools) for school in IDS]


def _rank(lines):
    return np.linalg.matrix_rank(lines)


def test_a_network_total_that_takes_in_a_hidden_school_without_its_partner_is_hidden(asked):
    alone = [member("A", "S01", "S02"), member("B", "S03", "S01", kind="base")]
    answer = asked(tables(alone, S02=(3, 1)))
    assert {row.key[0]: row.flag for row in answer.rows} == {"A": "c", "B": "c"}
