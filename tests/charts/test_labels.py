"""Names on a map: none covers another or a dot, none is cut; dots that touched stand apart."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.canvas import fitted
from dashboard.charts.discs import apart
from dashboard.charts.labels import NEAR, Wanted, place
from dashboard.charts.map import HIGH, NARROW, NARROW_HIGH, WIDE
from dashboard.charts.map_plan import planned
from dashboard.charts.room import around, meet
from dashboard.sample.district import make_district
from dashboard.spec.sketch import Sketch
from dashboard.statistics.outline import flat
from tests import made_up_map
from tests.made_up_map import dot

FRAME = (400, 300)
DISCS = st.lists(
    st.tuples(st.floats(10, 390), st.floats(10, 290), st.floats(2, 9)), min_size=1, max_size=60
)
NAMES = st.sampled_from(["№ 1", "№ 123", "Төрөгелди Балтагулов", "Ж"])


def wanted(discs, names, is_region=False):
    return [
        Wanted(name, 11, x, y, reach, reach, is_region) for (x, y, reach), name in zip(discs, names)
    ]


def assert_clear(placed, discs, frame):
    boxes = [name.box for name in placed if name]
    assert not [pair for pair in combinations(boxes, 2) if meet(*pair)]
    assert not [1 for box in boxes for disc in discs if meet(box, around(*disc))]
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= frame[0]
        assert bottom <= frame[1]


@given(DISCS, st.lists(NAMES, min_size=60, max_size=60), st.booleans())
def test_no_name_covers_a_name_or_a_dot_or_is_cut(discs, names, is_region):
    assert_clear(place(wanted(discs, names, is_region), discs, FRAME), discs, FRAME)


@given(DISCS)
def test_a_name_that_stands_off_has_a_line_from_its_dot(discs):
    for disc, name in zip(discs, place(wanted(discs, ["№ 1"] * 60), discs, FRAME)):
        gap = dist((name.x, name.y), disc[:2]) if name else 0
        if name and name.line:
            assert dist(name.line[0], disc[:2]) < dist(name.line[1], disc[:2]) + disc[2] * 2
        elif name:
            assert gap < 25 + NEAR + 2 * disc[2]


@given(DISCS)
def test_the_first_name_finds_its_place_where_it_is_alone(discs):
    assert place(wanted(discs[:1], ["№ 1"]), discs[:1], FRAME) != [None]


@given(DISCS)
def test_dots_stay_in_their_frame_and_order(discs):
    moved = apart(discs, *FRAME)
    assert [reach for *_, reach in moved] == [reach for *_, reach in discs]
    for x, y, reach in moved:
        assert reach - 1e-6 <= x <= FRAME[0] - reach + 1e-6
        assert reach - 1e-6 <= y <= FRAME[1] - reach + 1e-6


@given(st.lists(st.tuples(st.floats(100, 300), st.floats(100, 200)), min_size=2, max_size=15))
def test_dots_with_room_never_cover_each_other(places):
    moved = apart([(x, y, 5.0) for x, y in places], *FRAME)
    assert min(dist(one[:2], two[:2]) for one, two in combinations(moved, 2)) >= 9.9


def test_a_dot_that_touches_nobody_stays():
    alone = [(20 * place, 20.0, 4.0) for place in range(1, 10)]
    assert apart(alone, *FRAME) == alone


def of_district(schools=45):
    found = make_district(schools, seed=1)
    dots = [
        dot(s.number, flat(s.lat, s.lon, 41.35), state="alone" if s.number % 6 == 0 else "linked")
        for s in found
    ]
    aimaks = sorted({s.aimak for s in found})
    regions = [(name, tuple(f"S{s.number}" for s in found if s.aimak == name)) for name in aimaks]
    return Sketch(tuple(dots), regions=tuple(regions))


def test_all_schools_of_the_sample_district_are_named_on_a_projector():
    plan = planned(of_district(), WIDE, HIGH)
    assert None not in plan.names
    assert None not in plan.regions


@pytest.mark.parametrize(("wide", "high"), [(WIDE, HIGH), (NARROW, NARROW_HIGH)])
@pytest.mark.parametrize("schools", [45, 400])
def test_names_of_a_map_are_clear_of_each_other(schools, wide, high):
    plan = planned(made_up_map.sketch(schools, 130), wide, high)
    assert_clear([*plan.names, *plan.regions], plan.discs, (wide, high))


def test_of_400_schools_those_without_help_are_named_first():
    sketch = made_up_map.sketch(400, 900)
    plan = planned(sketch, WIDE, HIGH)
    shares = {
        state: sum(
            name is not None for name, dot in zip(plan.names, sketch.dots) if dot.state == state
        )
        / sum(dot.state == state for dot in sketch.dots)
        for state in ("alone", "linked")
    }
    assert shares["alone"] > shares["linked"] > 0


@given(st.lists(st.tuples(st.floats(50, 55), st.floats(40, 44)), min_size=1, max_size=30))
def test_everything_lies_on_the_canvas_and_back_again(points):
    canvas = fitted(points, 800, 400, 10)
    for point in points:
        x, y = canvas.pixel(point)
        assert 9.9 <= x <= 790.1
        assert 9.9 <= y <= 390.1
        assert canvas.plane((x, y)) == pytest.approx(point, abs=1e-4)
