"""Figures are plain dictionaries that plotly.js understands, with all their words and colours."""

from dataclasses import replace
from types import SimpleNamespace

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import bars, lines, profile, scale, theme
from dashboard.i18n import LANGUAGES, t
from tests import made_up, made_up_schools

FIGURES = [
    pytest.param(bars, made_up.groups, id="bars"),
    pytest.param(SimpleNamespace(figure=bars.narrow), made_up.groups, id="narrow-bars"),
    pytest.param(lines, made_up.trend, id="lines"),
    pytest.param(profile, made_up_schools.profile, id="profile"),
    pytest.param(
        SimpleNamespace(figure=profile.narrow), made_up_schools.profile, id="narrow-profile"
    ),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("chart", "panel"), FIGURES)
def test_figure_is_one_that_plotly_knows(chart, panel, language):
    assert go.Figure(chart.figure(panel(), language))


@pytest.mark.parametrize(("chart", "panel"), FIGURES)
def test_every_font_is_named(chart, panel):
    fonts = list(_fonts(chart.figure(panel(), "ky")))
    assert fonts
    assert {font["family"] for font in fonts} == {theme.FONT}


@pytest.mark.parametrize(("chart", "panel"), FIGURES)
def test_axes_have_ready_words(chart, panel):
    layout = chart.figure(panel(), "ky")["layout"]
    for axis in (layout["xaxis"], layout["yaxis"]):
        assert len(axis["ticktext"]) == len(axis["tickvals"]) > 1
        assert all(isinstance(text, str) for text in axis["ticktext"])


def test_share_is_written_as_the_language_writes_it():
    axis = bars.figure(made_up.groups(), "ru")["layout"]["xaxis"]
    assert "20\xa0%" in axis["ticktext"]


def test_hidden_value_has_no_bar_but_its_sign():
    figure = bars.figure(made_up.groups(), "en")
    assert figure["data"][0]["x"] == [0.3333, None, None, 0.52]
    assert figure["data"][1]["text"][1:] == ["–", "c"]


def test_unreliable_bar_carries_its_sign():
    signs = bars.figure(made_up.groups(), "en")["data"][1]
    assert (signs["text"][0].strip(), signs["x"][0]) == ("u", 0.6)


def test_pointer_is_told_why_a_value_is_hidden():
    signs = bars.figure(made_up.groups(), "en")["data"][1]
    assert t("flag.c", "en") in signs["customdata"][2]


def test_names_stand_above_the_bars_on_a_narrow_screen():
    layout = bars.narrow(made_up.groups(), "en")["layout"]
    assert not layout["yaxis"]["showticklabels"]
    assert [words["text"] for words in layout["annotations"]][-1] == "№ 1"


def test_gap_in_a_line_has_its_sign():
    signs = lines.figure(made_up.trend(), "en")["data"][-1]
    assert signs["mode"] == "text"
    assert set(signs["text"]) <= {"c", "–"}


def test_district_is_a_line_with_its_name():
    layout = bars.figure(made_up.groups(), "en")["layout"]
    assert layout["shapes"][0]["x0"] == made_up.REFERENCE
    assert layout["annotations"][0]["text"] == "district: 48 %"


def test_whiskers_reach_the_ends_of_the_interval():
    figure = bars.figure(made_up.groups(), "en")
    whiskers = figure["data"][0]["error_x"]
    assert figure["data"][0]["x"][-1] + whiskers["array"][-1] == pytest.approx(0.6)
    assert figure["data"][0]["x"][-1] - whiskers["arrayminus"][-1] == pytest.approx(0.3)


def test_lines_of_another_unit_are_left_to_the_table():
    drawn = lines.figure(made_up.trend(), "en")["data"]
    names = [line["name"] for line in drawn if "lines" in line["mode"]]
    assert names == ["Quality", "Pass rate"]


def test_name_from_a_file_is_never_a_tag():
    panel = made_up.groups()
    first = panel.rows[0][0]._replace(text='<a href="x">№ 1</a>')
    figure = bars.figure(replace(panel, rows=((first, *panel.rows[0][1:]),)), "en")
    assert "<a" not in str(figure)


def test_nothing_to_draw_is_drawn_empty():
    assert go.Figure(bars.figure(replace(made_up.groups(), rows=()), "en"))


@given(st.floats(0, 1e6), st.floats(1e-6, 1e6))
def test_ticks_enclose_the_values(low, wide):
    marks = theme.ticks(low, low + wide)
    assert marks[0] <= low + 1e-9 * max(1, low)
    assert marks[-1] >= (low + wide) * (1 - 1e-9)
    assert len(marks) <= 9


def _fonts(part):
    if isinstance(part, dict):
        yield from (value for key, value in part.items() if key.endswith("font"))
        for value in part.values():
            yield from _fonts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _fonts(value)


def test_marks_of_small_shares_do_not_read_alike():
    axis = scale.values([0.0, 0.024], "percent", "en")
    assert len({*axis["ticktext"]}) == len(axis["ticktext"])


def test_a_share_of_more_than_was_planned_has_its_room():
    assert scale.values([0.4, 1.5], "percent", "en")["range"][1] > 1.5
    assert scale.values([0.4, 0.97], "percent", "en")["range"][1] < 1.05


def test_a_bar_of_no_length_says_that_it_is_zero():
    panel = made_up.groups()
    first, *others = panel.rows
    zero = (first[0], first[1]._replace(text="0%", number=0.0, value=None), *first[2:])
    signs = bars.figure(replace(panel, rows=(zero, *others)), "en")["data"][1]
    assert "0%" in signs["text"]
