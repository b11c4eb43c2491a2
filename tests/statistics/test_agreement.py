"""Marks beside a test: ordinary differences are left alone, a large gap is found."""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.statistics.agreement import Point, far, fit


def _points(seed: int, spread: float = 0.04, schools: int = 45) -> list[Point]:
    """Marks that follow the test's truth by 0.2 + 0.6 · test, give or take `spread`."""
    dice = np.random.default_rng(seed)
    points = []
    for place in range(schools):
        pupils, takers = int(dice.integers(30, 400)), int(dice.integers(12, 60))
        test = float(np.clip(dice.normal(0.5, 0.15), 0.05, 0.95))
        marks = float(np.clip(dice.normal(0.2 + 0.6 * test, spread), 0.02, 0.98))
        passed, good = dice.binomial(takers, test), dice.binomial(pupils, marks)
        points.append(Point(f"S{place:02}", good / pupils, pupils, passed / takers, takers))
    return points


def test_the_line_is_found():
    sure = [replace(p, test=p.test, marks=0.2 + 0.6 * p.test) for p in _points(1)]
    line = fit(sure)
    assert (line.level, line.slope) == pytest.approx((0.2, 0.6))
    assert line.marks(0.5) == pytest.approx(0.5)


def test_where_all_tests_are_equal_the_line_is_level():
    line = fit([replace(p, test=0.5) for p in _points(1)])
    assert line.slope == 0
    assert 0.3 < line.level < 0.7


def test_ordinary_gaps_are_not_flagged():
    assert sum(len(far(_points(seed))) for seed in range(20)) <= 2


def test_a_gap_beyond_the_usual_is_found_on_its_own_side():
    for changed, sign in (({"marks": 0.95, "test": 0.15}, 1), ({"marks": 0.1, "test": 0.8}, -1)):
        points = _points(3)
        points[7] = replace(points[7], **changed, marks_pupils=200, takers=50)
        assert {key: np.sign(z) for key, z in far(points).items()} == {"S07": sign}


def test_the_same_gap_of_few_children_is_not_flagged():
    points = _points(3)
    points[7] = replace(points[7], marks=0.9, test=0.2, marks_pupils=6, takers=3)
    assert far(points) == {}


def test_districts_that_differ_more_flag_no_more():
    """A wider usual spread widens the interval with it."""
    assert sum(len(far(_points(seed, spread=0.12))) for seed in range(20)) <= 4


def _on_the_line_but_one(schools: int) -> list[Point]:
    """All just where the line is, and "far" 40 points above it."""
    tests = [0.2 + 0.6 * place / (schools - 2) for place in range(schools - 1)]
    points = [Point(f"S{t:.2f}", 0.2 + 0.6 * t, 400, t, 60) for t in tests]
    return [*points, Point("far", 0.9, 400, 0.5, 60)]


def test_a_far_school_does_not_hide_itself():
    """Counted among the usual differences, it would make them as wide as its own."""
    assert far(_on_the_line_but_one(10)).keys() == {"far"}


def test_under_ten_schools_nobody_is_far():
    assert far(_on_the_line_but_one(9)) == {}
    assert far([]) == {}


def test_a_school_of_few_does_not_turn_the_line():
    points = [*_on_the_line_but_one(20)[:-1], Point("few", 0.0, 300, 1.0, 1)]
    assert fit(points).slope == pytest.approx(0.6, abs=0.03)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_district_all_alike_has_nobody_far(share):
    assert far([replace(p, marks=share, test=share) for p in _points(2)]) == {}
