"""Bars against a plan, and a list that opens: what they say beside what they draw."""

import re
from dataclasses import replace

from tests.components.test_shows import written
from tests.made_up import findings, sentences
from tests.made_up_mentors import plan


def _html(panel) -> str:
    return "".join(re.findall(r'"html": "(.*?)", "label"', written("plan", panel)))


def _lengths(panel) -> list[float]:
    return [float(length) for length in re.findall(r"width:([0-9.]+)%", _html(panel))]


def test_a_bar_is_as_long_as_the_share_of_its_plan():
    assert _lengths(plan()) == [85.7, 100.0, 0.0, 100.0]


def test_how_many_of_how_many_is_said_in_words():
    html = _html(plan())
    assert "<strong>18</strong> of 21" in html
    assert "<strong>0</strong> of 12" in html


def test_more_than_planned_is_marked():
    assert _html(plan()).count("track over") == 1


def test_without_a_plan_nothing_is_said_of_one():
    assert "<strong>3</strong></td>" in _html(plan())


def test_each_direction_has_its_colour():
    assert len(set(re.findall(r"background:(#\w+)", _html(plan())))) == 4


def test_a_screen_reader_is_told_heads_and_rows():
    html = _html(plan())
    assert html.count("scope=") == 2 + 4
    assert "Mentors / Planned" in html


def test_findings_beyond_the_first_are_folded():
    marks = {"first": 2, "open": "Pair ›", "all": ("All of them ›", "/mentors?view=pairs")}
    text = written("attention", replace(findings(), marks=marks))
    assert text.index("№ 2 rose") < text.index("1 more") < text.index("№ 3 has not sent")
    assert text.count("Pair ›") > 2
    assert "/mentors?view=pairs" in text


def test_where_nothing_is_found_there_is_nothing_to_open():
    marks = {"all": ("All of them ›", "/mentors?view=pairs")}
    assert "All of them" not in written("attention", replace(findings(), rows=(), marks=marks))


def test_a_row_with_a_tone_says_itself_whether_it_is_low():
    panel = sentences(3)
    rows = [(row[0]._replace(tone=tone), *row[1:]) for row, tone in zip(panel.rows, (1, -1, -1))]
    text = written("sentences", replace(panel, rows=tuple(rows), marks={}))
    assert text.index("dot high") < text.index("dot low")
    assert text.count("dot low") == 2
