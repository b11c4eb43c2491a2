"""Coverage as a person with a pencil would count it, over made-up registers."""

import shutil
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.metrics import ask
from dashboard.settings import Settings
from dashboard.spec.answer import Question
from tests.metrics.courses_made_up import KINDS, SCHOOLS, held, in_post, published, tables

IDS = [school["school_id"] for school in SCHOOLS]
AIMAK = {school["school_id"]: school["aimak"] for school in SCHOOLS}
RULES = ("own", "law", "1y", "3y", "5y")
DAYS = (date(2021, 12, 31), date(2023, 8, 27), date(2026, 8, 31), date(2026, 11, 1))
BANDS = ((3, "0-2"), (10, "3-9"), (20, "10-19"), (100, "20+"))
FINISHED = st.sampled_from(
    [
        *(date(2016, 3, 1), date(2018, 11, 1), date(2020, 2, 29), date(2021, 12, 31)),
        *(date(2023, 11, 1), date(2023, 11, 2), date(2025, 11, 2), date(2026, 11, 1)),
        date(2026, 12, 24),
    ]
)
TEACHERS = st.builds(
    lambda school, year, until, subjects, years: {
        "school_id": school,
        "year": year,
        "until": until,
        "subject_ids": ";".join(sorted(subjects)) or None,
        "experience_years": years,
    },
    st.sampled_from(IDS),
    st.sampled_from(["2025-2026", "2026-2027", "2026-2027"]),
    st.sampled_from([None, None, date(2026, 8, 31), date(2023, 8, 27)]),
    st.sets(st.sampled_from(["chemistry", "algebra", "music"]), max_size=2),
    st.sampled_from([None, 1, 5, 12, 30]),
)
DONE = st.tuples(
    st.integers(0, 14), st.sampled_from(["LEVEL", "LEVEL2", "ICT", "BOARD", "UNKNOWN"]), FINISHED
)
EVERY = Settings(hide_below=0)  # what is hidden is another promise


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEACHERS, min_size=1, max_size=14), st.sets(DONE, min_size=1, max_size=30))
def test_coverage_is_as_counted_by_hand(people, completions):
    made = _made(people, completions)
    folder = Path(tempfile.mkdtemp())
    try:
        snapshot = published(made, Settings(store=folder, memory="256MB", threads=1))
        for on in DAYS:
            for rule in RULES:
                _as_counted(snapshot, made, on, rule)
                _keeps_its_rules(snapshot, on, rule)
        _never_grows_by_waiting(snapshot)
    finally:
        shutil.rmtree(folder)


def _made(people: list[dict], completions: set[tuple]) -> dict[str, list[dict]]:
    named = [row | {"teacher_id": f"T{number}"} for number, row in enumerate(people)]
    told = [{"teacher_id": f"T{n}", "course_id": c, "finished": d} for n, c, d in completions]
    return tables(named, told)


def _ask(snapshot, by: tuple[str, ...], on: date, rule: str, **where) -> dict:
    """By its key: people trained and all of them, where there is anybody."""
    question = Question.of("course_coverage", by, {"on": (str(on),), "valid": (rule,), **where})
    rows = ask(question, snapshot, EVERY).rows
    return {row.key: (row.numerator, row.denominator) for row in rows if row.value is not None}


def _as_counted(snapshot, made: dict, on: date, rule: str) -> None:
    for by, keys in COUNTED.items():
        assert _ask(snapshot, by, on, rule) == _counted(made, on, rule, keys), (by, on, rule)
    for kind in KINDS:
        narrowed = _ask(snapshot, ("school",), on, rule, course_kind=(kind,))
        assert narrowed == _counted(made, on, rule, COUNTED[("school",)], (kind,))


def _bands(told: dict) -> str | None:
    years = told["experience_years"]
    return None if years is None else next(name for below, name in BANDS if years < below)


def _subjects(told: dict) -> list[tuple]:
    """Of whom no subject is known stands under none."""
    return [(s,) for s in (told["subject_ids"] or "").split(";") if s] or [(None,)]


COUNTED = {  # the groups that one teacher stands in
    (): lambda told: [()],
    ("school",): lambda told: [(told["school_id"],)],
    ("aimak",): lambda told: [(AIMAK[told["school_id"]],)],
    ("experience",): lambda told: [(_bands(told),)],
    ("subject",): _subjects,
    ("course_kind",): lambda told: [(kind,) for kind in KINDS],
}


def _counted(made: dict, on: date, rule: str, keys, kinds: tuple[str, ...] = KINDS) -> dict:
    if not any(_is_known(each, made, on) for each in made["completions"]):
        return {}  # nothing is known of anybody
    people, trained = defaultdict(set), defaultdict(set)
    for told in made["teachers"]:
        if not in_post(told, made, on):
            continue
        having = {course["kind"] for course in held(made, told, on, rule)} & {*kinds}
        for key in keys(told):
            of_kind = having & {*key} if {*key} & {*KINDS} else having
            people[key].add(told["teacher_id"])
            trained[key] |= {told["teacher_id"]} if of_kind else set()
    return {key: (len(trained[key]), len(there)) for key, there in people.items()}


def _is_known(completion: dict, made: dict, on: date) -> bool:
    """By the day, and of a course that is registered: of another nobody knows what it is."""
    registered = {course["course_id"] for course in made["courses"]}
    return completion["course_id"] in registered and completion["finished"] <= on


def _keeps_its_rules(snapshot, on: date, rule: str) -> None:
    whole = _ask(snapshot, (), on, rule)
    by_kind = _ask(snapshot, ("course_kind",), on, rule)
    assert all(trained <= people for trained, people in (*whole.values(), *by_kind.values()))
    assert {people for _, people in by_kind.values()} == {people for _, people in whole.values()}
    if whole:
        each = [trained for trained, _ in by_kind.values()]
        assert max(each) <= whole[()][0] <= sum(each)
    by_both = _ask(snapshot, ("school", "course_kind"), on, rule)
    by_school = _ask(snapshot, ("school",), on, rule)
    assert all(by_both[key][1] == by_school[key[:1]][1] for key in by_both)
    assert all(by_both[key][0] <= by_school[key[:1]][0] for key in by_both)


def _never_grows_by_waiting(snapshot) -> None:
    """From the last day of a course on nobody is trained who was not."""
    later = (date(2026, 12, 24), date(2027, 12, 24), date(2031, 12, 24), date(2040, 1, 1))
    for rule in RULES:
        trained = [_ask(snapshot, (), on, rule).get((), (0, 0))[0] for on in later]
        assert trained == sorted(trained, reverse=True)
