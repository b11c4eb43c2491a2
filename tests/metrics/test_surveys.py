"""Surveys: each answer counts once, shares stand on those who could choose, few are hidden."""

from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as rules
from hypothesis import strategies as some

from dashboard.importer.checks import part_exceeds_whole
from dashboard.metrics import ask
from dashboard.metrics.surveys import Asked, Survey, longest_first, questions, several, surveys
from dashboard.settings import Settings
from dashboard.spec.answer import Question, Value
from dashboard.store.current import Reader
from tests.made_up_surveys import (
    KINDS,
    NETWORK,
    answer,
    numbered,
    several_schools,
    sheet,
    with_effects,
)
from tests.stores import publish

RESPONSE, SHARE = "survey_response", "survey_share"
IDS = ("S01", "S02", "S03", "S04")


@pytest.fixture
def asked(snapshot_of, settings):
    def answers(lines, key=SHARE, by=(), **where):
        snapshot = snapshot_of({"surveys": lines})
        return ask(Question.of(key, by, where), snapshot, settings)

    return answers


def _counts(found):
    return {row.key: (row.numerator, row.denominator) for row in found.rows if row.flag != "x"}


def test_50_of_56_is_89_percent_between_78_and_95(asked):
    (row,) = asked(sheet(), RESPONSE).rows
    assert (row.numerator, row.denominator) == (50, 56)
    assert (round(row.low, 4), round(row.high, 4)) == (0.7853, 0.95)


def test_a_school_counts_once_whatever_the_number_of_its_questions(asked):
    lines = [*sheet(), *sheet(question=NETWORK), *with_effects(question="Таасири?")]
    (row,) = asked(lines, RESPONSE).rows
    assert (row.numerator, row.denominator) == (50, 56)


def test_whoever_answered_is_one_person_whatever_the_number_of_options(asked):
    """Few are hidden by people, not by what they could choose."""
    assert asked(sheet()).rows[0].pupils == 50


def test_a_share_is_of_those_who_answered_the_question(asked):
    lines = [*sheet(), *sheet({"64": 20}, question=NETWORK, answered=40)]
    found = _counts(asked(lines, by=("question", "option")))
    assert found[KINDS, "курс"] == (32, 50)
    assert found[NETWORK, "64"] == (20, 40)


def test_who_did_not_choose_an_option_stays_in_its_base(asked):
    """A sheet may leave out the options that nobody chose."""
    lines = [*sheet(), *sheet({"курс": 10}, school_id="S02", invited=30, answered=20)]
    found = _counts(asked(lines, by=("option",)))
    assert found[("курс",)] == (42, 70)
    assert found[("семинар",)] == (21, 70)


def test_a_school_that_was_not_asked_a_question_is_not_in_its_base(asked):
    lines = [*sheet(), *sheet({"64": 9}, question=NETWORK, school_id="S02", answered=20)]
    found = _counts(asked(lines, by=("question", "option")))
    assert found[NETWORK, "64"] == (9, 20)


def test_questions_are_never_added_up(asked):
    """Without a question it is the one with the most options."""
    lines = [*sheet(), *sheet({"64": 9}, question=NETWORK)]
    assert _counts(asked(lines, by=("option",))).keys() == {
        ("курс",),
        ("семинар",),
        ("зерттеу сабағы",),
    }
    assert _counts(asked(lines, by=("option",), question=[NETWORK])) == {("64",): (9, 50)}


def test_effects_add_up_to_those_who_chose_the_option(asked):
    effects = asked(with_effects(), by=("effect",))
    whole = asked(with_effects(), by=("option",))
    assert sum(row.numerator for row in effects.rows) == whole.rows[0].numerator == 32


def test_the_number_told_for_an_option_is_not_added_to_its_effects(asked):
    lines = [answer(chosen=32), *with_effects()]
    assert _counts(asked(lines, by=("option",))) == {("курс",): (32, 50)}


def test_nothing_is_known_of_effects_where_a_school_told_none(asked):
    lines = [*with_effects(), *sheet({"курс": 10}, school_id="S02", answered=20)]
    by_school = asked(lines, by=("school", "effect")).by_key()
    assert by_school["S01", "large"].numerator == 8
    assert by_school["S02", "large"].flag == "x"


def test_a_survey_of_the_whole_district_is_a_line_of_its_own(asked):
    lines = sheet(school_id=None)
    assert _counts(asked(lines, RESPONSE, ("school",))) == {("",): (50, 56)}
    assert _counts(asked(lines, RESPONSE, school=["S01"])) == {}


def test_the_sum_of_the_district_is_not_counted_beside_its_schools(asked):
    lines = [*several_schools(), *sheet(school_id=None, invited=164, answered=140)]
    assert _counts(asked(lines, RESPONSE)) == {(): (140, 164)}
    assert _counts(asked(lines, by=("option",)))[("курс",)] == (70, 140)


