"""Answers about names: the later counts, none is lost, two people never overwrite each other."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.store import aliases, places
from dashboard.store.aliases import AnsweredMeanwhile, AnswerGone, Given


def school(text: str, code: str, seen: int = 0) -> Given:
    return Given("school", text, text.casefold(), code, seen)


def standing(store: Path, at: str | None = None) -> dict[str, str]:
    return {one.skeleton: one.code for one in aliases.standing(store, at)}


def test_asking_what_was_answered_makes_no_file(tmp_path):
    assert aliases.answers(tmp_path) == []
    assert not places.state(tmp_path).exists()


def test_a_later_answer_counts_and_the_earlier_stays_in_the_list(tmp_path):
    aliases.answer(tmp_path, [school("А", "S01")], "aigul")
    (first,) = aliases.answers(tmp_path)
    assert aliases.answer(tmp_path, [school("А", "S02", first.id)], "bakyt") == 1
    assert standing(tmp_path) == {"а": "S02"}
    told = [(one.code, one.who, one.ended_by) for one in aliases.answers(tmp_path)]
    assert told == [("S02", "bakyt", ""), ("S01", "aigul", "bakyt")]


def test_the_same_answer_again_is_no_new_one(tmp_path):
    assert aliases.answer(tmp_path, [school("А", "S01")], "aigul") == 1
    assert aliases.answer(tmp_path, [school("А", "S01")], "bakyt") == 0
    assert [one.who for one in aliases.answers(tmp_path)] == ["aigul"]


def test_an_answer_between_is_told_with_both_and_loses_nothing(tmp_path):
    aliases.answer(tmp_path, [school("А", "S01")], "aigul")
    with pytest.raises(AnsweredMeanwhile) as told:
        aliases.answer(tmp_path, [school("А", "S02"), school("Б", "S03")], "bakyt")
    assert told.value.about == {"text": "А", "mine": "S02", "theirs": "S01", "who": "aigul"}
    assert standing(tmp_path) == {"а": "S01", "б": "S03"}


def test_of_two_people_at_the_same_moment_one_answer_stands(tmp_path):
    aliases.answer(tmp_path, [school("Я", "S01")], "")  # the tables are there
    start, refused = threading.Barrier(2), []

    def say(code: str) -> None:
        start.wait()
        try:
            aliases.answer(tmp_path, [school(str(n), code) for n in range(20)], code)
        except AnsweredMeanwhile:
            refused.append(code)

    people = [threading.Thread(target=say, args=(code,)) for code in ("S01", "S02")]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert len(refused) == 1
    assert len(aliases.standing(tmp_path)) == len(aliases.answers(tmp_path)) == 21


def test_an_answer_is_taken_back_once(tmp_path):
    aliases.answer(tmp_path, [school("А", "S01")], "aigul")
    (one,) = aliases.answers(tmp_path)
    aliases.take_back(tmp_path, one.id, "bakyt")
    assert standing(tmp_path) == {}
    with pytest.raises(AnswerGone):
        aliases.take_back(tmp_path, one.id, "aigul")
    assert aliases.answers(tmp_path)[0].ended_by == "bakyt"


@given(
    st.lists(st.tuples(st.sampled_from("абв"), st.sampled_from(["S01", "S02", ""])), max_size=12)
)
def test_what_stood_at_a_moment_is_known_for_ever(tmp_path_factory, said):
    store, then, known = tmp_path_factory.mktemp("walk"), [], {}
    for text, code in said:
        stands = {one.skeleton: one for one in aliases.standing(store)}
        if code:
            seen = stands[text].id if text in stands else 0
            aliases.answer(store, [school(text, code, seen)], "")
            known = known | {text: code}
        elif text in stands:
            aliases.take_back(store, stands[text].id, "")
            known = {key: value for key, value in known.items() if key != text}
        then.append((aliases._now(), known))
    assert [standing(store, at) for at, _ in then] == [told for _, told in then]
