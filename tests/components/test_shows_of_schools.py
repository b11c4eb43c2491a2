"""How a comparison and a passport are drawn: tables, strips, sentences, lists to choose from."""

import json
import re
from dataclasses import replace

import pytest

from dashboard.components.shows import draw
from dashboard.components.strip import strip
from dashboard.spec.panel import Cell
from tests import made_up_schools as made_up


def written(show, panel) -> str:
    """All that is sent for a block, as text with the quotes of its markup as they are."""
    drawn = draw(show, panel, "en", "page-block")
    text = json.dumps(drawn, default=lambda part: part.to_plotly_json(), ensure_ascii=False)
    return text.replace('\\"', '"')


def test_value_and_interval_share_a_cell():
    assert '<td class="t4">52%<small>33–70%</small></td>' in written("profile", made_up.profile())


def test_hidden_value_has_its_sign_alone():
    text = written("profile", made_up.profile())
    assert '<td class="plain flag-c">c</td>' in text


def test_head_leads_to_the_passport():
    text = written("profile", made_up.profile())
    assert '<a href="/school?school=S01" class="inside"><abbr title="№ 1 мектеп">№ 1' in text


def test_nothing_is_drawn_where_all_are_hidden():
    panel = made_up.profile()
    row = (*panel.rows[0][:2], *((made_up.HIDDEN, Cell("")) * 3))
    assert "graph-" not in written("profile", replace(panel, rows=(row,)))


@pytest.mark.parametrize("show", ["profile", "passport"])
def test_schools_to_choose_are_links(show):
    text = written(show, made_up.to_choose())
    assert '"href": "/school?school=S01"' in text
    assert '"className": "choose"' in text


def test_share_has_a_strip_and_a_mean_has_none():
    text = written("figures", made_up.figures())
    assert text.count("<svg") == 1
    assert text.count("strip-cell") == 3


def test_table_of_figures_has_a_caption_and_scopes():
    text = written("figures", made_up.figures())
    assert "<caption" in text
    assert text.count("<th ") == text.count("scope=")


def test_strip_keeps_value_interval_and_district_in_order():
    drawn = str(strip(0.52, 0.33, 0.7, 0.48))
    low, high = (
        float(re.search(rf'{end}="([\d.]+)"[^>]*stroke-width', drawn)[1]) for end in ("x1", "x2")
    )
    dot = float(re.search(r'cx="([\d.]+)"', drawn)[1])
    district = float(re.search(r'x1="([\d.]+)"[^>]*stroke-dasharray', drawn)[1])
    assert low < district < dot < high


def test_strip_is_not_read_aloud_for_the_numbers_beside_it_are():
    assert 'aria-hidden="true"' in str(strip(0, 0, 0.2, None))


def test_long_list_of_pairs_is_folded():
    text = written("pairs", made_up.pairs())
    assert "3 more" in text
    assert text.count('"className": "told"') == 1
    assert "№ 9: hidden." in text


def test_position_stands_over_its_table():
    text = written("similar", made_up.similar())
    assert text.index("None is higher") < text.index("grid-table")


def test_facts_are_a_list_of_terms():
    text = written("passport", made_up.passport())
    assert '"type": "Dt"' in text
    assert "Hidden." in text
    assert "/compare?school=S01" in text
