"""Small multiples of schools over metrics: dots, whiskers, the district's line."""

from dataclasses import replace

import pytest

from dashboard.charts import profile, theme
from dashboard.spec.panel import Cell
from dashboard.statistics.comparison import beside
from tests import made_up_schools


@pytest.fixture
def figure():
    return profile.figure(made_up_schools.profile(), "en")


def dots(figure, axis="x"):
    return [part for part in figure["data"] if part["xaxis"] == axis]


def test_first_school_stands_on_top(figure):
    axis = figure["layout"]["yaxis"]
    assert axis["ticktext"] == ["№ 3 мектеп", "№ 2 мектеп", "<b>№ 1 мектеп</b>"]
    assert dots(figure)[0]["y"] == [2, 0]


def test_whiskers_are_those_for_reading_by_overlap(figure):
    low, high = beside(0.52, 25)
    whiskers = dots(figure)[0]["error_x"]
    assert whiskers["array"][0] == pytest.approx(high - 0.52, abs=1e-4)
    assert whiskers["arrayminus"][0] == pytest.approx(0.52 - low, abs=1e-4)


def test_a_mean_has_no_whiskers(figure):
    assert set(dots(figure, "x2")[0]["error_x"]["array"]) == {0}


def test_a_hidden_school_keeps_its_line_and_its_sign(figure):
    signs = dots(figure)[1]
    assert (signs["text"], signs["y"]) == (["c"], [1])


def test_nothing_of_a_hidden_value_is_told(figure):
    told = str(dots(figure)[1]["customdata"])
    assert "hidden" in told
    assert "%:" not in told.replace("Quality, %:", "")


def test_colour_is_by_what_is_better(figure):
    assert dots(figure)[0]["marker"]["color"] == [theme.ACCENT, "#a8500a"]


def test_few_pupils_are_an_open_dot(figure):
    assert dots(figure)[0]["marker"]["symbol"] == ["circle", "circle-open"]


def test_district_is_a_line_through_its_own_strip(figure):
    lines = {line["xref"]: line["x0"] for line in figure["layout"]["shapes"]}
    assert lines == {"x": 0.48, "x2": 3.5}


def test_counts_stay_in_the_table():
    panel = made_up_schools.profile()
    count = [Cell("7", 7, "count")]
    row = (Cell("Places"), Cell("–"), *([*count, Cell("")]) * 3)
    drawn = profile.figure(replace(panel, rows=(*panel.rows, row)), "en")
    assert [title["text"] for title in drawn["layout"]["annotations"]] == [
        "<b>Quality, %</b>",
        "<b>Mean mark</b>",
    ]


def test_marks_of_an_axis_never_read_the_same(figure):
    for axis in ("xaxis", "xaxis2"):
        texts = figure["layout"][axis]["ticktext"]
        assert len(set(texts)) == len(texts) > 1


def test_many_metrics_stand_in_bands_that_do_not_meet():
    panel = made_up_schools.profile()
    drawn = profile.figure(replace(panel, rows=panel.rows * 4), "en")
    first, second = drawn["layout"]["yaxis"]["domain"], drawn["layout"]["yaxis2"]["domain"]
    assert 0 <= second[0] < second[1] < first[0] < first[1] < 1


def test_a_phone_has_two_beside_each_other_and_short_names():
    drawn = profile.narrow(made_up_schools.profile(), "en")
    assert drawn["layout"]["yaxis"]["ticktext"][0] == "№ 3"
    assert drawn["layout"]["xaxis2"]["domain"][1] == 1.0


def test_a_name_from_a_file_is_never_a_tag():
    panel = made_up_schools.profile()
    columns = [replace(column, title=f'<a href="x">{column.title}</a>') for column in panel.columns]
    assert "<a" not in str(profile.figure(replace(panel, columns=tuple(columns)), "en"))


def test_where_all_are_hidden_there_is_nothing_to_draw():
    panel = made_up_schools.profile()
    hidden = made_up_schools.HIDDEN
    row = (*panel.rows[0][:2], *((hidden, Cell("")) * 3))
    assert not profile.has_dots(replace(panel, rows=(row,)))
