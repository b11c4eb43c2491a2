"""Surveys that few answered: hidden, and not to be worked out of what is shown."""

from itertools import combinations

import numpy as np
import pytest

from dashboard.metrics import ask
from dashboard.spec.answer import Question
from tests.made_up_surveys import KINDS, NETWORK, numbered, several_schools, sheet

SHARE = "survey_share"
IDS = ("S01", "S02", "S03", "S04")


@pytest.fixture
def asked(snapshot_of, settings):
    def answers(lines, by=(), **where):
        return ask(Question.of(SHARE, by, where), snapshot_of({"surveys": lines}), settings)

    return answers


def test_fewer_than_five_answers_are_hidden_and_another_school_with_them(asked):
    lines = several_schools(S04=4)
    found = asked(lines, by=("school", "option"), option=["курс"])
    flags = {row.key[0]: row.flag for row in found.rows}
    assert flags["S04"] == "c"
    assert [flag for school, flag in flags.items() if school != "S04"].count("c") == 1


def test_a_survey_that_few_answered_is_hidden_whole(asked):
    lines = sheet({"курс": 2}, answered=4)
    assert {row.flag for row in asked(lines, by=("option",)).rows} == {"c"}


@pytest.mark.parametrize("few", IDS)
def test_no_sums_give_the_answers_of_few_away(few, snapshot_of, settings):
    """All that is shown, as equations in the schools' answers, never settles the few."""
    snapshot = snapshot_of({"surveys": several_schools(**{few: 4})})
    shown = np.array([_line(each) for each in _shown(snapshot, settings)])
    assert len(shown)
    assert _rank(np.vstack([shown, _line({few})])) > _rank(shown)


@pytest.mark.parametrize("missing", ["S01", "S02", "S03"])
def test_a_question_that_one_school_was_not_asked_gives_nothing_away(
    missing, snapshot_of, settings
):
    lines, there = several_schools(S04=4), {*IDS} - {missing}
    lines += [row | {"question": NETWORK} for row in lines if row["school_id"] in there]
    snapshot = snapshot_of({"surveys": numbered(lines)})
    shown = np.array([_line(each) for each in _shown(snapshot, settings, NETWORK, there)])
    assert _rank(np.vstack([shown, _line({"S04"})])) > _rank(shown)


def _shown(snapshot, settings, question=KINDS, there=frozenset(IDS)):
    """The schools behind every sum that is shown of one option."""
    where = {"option": ("курс",), "question": (question,)}
    for names in (n for size in range(5) for n in combinations(IDS, size)):
        for by in (("question",), ("question", "aimak"), ("question", "school")):
            found = ask(Question.of(SHARE, by, where | {"school": names}), snapshot, settings)
            for row in found.rows:
                if row.value is not None:
                    yield _behind(row.key[1:], names) & there


def _behind(place, names):
    chosen = {*(names or IDS)}
    if not place:
        return chosen
    aimaks = {"Ала-Бука": {"S01", "S02"}, "Ак-Там": {"S03", "S04"}}
    return chosen & aimaks.get(place[0], {place[0]})


def _line(schools):
    return [float(school in schools) for school in IDS]


def _rank(lines):
    return np.linalg.matrix_rank(lines)
