"""Similar groups: like the ruler's own rules, and open about what is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.similarity import distances, kilometres, nearest

features = st.fixed_dictionaries(
    {
        "pupils": st.none() | st.integers(10, 1_500),
        "language": st.none() | st.sampled_from(["ky", "uz", "ru"]),
        "small": st.none() | st.booleans(),
        "place": st.none() | st.tuples(st.floats(41.1, 41.9), st.floats(70.9, 71.9)),
    }
)
districts = st.dictionaries(st.sampled_from("ABCDEFGH"), features, min_size=2)
weights = st.fixed_dictionaries(
    {
        name: st.sampled_from([0.0, 0.1, 0.5, 2.0])
        for name in ("pupils", "language", "small", "place")
    }
)
SCHOOLS = {
    "A": {"pupils": 100, "language": "ky", "small": True, "place": (41.40, 71.49)},
    "B": {"pupils": 200, "language": "ky", "small": False, "place": (41.41, 71.50)},
    "C": {"pupils": 600, "language": "uz", "small": False, "place": (41.30, 71.20)},
    "D": {"pupils": 100, "language": None, "small": True, "place": None},
}


def _between(schools, weights) -> dict:
    return {
        (one, other): distance
        for one in schools
        for other, distance in nearest(one, schools, weights, len(schools))
    }


@given(districts, weights)
def test_it_is_as_far_there_as_back(schools, weights):
    found = _between(schools, weights)
    assert all(found[b, a] == pytest.approx(distance) for (a, b), distance in found.items())


@given(districts, weights)
def test_no_distance_is_beyond_0_and_1(schools, weights):
    assert all(0 <= found <= 1 + 1e-9 for found in _between(schools, weights).values())


@given(features, districts, weights)
def test_a_twin_is_at_0(own, schools, weights):
    shares_something = any(own[name] is not None and weights[name] for name in own)
    found = distances(own, {**schools, "twin": dict(own)}, weights)
    assert found.get("twin") == (0 if shares_something else None)


@given(districts, weights, st.floats(0.01, 100))
def test_the_scale_of_the_weights_is_nothing(schools, weights, times):
    scaled = {name: weight * times for name, weight in weights.items()}
    found, again = _between(schools, weights), _between(schools, scaled)
    assert again == pytest.approx(found)


def test_the_formula_by_hand():
    """√((0.5·(100/500)² + 0.4·0 + 0.1·1) / 1): the range is of the whole set."""
    found = distances(
        SCHOOLS["A"],
        {key: SCHOOLS[key] for key in "BC"},
        {"pupils": 0.5, "language": 0.4, "small": 0.1},
    )
    assert found["B"] == pytest.approx((0.5 * 0.04 + 0.1) ** 0.5)
    assert found["C"] == pytest.approx(1.0)


def test_what_is_missing_is_left_out_with_its_weight():
    found = distances(SCHOOLS["A"], {"D": SCHOOLS["D"]}, {"pupils": 1, "language": 5, "place": 5})
    assert found == {"D": 0}
    assert distances(SCHOOLS["D"], {"A": SCHOOLS["A"]}, {"language": 1}) == {}


def test_the_farthest_two_places_are_1_apart():
    found = distances(SCHOOLS["A"], {key: SCHOOLS[key] for key in "BC"}, {"place": 3})
    assert 0 < found["B"] < 0.1
    assert 0.9 < found["C"] <= 1


def test_without_any_weight_nobody_is_similar():
    assert nearest("A", SCHOOLS, {"pupils": 0, "language": 0.0}) == []
    assert nearest("A", SCHOOLS, {}) == []


def test_the_nearest_come_first_and_equals_by_their_id():
    schools = {key: {"pupils": size} for key, size in zip("EDCBA", (100, 150, 50, 400, 150))}
    found = nearest("E", schools, {"pupils": 1}, count=3)
    assert [key for key, _ in found] == ["A", "C", "D"]


def test_a_degree_of_latitude_is_111_km():
    assert kilometres((41.0, 71.0), (42.0, 71.0)) == pytest.approx(111.2, abs=0.1)
    assert kilometres((60.0, 0.0), (60.0, 1.0)) == pytest.approx(55.6, abs=0.1)
