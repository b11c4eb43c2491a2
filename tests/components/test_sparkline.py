"""The small line beside a number."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.sparkline import HIGH, WIDE, sparkline

values = st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=12).filter(
    lambda found: any(value is not None for value in found)
)


def drawn(found, label="Quality"):
    return ElementTree.fromstring(sparkline(found, label)["props"]["html"])


def places(svg):
    return [
        tuple(map(float, point.split(",")))
        for line in svg.iter("polyline")
        for point in line.get("points").split()
    ]


@given(values)
def test_picture_is_whole_and_stays_in_its_frame(found):
    svg = drawn(found)
    dot = svg.find("circle")
    for x, y in [*places(svg), (float(dot.get("cx")), float(dot.get("cy")))]:
        assert 0 <= x <= WIDE
        assert 0 <= y <= HIGH


@given(values)
def test_it_is_told_in_words_and_not_twice(found):
    made = sparkline(found, "Quality rose")
    assert made["props"]["label"] == "Quality rose"
    assert drawn(found).get("aria-hidden") == "true"


def test_higher_stands_higher():
    (_, low), (_, high) = places(drawn([0.2, 0.8]))
    assert high < low


def test_hidden_value_is_a_gap():
    svg = drawn([0.1, 0.2, None, 0.3, 0.4])
    assert len(list(svg.iter("polyline"))) == 2


def test_dot_is_the_last_value():
    svg = drawn([0.1, 0.2, 0.3, None])
    last = places(svg)[-1]
    dot = svg.find("circle")
    assert (float(dot.get("cx")), float(dot.get("cy"))) == last
