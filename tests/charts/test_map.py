"""The map: plain lines and dots of one scale, each point with its address, every school on it."""

import re
from dataclasses import replace
from math import dist

import plotly.graph_objects as go
import pytest

from dashboard.charts import map as drawing
from dashboard.charts import theme
from dashboard.i18n import LANGUAGES
from dashboard.spec.sketch import Line, Sketch
from tests import made_up_map
from tests.made_up_map import dot

VARIANTS = [drawing.figure, drawing.narrow]


def drawn(sketch, variant=drawing.figure):
    return variant(made_up_map.panel(sketch), "ru")


def dots_of(figure):
    (found,) = (trace for trace in figure["data"] if trace["mode"] == "markers")
    return found


def place_of(figure, key):
    found = dots_of(figure)
    number = next(n for n, href in enumerate(found["meta"]["follow"]) if href.endswith(key))
    return found["x"][number], found["y"][number]


def strokes(figure):
    """What is drawn below the dots, by name: an outline, lines of each kind."""
    return {shape["name"]: shape for shape in figure["layout"]["shapes"]}


def line_of(figure, kind):
    """The first line of a kind: start, where it bends to, end; side, tip and side of its arrow."""
    numbers = re.findall(r"-?\d+\.?\d*", strokes(figure)[kind]["path"])
    flat = [float(number) for number in numbers[:12]]
    return list(zip(flat[::2], flat[1::2]))


