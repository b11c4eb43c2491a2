"""Colours that can be read, the same in the stylesheet as in the figures."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.theme import STEPS, contrast, shade, step

SHEET = (Path(__file__).parents[2] / "assets" / "tirek.css").read_text(encoding="utf-8")
SHADES = range(-STEPS, STEPS + 1)


@pytest.mark.parametrize("step", SHADES)
def test_number_can_be_read_on_its_shade(step):
    assert contrast(*shade(step)) >= 4.5


@pytest.mark.parametrize("step", SHADES)
def test_stylesheet_has_the_shades_of_the_theme(step):
    background, ink = shade(step)
    rule = f".table.heat td.t{step} {{ background: {background}; color: {ink}; }}"
    assert rule in SHEET


@given(st.floats(-2, 2))
def test_shade_goes_the_way_of_the_tone(tone):
    assert step(tone) in SHADES
    assert step(tone) * tone >= 0


def test_value_without_a_tone_has_the_middle():
    assert step(None) == 0


def test_black_on_white_has_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