def test_two_surveys_and_two_years_are_never_added(asked):
    lines = [*sheet(), *sheet(survey_id="A2", answered=40), *sheet(year="2025-2026", answered=30)]
    assert _counts(asked(lines, RESPONSE)) == {(): (40, 56)}
    assert _counts(asked(lines, RESPONSE, survey=["A1"])) == {(): (50, 56)}
    assert _counts(asked(lines, RESPONSE, year=["2025-2026"])) == {(): (30, 56)}


sizes = some.integers(0, 60)


@some.composite
def filled_in(draw):
    """A survey as it can be: nobody answers without being asked, nor chooses without answering."""
    lines = []
    for school in draw(some.lists(some.sampled_from(IDS), min_size=1, max_size=4, unique=True)):
        answered = draw(sizes)
        base = {"school_id": school, "invited": answered + draw(sizes), "answered": answered}
        for question in draw(some.sets(some.sampled_from((KINDS, NETWORK)), min_size=1)):
            for option in draw(some.sets(some.sampled_from("абвг"), min_size=1)):
                left = draw(some.integers(0, answered))
                if draw(some.booleans()):
                    lines.append(answer(option, left, question=question, **base))
                    continue
                large = draw(some.integers(0, left))
                parts = {"large": large, "none": left - large}
                lines += with_effects(option, parts, question=question, **base)
    return lines


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("filled_in")


@given(filled_in())
@rules(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_share_passes_100_percent_and_each_base_counts_once(folder, lines):
    own = Settings(store=Path(mkdtemp(dir=folder)), memory="256MB", threads=1, hide_below=0)
    publish(own, {"surveys": lines})
    snapshot = Reader(own).current()
    _base_counts_once(lines, ask(Question.of(RESPONSE), snapshot, own))
    for by in (("option",), ("question", "option"), ("school", "option"), ("option", "effect")):
        found = ask(Question.of(SHARE, by), snapshot, own)
        assert all(row.value <= 1 for row in found.rows if row.value is not None)


def _base_counts_once(lines, found):
    answered = {line["school_id"]: line["answered"] for line in lines}
    assert sum(row.numerator for row in found.rows) == sum(answered.values())


class _Row:
    """As the importer hands it on."""

    table = "surveys"

    def __init__(self, values):
        self.values, self.headings = values, {}

    def problem(self, *about, **_):
        return about


@given(some.integers(0, 9), some.integers(0, 9), some.integers(0, 9))
def test_more_chosen_than_answered_or_answered_than_asked_is_a_problem(invited, answered, chosen):
    line = _Row({"invited": invited, "answered": answered, "chosen": chosen})
    told = {about[2] for about in part_exceeds_whole.check([line], None)}
    assert ("answered" in told) == (answered > invited)
    assert ("chosen" in told) == (chosen > answered)


def test_the_register_names_the_latest_survey_of_most_schools_first(snapshot_of):
    lines = [
        *sheet(survey_id="OLD", year="2025-2026", title="Былтыр"),
        *sheet(survey_id="B", title=None),
        *several_schools(),
    ]
    assert surveys(snapshot_of({"surveys": lines})) == (
        Survey("A1", "2026-2027", "Кәсіби даму", 4),
        Survey("B", "2026-2027", "B", 1),
        Survey("OLD", "2025-2026", "Былтыр", 1),
    )


def test_the_first_of_the_register_is_the_one_that_is_taken(snapshot_of, settings):
    lines = [*sheet(survey_id="Z"), *several_schools(), *sheet(survey_id="Y", year="2025-2026")]
    snapshot = snapshot_of({"surveys": lines})
    taken = ask(Question.of(RESPONSE), snapshot, settings).taken
    assert surveys(snapshot)[0][:2] == (taken.survey, taken.year)


def test_questions_and_options_stand_as_they_stood_in_the_file(snapshot_of):
    lines = numbered(
        [
            answer("б", 1, question="Экинчи"),
            answer("я", 2, question="Биринчи"),
            answer("а", 3, question="Биринчи"),
        ]
    )
    snapshot = snapshot_of({"surveys": lines})
    found = questions(snapshot, surveys(snapshot)[0])
    assert found == (Asked("Экинчи", ("б",)), Asked("Биринчи", ("я", "а")))
    assert longest_first(found) == (Asked("Биринчи", ("я", "а")), Asked("Экинчи", ("б",)))


@pytest.mark.parametrize(
    ("shares", "more"), [((0.64, 0.42), True), ((0.5, 0.5), False), ((0.9, None), False)]
)
def test_shares_that_pass_100_percent_tell_that_several_could_be_chosen(shares, more):
    assert several(Value((), None, None, None, share) for share in shares) is more
