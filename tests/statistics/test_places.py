"""Every school has a spot: its own, near its aimak's centre, or aside; and says which."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.places import ASIDE, NEAR, OWN, Spot, figure, spots
from dashboard.statistics.similarity import kilometres

HOME = (41.4, 71.5)
SHIPPED = {"Ак-Там": (41.49, 71.56), "Көк-Таш": (41.21, 71.09)}
PLACES = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))
AIMAKS = st.none() | st.sampled_from(["Ак-Там", "Көк-Таш", "Башка"])


def at(spot: Spot) -> tuple[float, float]:
    return spot.lat, spot.lon


def test_a_school_with_coordinates_stands_there():
    assert spots({"S1": (HOME, None)}, {}) == {"S1": Spot(*HOME, OWN)}


def test_without_them_it_stands_near_the_mean_of_its_aimak():
    known = {"S1": ((41.40, 71.50), "А"), "S2": ((41.44, 71.60), "А"), "S3": (None, "А")}
    found = spots(known, {"А": (41.0, 71.0)})["S3"]
    assert found.known == NEAR
    assert kilometres(at(found), (41.42, 71.55)) < 2


def test_of_an_aimak_without_any_the_shipped_centre_counts():
    found = spots({"S1": (HOME, "Ала-Бука"), "S2": (None, "Ак-Там")}, SHIPPED)["S2"]
    assert found.known == NEAR
    assert kilometres(at(found), SHIPPED["Ак-Там"]) < 3


def test_a_shipped_centre_of_another_district_does_not_count():
    far = {"S1": ((51.1, 71.4), "Башка"), "S2": (None, "Ак-Там")}
    assert spots(far, SHIPPED)["S2"].known == ASIDE


def test_without_aimak_and_place_schools_go_round_all_the_others():
    known = {f"S{n}": ((41 + n / 10, 71 + n / 10), None) for n in range(5)}
    found = spots(known | {f"X{n}": (None, None) for n in range(4)}, {})
    aside = [at(spot) for key, spot in found.items() if key.startswith("X")]
    assert {found[f"X{n}"].known for n in range(4)} == {ASIDE}
    assert all(lat > 41.4 or lat < 41 or lon > 71.4 or lon < 71 for lat, lon in aside)


def test_a_district_of_which_nothing_is_known_is_an_even_circle():
    found = [at(spot) for spot in spots(dict.fromkeys(range(12), (None, None)), {}).values()]
    assert len({round(dist(place, (0, 0)), 6) for place in found}) == 1


@pytest.mark.parametrize("slip", [(71.5, 41.4), (0.0, 0.0), (float("nan"), 71.5)])
def test_one_slip_of_the_pen_does_not_shrink_the_district(slip):
    known = {n: ((41.4 + n / 50, 71.5 + n / 50), "А") for n in range(9)}
    found = spots(known | {"slip": (slip, "А")}, {})
    assert found["slip"].known == NEAR
    assert kilometres(at(found["slip"]), HOME) < 30


def test_schools_of_one_place_are_set_apart_and_keep_it():
    found = spots({"S1": (HOME, None), "S2": (HOME, None), "S3": (HOME, None)}, {})
    assert at(found["S1"]) == HOME
    assert len({at(spot) for spot in found.values()}) == 3
    assert {spot.known for spot in found.values()} == {OWN}


@given(st.integers(0, 60))
def test_a_figure_is_small_even_and_has_no_place_twice(count):
    found = figure(HOME, count, 0.01)
    assert len({(round(lat, 9), round(lon, 9)) for lat, lon in found}) == count
    assert all(kilometres(place, HOME) < 0.01 * 111.3 * 5.1 for place in found)


@given(st.dictionaries(st.integers(0, 40), st.tuples(PLACES, AIMAKS), max_size=30))
def test_no_school_is_ever_left_out(schools):
    found = spots(schools, SHIPPED)
    assert found.keys() == schools.keys()
    assert {spot.known for spot in found.values()} <= {OWN, NEAR, ASIDE}
    assert all(abs(spot.lat) < 1000 and abs(spot.lon) < 1e20 for spot in found.values())


@given(st.dictionaries(st.integers(0, 40), st.tuples(PLACES, AIMAKS), max_size=12))
def test_the_order_of_the_register_changes_nothing(schools):
    turned = dict(reversed(schools.items()))
    assert {k: (s.known) for k, s in spots(turned, SHIPPED).items()} == {
        k: s.known for k, s in spots(schools, SHIPPED).items()
    }
