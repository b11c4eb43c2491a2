"""Coverage by courses: people and not certificates, of those in post, as it stands on a day."""

from datetime import date

import numpy as np
import pytest

from dashboard.metrics import ask
from dashboard.spec.answer import Question
from tests.metrics.courses_made_up import ON, done, staff, tables, teacher

KEY = "course_coverage"


@pytest.fixture
def asked(snapshot_of, settings):
    def answer(teachers, completions, by=(), metric=KEY, **where):
        snapshot = snapshot_of(tables(teachers, completions))
        given = {"on": (ON.isoformat(),)} | where
        return ask(Question.of(metric, by, given), snapshot, settings)

    return answer


def _counts(answer) -> dict:
    return {row.key: (row.numerator, row.denominator) for row in answer.rows}


TEN = staff(S01=10)


def test_people_are_counted_and_not_certificates(asked):
    twice = [done("S01-0"), done("S01-0", "LEVEL2"), done("S01-0", "LEVEL", date(2025, 6, 1))]
    assert _counts(asked(TEN, twice)) == {(): (1, 10)}


def test_the_same_course_gives_its_hours_once(asked):
    twice = [done("S01-0"), done("S01-0", "LEVEL", date(2025, 6, 1)), done("S01-0", "ICT")]
    assert asked(TEN, twice, metric="course_hours").rows[0].value == pytest.approx(31.2)


@pytest.mark.parametrize(
    ("course", "finished", "counts"),
    [
        ("ICT", date(2024, 11, 2), True),
        ("ICT", date(2024, 11, 1), False),  # two years later to the day it is over
        ("BOARD", date(2026, 5, 2), True),
        ("BOARD", date(2026, 5, 1), False),  # half a year
        ("LEVEL2", date(1999, 1, 1), True),  # never runs out
        ("LEVEL2", ON, True),
        ("LEVEL2", date(2026, 11, 2), False),  # not yet
        ("UNKNOWN", date(2026, 6, 1), False),
    ],
)
def test_a_course_counts_from_its_day_to_its_end(course, finished, counts, asked):
    beside = done("S01-9", "LEVEL2", date(2020, 1, 1))
    assert _counts(asked(TEN, [beside, done("S01-0", course, finished)])) == {(): (1 + counts, 10)}


@pytest.mark.parametrize(
    ("valid", "trained"), [("own", 2), ("1y", 0), ("3y", 1), ("5y", 2), ("law", 2)]
)
def test_the_rule_changes_the_figures_and_is_said(valid, trained, asked):
    told = [done("S01-0", "ICT", date(2025, 10, 1)), done("S01-1", "LEVEL", date(2022, 6, 1))]
    answer = asked(TEN, told, valid=(valid,))
    assert _counts(answer) == {(): (trained, 10)}
    assert answer.taken.valid == valid


@pytest.mark.parametrize(
    ("school", "on", "trained"),
    [
        ("S01", "2023-08-27", 0),  # Kyrgyzstan: five years …
        ("S01", "2023-08-28", 1),  # … and no cycle since: the course's own period, for ever
        ("S03", "2023-08-27", 0),  # no country said: as Kyrgyzstan
        ("S03", "2023-08-28", 1),
        ("S02", "2021-12-31", 0),  # Kazakhstan: five years, then three
        ("S02", "2026-11-01", 0),
    ],
)
def test_the_law_is_of_the_country_and_the_day(school, on, trained, asked):
    told = [done(f"{school}-0", "LEVEL2", date(2016, 1, 1))]
    answer = asked(staff(**{school: 10}), told, valid=("law",), on=(on,))
    assert _counts(answer) == {(): (trained, 10)}


@pytest.mark.parametrize(("on", "trained"), [("2021-12-31", 1), ("2022-01-01", 0)])
def test_the_cycle_of_kazakhstan_grew_shorter_in_2022(on, trained, asked):
    told = [done("S02-0", "LEVEL2", date(2018, 6, 1))]
    assert _counts(asked(staff(S02=10), told, valid=("law",), on=(on,))) == {(): (trained, 10)}


def test_who_left_counts_no_more_from_the_day_after(asked):
    gone = [*TEN[1:], teacher("S01-0", until=date(2026, 10, 31))]
    told = [done("S01-0"), done("S01-1")]
    assert _counts(asked(gone, told)) == {(): (1, 9)}
    assert _counts(asked(gone, told, on=("2026-10-31",))) == {(): (2, 10)}


