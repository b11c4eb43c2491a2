"""Points of two shares: what is far stands out, what is weak is hollow, nothing hidden is drawn."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.charts import scatter, theme
from dashboard.i18n import LANGUAGES
from tests import made_up


@pytest.fixture
def figure():
    return scatter.figure(made_up.scatter(), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_figure_is_one_that_plotly_knows(language):
    assert go.Figure(scatter.figure(made_up.scatter(), language))


def test_axes_say_what_they_measure_in_the_words_of_the_language():
    layout = scatter.figure(made_up.scatter(), "ru")["layout"]
    assert layout["xaxis"]["title"]["text"] == "At the threshold"
    assert layout["yaxis"]["title"]["text"] == "Quality"
    for axis in (layout["xaxis"], layout["yaxis"]):
        assert len(axis["ticktext"]) == len(axis["tickvals"]) > 1
        assert all(text.endswith("\xa0%") for text in axis["ticktext"])


def test_what_is_far_from_the_line_has_a_colour_of_its_own(figure):
    points = figure["data"][2]["marker"]
    assert points["color"][1] == scatter.HIGHER != points["color"][0]


def test_few_pupils_are_hollow(figure):
    assert figure["data"][2]["marker"]["color"][2] == theme.PAPER


def test_the_area_of_a_point_goes_by_its_takers(figure):
    first, second, _ = figure["data"][2]["marker"]["size"]
    assert (first / second) ** 2 == pytest.approx(16 / 25, abs=0.01)


def test_all_points_and_the_line_are_within_the_axes(figure):
    layout = figure["layout"]
    for name, part in (("xaxis", "x"), ("yaxis", "y")):
        low, high = layout[name]["range"]
        assert all(low < value < high for drawn in figure["data"] for value in drawn[part])


def test_names_stand_where_there_is_room(figure):
    left, right = (sorted(figure["data"][2]["x"])[place] for place in (0, -1))
    beside = dict(zip(figure["data"][2]["x"], figure["data"][2]["textposition"]))
    assert (beside[left], beside[right]) == ("middle right", "middle left")


def test_a_hidden_school_is_no_point():
    panel = made_up.scatter()
    hidden = (panel.rows[0][0], made_up.HIDDEN, *panel.rows[0][2:])
    drawn = scatter.figure(replace(panel, rows=(hidden, *panel.rows[1:])), "en")
    assert len(drawn["data"][2]["x"]) == 2
    assert "№ 1" not in str(drawn["data"][2])


def test_a_name_from_a_file_is_never_a_tag():
    panel = made_up.scatter()
    evil = panel.rows[1][0]._replace(text='<a href="x">№ 1</a>')
    rows = (panel.rows[0], (evil, *panel.rows[1][1:]), panel.rows[2])
    assert "<a" not in str(scatter.figure(replace(panel, rows=rows), "en"))


def test_nothing_to_draw_is_drawn_empty():
    assert go.Figure(scatter.figure(replace(made_up.scatter(), rows=(), marks={}), "en"))
