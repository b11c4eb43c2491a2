"""The attention list as it is drawn."""

import json
from dataclasses import replace

from dashboard.components.shows import draw
from tests.made_up import findings


def sent(panel) -> str:
    drawn = draw("attention", panel, "en", "overview-attention")
    return json.dumps(drawn, default=lambda part: part.to_plotly_json(), ensure_ascii=False)


def test_dots_tell_worse_from_better_from_neither():
    text = sent(findings())
    assert [text.count(f"dot {tone}") for tone in ("low", "high", "grey")] == [1, 1, 1]


def test_each_link_says_what_it_opens():
    text = sent(findings())
    assert '"aria-label": "Open › № 1 is far below"' in text
    assert text.count('"href"') == 2


def test_rule_of_the_order_is_said():
    assert "Worse first" in sent(findings())


def test_nothing_to_report_is_a_sentence_and_no_list():
    panel = replace(findings(), rows=(), sentences=("Nothing needs attention now.",))
    text = sent(panel)
    assert "Nothing needs attention now." in text
    assert '"Ul"' not in text
