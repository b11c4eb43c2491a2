"""Which time is taken when nobody says: only times that the metric has."""

from dataclasses import replace
from functools import partial

import pytest

from dashboard.errors import ConfigError
from dashboard.metrics import metric, times
from dashboard.settings import Settings
from dashboard.spec.answer import Taken

ROUNDS = (
    {"year": "2025-2026", "round": "end", "schools": 9},
    {"year": "2026-2027", "round": "start", "schools": 9},
    {"year": "2026-2027", "round": "middle", "schools": 1},
)


@pytest.fixture
def taken(monkeypatch):
    def of(rows, names, by=(), **where):
        monkeypatch.setattr(times, "periods", lambda _snapshot, _view: rows)
        return times.taken(None, replace(metric("exam_threshold"), times=names), by, where)

    return of


def test_the_latest_round_of_the_latest_year_is_taken(taken):
    assert taken(ROUNDS, ("year", "round")) == Taken("2026-2027", None, "middle")
    assert taken(ROUNDS, ("year", "round"), year=("2025-2026",)).round == "end"


def test_a_round_that_was_asked_for_is_kept(taken):
    assert taken(ROUNDS, ("year", "round"), round=("start",)) == Taken("2026-2027", None, "start")


def test_what_is_grouped_by_is_not_taken(taken):
    assert taken(ROUNDS, ("year", "round"), ("round",)) == Taken("2026-2027")


def test_a_metric_without_times_asks_for_none(taken):
    assert taken(None, ()) == Taken()


def test_without_any_data_nothing_is_taken(taken):
    assert taken((), ("year", "round")) == Taken()


def test_norms_and_the_life_of_a_course_are_the_settings_unless_chosen():
    card = metric("reading_benchmark")
    none = partial(times.taken, None, replace(card, times=("on", "valid", "norm_set")), ())
    told = {"valid": "3y", "norm_set": "ours"}
    assert none({"on": ("2026-11-01",)}, told) == Taken(on="2026-11-01", **told)
    chosen = none({"on": ("2026-11-01",), "norm_set": ("ru_gym13",)}, told)
    assert (chosen.norm_set, chosen.valid) == ("ru_gym13", "3y")


def test_a_rule_of_courses_that_is_not_known_is_refused():
    with pytest.raises(ConfigError):
        times.usual(Settings(course_rule="7y"))
