"""A funnel: what lies outside has a form and a name of its own, few pupils make a hollow dot."""

from dataclasses import replace

import pytest

from dashboard.charts import funnel, theme
from dashboard.spec.panel import Cell
from tests import made_up


@pytest.fixture
def drawn():
    return funnel.figure(made_up.funnel(), "en")


def test_what_is_outside_is_told_by_its_form_too(drawn):
    assert drawn["data"][-1]["marker"]["symbol"] == ["triangle-down", "circle", "triangle-up"]


def test_dot_of_few_pupils_is_hollow(drawn):
    marker = drawn["data"][-1]["marker"]
    assert [colour == theme.PAPER for colour in marker["color"]] == [False, False, True]
    assert marker["line"]["color"][2] != theme.PAPER


def test_only_the_named_have_a_name_and_it_is_short(drawn):
    texts = [note["text"] for note in drawn["layout"]["annotations"]]
    assert texts == ["district: 48 %", "№ 1", "№ 3"]


def test_long_name_without_a_number_is_cut():
    panel = made_up.funnel()
    rows = ((Cell("Ала-Бука гимназия-интернаты"), *panel.rows[0][1:]), *panel.rows[1:])
    texts = [
        n["text"] for n in funnel.figure(replace(panel, rows=rows), "en")["layout"]["annotations"]
    ]
    assert texts[1].endswith("…")
    assert len(texts[1]) <= funnel.LONGEST


def test_names_of_neighbours_do_not_cover_each_other():
    panel = made_up.funnel()
    rows = tuple((Cell(f"№ {n}"), *panel.rows[0][1:]) for n in range(4))
    panel = replace(panel, rows=rows, marks=panel.marks | {"named": frozenset(range(4))})
    notes = funnel.figure(panel, "en")["layout"]["annotations"][1:]
    assert len({(n["xanchor"], n["yanchor"]) for n in notes}) == 4


def test_limits_are_dashed_and_solid(drawn):
    assert [line["line"]["dash"] for line in drawn["data"][:-1]] == [
        "dash",
        "dash",
        "solid",
        "solid",
    ]


def test_axis_of_values_takes_the_whole_funnel_in(drawn):
    low, high = drawn["layout"]["yaxis"]["range"]
    assert low <= 0.0
    assert high >= 1.0
