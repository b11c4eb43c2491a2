"""Two shares of each row: bars of one, points of the other, and what is hidden is neither."""

from dataclasses import replace

from dashboard.charts import bars, both
from tests import made_up


def test_legend_tells_bars_from_points():
    data = both.figure(made_up.both(), "en")["data"]
    assert [d["name"] for d in data if d.get("showlegend", True)] == ["By pupils", "By marks"]


def test_hidden_row_has_neither_bar_nor_point():
    data = both.figure(made_up.both(), "en")["data"]
    assert data[0]["x"] == [None, 0.32]
    assert data[-1]["x"] == [0.52]


def test_axis_reaches_the_points():
    assert both.figure(made_up.both(), "en")["layout"]["xaxis"]["range"][1] > 0.6


def test_counts_have_no_whiskers():
    panel = made_up.groups()
    counted = tuple((row[0], row[1]._replace(value=None), *row[2:]) for row in panel.rows)
    assert "error_x" not in bars.figure(replace(panel, rows=counted), "en")["data"][0]