def two(*lines):
    return Sketch((dot(1, (53.1, 41.1)), dot(2, (53.9, 41.8))), lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("schools", [2, 45, 400])
def test_figure_is_one_that_plotly_knows(schools, variant, language):
    assert go.Figure(variant(made_up_map.panel(made_up_map.sketch(schools, 130)), language))


@pytest.mark.parametrize("variant", VARIANTS)
def test_only_plain_lines_and_dots_are_drawn(variant):
    """Anything else would ask the network for tiles, borders or letters."""
    assert {trace["type"] for trace in drawn(made_up_map.sketch(45, 130), variant)["data"]} == {
        "scatter"
    }


def test_both_axes_have_one_scale():
    layout = drawn(made_up_map.sketch(45))["layout"]
    assert (layout["yaxis"]["scaleanchor"], layout["yaxis"]["scaleratio"]) == ("x", 1)
    across, up = (layout[axis]["range"] for axis in ("xaxis", "yaxis"))
    ratio = (across[1] - across[0]) / (up[1] - up[0])
    assert ratio == pytest.approx(drawing.WIDE / drawing.HIGH)


def test_every_font_is_named():
    figure = drawn(made_up_map.sketch(45))
    fonts = [trace["textfont"] for trace in figure["data"] if "textfont" in trace]
    assert {font["family"] for font in (*fonts, figure["layout"]["font"])} == {theme.FONT}


@pytest.mark.parametrize("schools", [2, 45, 400])
def test_every_school_is_a_point_with_its_address(schools):
    sketch = made_up_map.sketch(schools)
    found = dots_of(drawn(sketch))
    assert sorted(found["meta"]["follow"]) == sorted(dot.href for dot in sketch.dots)
    assert len(found["x"]) == len(found["y"]) == len(found["customdata"]) == schools
    for told, href in zip(found["customdata"], found["meta"]["follow"]):
        assert f"№ {href.rpartition('S')[2]} мектеп</b>" in told


def test_hundreds_of_links_are_a_few_strokes():
    assert len(drawn(made_up_map.sketch(400, 2000))["layout"]["shapes"]) < 15


def test_a_line_goes_from_the_mentor_to_the_mentee_and_its_arrow_points_there():
    figure = drawn(two(Line("S1", "S2", "preschool")))
    start, _, end, side, tip, other = line_of(figure, "preschool")
    assert start == pytest.approx(place_of(figure, "S1"), abs=1e-4)
    assert end == pytest.approx(place_of(figure, "S2"), abs=1e-4)
    assert dist(tip, end) < min(dist(side, end), dist(other, end))


def test_two_schools_that_help_each_other_have_two_lines():
    figure = drawn(two(Line("S1", "S2", "preschool"), Line("S2", "S1", "preschool")))
    one, other = strokes(figure)["preschool"]["path"].split("Q")[1:]
    assert one.split()[0] != other.split()[0]


def test_lines_of_two_directions_are_seen_beside_each_other():
    figure = drawn(two(Line("S1", "S2", "preschool"), Line("S1", "S2", "humanities")))
    assert dist(line_of(figure, "preschool")[1], line_of(figure, "humanities")[1]) > 0.05


def test_a_line_of_several_pairs_is_thicker():
    lines = (Line("S1", "S2", "preschool", 1), Line("S2", "S1", "preschool", 3))
    shapes = drawn(two(*lines))["layout"]["shapes"]
    assert [shape["line"]["width"] for shape in shapes] == [drawing.THIN, drawing.THICK]


def test_colours_are_those_of_the_directions():
    lines = [Line("S1", "S2", kind) for kind in (*theme.DIRECTIONS, "")]
    shapes = strokes(drawn(two(*lines)))
    found = {name: shape["line"]["color"] for name, shape in shapes.items()}
    assert found == theme.DIRECTIONS | {"unknown": theme.MUTED}


def test_a_network_is_dotted_and_of_no_direction():
    line = strokes(drawn(two(Line("S1", "S2", "network"))))["network"]["line"]
    assert line["dash"] == "dot"
    assert line["color"] not in theme.DIRECTIONS.values()


def test_a_line_to_a_school_that_is_not_there_or_to_itself_is_not_drawn():
    figure = drawn(two(Line("S1", "S9", "preschool"), Line("S1", "S1", "humanities")))
    assert figure["layout"]["shapes"] == []


def test_a_school_without_help_is_a_ring_and_a_doubtful_place_is_grey():
    sketch = Sketch(
        (
            dot(1, (53.1, 41.1), state="alone"),
            dot(2, (53.9, 41.8), known="near"),
            dot(3, (53.5, 41.5), known="aside", state="alone"),
        )
    )
    found = dots_of(drawn(sketch))
    looks = {
        href[-2:]: (inside, edge, form)
        for href, inside, edge, form in zip(
            found["meta"]["follow"],
            found["marker"]["color"],
            found["marker"]["line"]["color"],
            found["marker"]["symbol"],
        )
    }
    assert looks == {
        "S1": (theme.PAPER, drawing.ALONE, "circle"),
        "S2": (drawing.GREY, theme.INK, "circle"),
        "S3": (drawing.GREY, drawing.ALONE, "square"),
    }


def test_a_school_that_nobody_asked_for_lies_below_and_has_no_name():
    sketch = Sketch((dot(1, (53.1, 41.1)), dot(2, (53.9, 41.8), state="beside")))
    figure = drawn(sketch)
    assert dots_of(figure)["meta"]["follow"][0].endswith("S2")
    names = next(trace for trace in figure["data"] if trace["mode"] == "text")
    assert names["text"] == ["№ 1"]


def test_the_pointer_is_told_the_row_in_whatever_order_the_table_stands():
    panel = made_up_map.panel(made_up_map.sketch(9))
    turned = replace(panel, rows=panel.rows[:0:-1])
    found = dots_of(drawing.figure(turned, "en"))
    told = dict(zip(found["meta"]["follow"], found["customdata"]))
    assert told["/mentors?school=S1"] == "<b>№ 1 мектеп</b>"
    assert told["/mentors?school=S9"] == "<b>№ 9 мектеп</b><br>Gives: 2"


def test_name_from_a_file_is_never_a_tag():
    first, second = two().dots
    sketch = Sketch((replace(first, label='<a href="x">', name='<a href="x">', href="/"), second))
    assert "<a" not in str(drawing.figure(replace(made_up_map.panel(sketch), rows=()), "ru"))


@pytest.mark.parametrize("dots", [(), (dot(1, (53.0, 41.0)),)])
def test_little_to_draw_is_drawn(dots):
    assert go.Figure(drawn(Sketch(dots)))


def test_holes_and_islands_are_parted():
    figure = drawn(replace(two(), outline=(made_up_map.SQUARE, made_up_map.SQUARE)))
    assert strokes(figure)["land"]["path"].count("Z") == 2
