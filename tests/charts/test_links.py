"""Who supports whom: every link once, as wide as its pairs; the order of schools is a choice of
few crossings and always the same."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import links, theme
from dashboard.charts.crossings import crossings, ordered
from dashboard.i18n import LANGUAGES
from dashboard.spec.panel import Cell
from tests.made_up_networks import links as made_up

DIRECTIONS = (*theme.DIRECTIONS, "")
schools = st.integers(0, 12).map("S{:02}".format)
ways = st.lists(
    st.tuples(schools, schools, st.sampled_from(DIRECTIONS), st.integers(1, 30)),
    min_size=1,
    max_size=40,
    unique_by=lambda way: way[:3],
).map(tuple)


def panel_of(ways):
    names = {key: key for key in sorted({school for way in ways for school in way[:2]})}
    panel = made_up()
    return replace(
        panel,
        rows=tuple((Cell(key), *panel.rows[0][1:]) for key in names),
        marks=panel.marks
        | {
            "ways": ways,
            "names": names,
            "to": {key: f"/{key}" for key in names},
            "said": tuple(f"{way[0]} {way[1]} {way[2]}" for way in ways),
        },
    )


def lines_of(figure):
    return [trace for trace in figure["data"] if trace["mode"] == "lines"]


def dots_of(figure):
    return [trace for trace in figure["data"] if trace["mode"] == "markers+text"]


@pytest.fixture(params=[links.figure, links.narrow], ids=["wide", "narrow"])
def figure(request):
    return request.param(made_up(), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_figure_is_one_that_plotly_knows(language):
    assert go.Figure(links.figure(made_up(), language))
    assert go.Figure(links.narrow(made_up(), language))


def test_a_school_stands_on_both_sides_if_it_gives_and_gets(figure):
    left, right = dots_of(figure)
    assert set(left["text"]) == {"№ 1 · 4", "№ 2 · 2", "№ 3 · 1", "not registered · 1"}
    assert set(right["text"]) == {"№ 1 · 2", "№ 2 · 4", "№ 3 · 2"}
    assert ({*left["x"]}, {*right["x"]}) == ({0}, {1})


def test_a_click_on_a_school_leads_to_its_links_and_nobody_leads_nowhere(figure):
    left, _ = dots_of(figure)
    to = dict(zip(left["text"], left["meta"]["follow"]))
    assert to["№ 1 · 4"] == "/mentors?school=S01"
    assert to["not registered · 1"] == ""


def test_colours_are_those_of_the_directions(figure):
    colours = {t["meta"]["direction"]: t["line"]["color"] for t in lines_of(figure)}
    assert colours == {key: theme.direction(key) for key in colours}
    assert len({*colours.values()}) == 4
    assert colours[""] == theme.MUTED


def test_lines_of_two_directions_between_the_same_schools_do_not_hide_each_other(figure):
    ends = Counter(
        (t["y"][place], t["y"][place + links.STEPS])
        for t in lines_of(figure)
        for place in range(0, len(t["y"]), links.STEPS + 2)
    )
    assert len(ends) == 5


def test_a_name_from_a_file_is_never_a_tag():
    panel = made_up()
    marks = panel.marks | {"names": {**panel.marks["names"], "S01": "<b>x</b>"}, "said": ("<a>",)}
    drawn = str(links.figure(replace(panel, marks=marks), "en"))
    assert "<a>" not in drawn
    assert "&lt;b&gt;x" in drawn


def test_the_pointer_is_told_the_row_of_the_table_and_what_a_line_is(figure):
    left, _ = dots_of(figure)
    assert any("Mentors: 2" in said for said in left["customdata"])
    (middles,) = [trace for trace in figure["data"] if trace["mode"] == "markers"]
    assert list(middles["customdata"]) == [f"{n} pairs" for n in (1, 3, 1, 2, 1)]


def test_a_phone_has_room_for_a_finger_and_a_district_of_400_grows():
    many = tuple((f"S{n:03}", f"S{n + 1:03}", "humanities", 1) for n in range(0, 400, 2))
    wide, narrow = (draw(panel_of(many), "en") for draw in (links.figure, links.narrow))
    assert wide["layout"]["height"] >= 200 * links.ROW
    assert narrow["layout"]["height"] >= 200 * 24


def test_what_is_to_stand_last_does_and_each_side_has_the_room_that_it_needs():
    ways = tuple((f"A{n}", getter, "humanities", 1) for n, getter in enumerate(("+", "B", "C")))
    panel = panel_of(ways)
    panel.marks.update(names=panel.marks["names"] | {"+": "and many others"}, last=("+",))
    figure = links.figure(panel, "en")
    _, getting = dots_of(figure)
    assert getting["text"][-1].startswith("and many others")
    assert figure["layout"]["margin"]["r"] > figure["layout"]["margin"]["l"]


@given(ways)
def test_every_link_is_drawn_once_and_the_widths_add_up_to_the_pairs(ways):
    figure = links.figure(panel_of(ways), "en")
    lines = lines_of(figure)
    assert sum(t["meta"]["lines"] for t in lines) == len(ways)
    for trace in lines:
        assert trace["x"].count(None) == trace["meta"]["lines"]
        assert trace["line"]["width"] == pytest.approx(
            links.pixels_a_pair(ways) * trace["meta"]["pairs"], abs=0.01
        )
    pairs = sum(t["meta"]["lines"] * t["meta"]["pairs"] for t in lines)
    assert pairs == sum(way[3] for way in ways)


@given(ways)
def test_both_ends_of_a_link_are_at_their_schools(ways):
    figure = links.figure(panel_of(ways), "en")
    left, right = (
        dict(zip((text.split(" ")[0] for text in side["text"]), side["y"]))
        for side in dots_of(figure)
    )
    wanted = Counter((left[giver], right[getter]) for giver, getter, *_ in ways)
    step, drawn = links.STEPS + 2, Counter()
    for t in lines_of(figure):
        for place in range(0, len(t["y"]), step):
            drawn[t["y"][place], t["y"][place + links.STEPS]] += 1
    near = [
        any(abs(a - x) <= 0.5 and abs(b - y) <= 0.5 for x, y in wanted) for a, b in drawn.elements()
    ]
    assert all(near)
    assert sum(drawn.values()) == len(ways)


def columns_of(lines):
    return (
        tuple(sorted({start for start, *_ in lines})),
        tuple(sorted({end for _, end, _ in lines})),
    )


plain_lines = st.lists(st.tuples(schools, schools, st.integers(1, 5)), max_size=40)


@given(plain_lines)
def test_the_order_is_one_of_the_same_names_with_no_more_crossings(lines):
    before = columns_of(lines)
    after = ordered(lines, *before)
    assert [sorted(column) for column in after] == [list(column) for column in before]
    assert crossings(lines, *after) <= crossings(lines, *before)


@given(plain_lines, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_the_lines_are_listed(lines, chance):
    other = [*lines]
    chance.shuffle(other)
    assert ordered(lines, *columns_of(lines)) == ordered(other, *columns_of(lines))


@given(plain_lines)
def test_crossings_are_those_that_a_look_at_each_two_lines_finds(lines):
    left, right = columns_of(lines)
    drawn = {(left.index(start), right.index(end)) for start, end, _ in lines}
    crossed = [(a, b) for a, b in combinations(drawn, 2) if (a[0] - b[0]) * (a[1] - b[1]) < 0]
    assert crossings(lines, left, right) == len(crossed)


def test_lines_that_need_not_cross_do_not():
    lines = [("A", "Z", 1), ("B", "Y", 1), ("C", "X", 1), ("C", "W", 2)]
    left, right = ordered(lines, ("A", "B", "C"), ("W", "X", "Y", "Z"))
    assert crossings(lines, left, right) == 0