def test_whom_the_newest_register_of_the_school_does_not_name_has_left(asked):
    gone = [*TEN[1:], teacher("S01-0", year="2025-2026")]
    told = [done("S01-0"), done("S01-1")]
    assert _counts(asked(gone, told)) == {(): (1, 9)}
    assert _counts(asked(gone, told, on=("2026-08-31",))) == {(): (2, 10)}


def test_a_certificate_of_before_the_teacher_came_counts(asked):
    """A register of one year says nothing of where he was trained."""
    assert _counts(asked(TEN, [done("S01-0", "LEVEL2", date(2001, 1, 1))])) == {(): (1, 10)}


def test_schools_without_teachers_have_no_data(asked):
    found = asked(staff(S01=10, S02=10), [done("S01-0")], ("school",)).by_key()
    assert (found["S01",].value, found["S02",].value) == (0.1, 0)
    assert {(key, found[key].value, found[key].flag) for key in (("S03",), ("S04",))} == {
        (("S03",), None, "x"),
        (("S04",), None, "x"),
    }


@pytest.mark.parametrize("by", [(), ("school",), ("course_kind",), ("subject",)])
def test_where_no_completion_is_known_nothing_is_known_of_anybody(by, asked):
    assert {(row.value, row.flag) for row in asked(TEN, [], by).rows} <= {(None, "x")}


def test_of_each_kind_there_are_as_many_teachers(asked):
    answer = asked(TEN, [done("S01-0"), done("S01-1", "ICT")], ("course_kind",))
    assert _counts(answer) == {
        ("level",): (1, 10),
        ("ict",): (1, 10),
        ("interactive_board",): (0, 10),
    }


@pytest.mark.parametrize("other", ["subject", "category", "experience"])
def test_a_school_is_never_crossed_with_what_parts_its_teachers(other, asked):
    """One teacher of a subject in a school is a person, whatever the counts."""
    many = [row | {"category": "I", "experience_years": 5} for row in staff(S01=30, S02=30)]
    answer = asked(many, [done("S01-0")], ("school", other))
    assert len(answer.rows) >= 2
    assert {row.flag for row in answer.rows if row.key[0] in ("S01", "S02")} == {"c"}
    narrowed = asked(many, [done("S01-0")], ("subject",), school=("S01",))
    assert {row.flag for row in narrowed.rows} == {"c"}


ALL = ("S01", "S02", "S03", "S04")
LINES = {  # the schools behind each sum
    **{("school", school): {school} for school in ALL},
    ("aimak", "Ала-Бука"): {"S01", "S02"},
    ("aimak", "Ак-Там"): {"S03", "S04"},
    ("language", "ky"): {"S01", "S02"},
    ("language", "uz"): {"S03"},
    ("language", "ru"): {"S04"},
}
LEAVING = date(2026, 8, 31)


def _all_leave(people):
    """Of one school all have a last day: nobody is in post now, but some days ago they were."""
    return [row | ({"until": LEAVING} if row["school_id"] == "S03" else {}) for row in people]


@pytest.mark.parametrize("few", ALL)
@pytest.mark.parametrize("kinds", [(), ("level",)])
def test_no_sums_give_a_small_school_away(few, kinds, snapshot_of, settings):
    many = staff(**{school: 3 if school == few else 9 for school in ALL})
    shown = _shown(many, kinds, ("2026-11-01", "2026-08-01"), snapshot_of, settings)
    _blind(shown, few)


def test_a_small_school_whose_teachers_have_all_left_is_not_given_away_of_an_earlier_day(
    snapshot_of, settings
):
    many = _all_leave(staff(S01=9, S02=9, S03=3, S04=9))
    shown = _shown(many, (), ("2026-11-01", "2026-08-01"), snapshot_of, settings)
    _blind(shown, "S03")


def _shown(people, kinds, days, snapshot_of, settings) -> list[set[str]]:
    """The schools behind every sum that is shown."""
    snapshot = snapshot_of(tables(people, [done(row["teacher_id"]) for row in people[::2]]))
    found = []
    for day in days:
        where = {"on": (day,), "course_kind": kinds}
        answers = (ask(Question.of(KEY, by, where), snapshot, settings) for by in _BY)
        found += [
            LINES[answer.question.by[0], row.key[0]] if answer.question.by else {*ALL}
            for answer in answers
            for row in answer.rows
            if row.value is not None
        ]
    return found


_BY = ((), ("school",), ("aimak",), ("language",))


def _blind(shown: list[set[str]], few: str) -> None:
    lines = np.array([[float(school in sum_) for school in ALL] for sum_ in shown])
    alone = [float(school == few) for school in ALL]
    rank = np.linalg.matrix_rank
    assert shown
    assert rank(np.vstack([lines, alone])) == rank(lines) + 1
