"""What the three callbacks do."""

import json

import orjson
import pytest
from dash import no_update

from dashboard import panels
from dashboard.web.blocks import Blocks
from dashboard.web.callbacks import choose_values, follow_state
from dashboard.web.site import make_site
from tests.conftest import marks

STATE = {"page": "overview", "search": "?lang=ru"}


def sent(drawn) -> str:
    """A block as it goes over the wire."""
    return orjson.dumps(drawn, default=lambda part: part.to_plotly_json()).decode()


def test_choosing_changes_address_and_state(site):
    search, state = choose_values({"year": "2025-2026", "school": ["S02", "S01"]}, STATE, site)
    assert search == "?year=2025-2026&school=S01&school=S02&lang=ru"
    assert state == {"page": "overview", "search": search}


def test_choosing_a_rule_is_written_beside_the_filters(site):
    search, _ = choose_values({"rule": "roster", "school": ["S01"]}, STATE, site)
    assert search == "?school=S01&rule=roster&lang=ru"


def test_choosing_keeps_tab_and_order(site):
    state = {"page": "quality", "search": "?sort=-value&view=schools&lang=ru"}
    search, _ = choose_values({"grade": ["7"]}, state, site)
    assert search == "?grade=7&sort=-value&view=schools&lang=ru"


def test_choosing_what_is_shown_changes_nothing(site):
    assert choose_values({"year": None, "school": []}, STATE, site) == (no_update, no_update)


def test_year_without_the_period_lets_it_go(site):
    state = {"page": "overview", "search": "?year=2025-2026&period=Q2&lang=ru"}
    search, _ = choose_values({"year": "2026-2027", "period": "Q2"}, state, site)
    assert search == "?year=2026-2027&lang=ru"


def test_links_follow_the_choice(site):
    state = {"page": "overview", "search": "?school=S01&lang=ru"}
    nav, tools, tabs, _, _, _ = follow_state(state, [], site)
    schools = [link for link in nav if not link.href.startswith("/data")]  # which has no filters
    assert all("school=S01" in link.href for link in schools)
    assert len(schools) == len(nav) - 1
    assert {link.href for link in tools[0].children} >= {"/?school=S01&lang=en"}
    assert "/export/overview.csv?school=S01&lang=ru" in sent(tools[1])
    assert tabs == []


def test_only_offers_that_depend_on_the_choice_are_sent_again(site):
    *_, options, placeholders = follow_state(STATE, ["school", "period", "rule"], site)
    assert options[0] is no_update
    assert options[2] is no_update
    assert options[1] == [{"value": "Q1", "label": "1-я четверть"}]
    assert placeholders[1] == "1-я четверть"


@pytest.mark.parametrize("key", ["numbers", "map", "attention", "gap"])
def test_block_is_drawn_for_the_state(key, site):
    drawn = Blocks(site).render(site.pages["overview"], key, STATE)
    assert json.loads(sent(drawn))["type"] == "Div"


def test_view_that_was_drawn_is_not_asked_again(site, monkeypatch):
    blocks, page = Blocks(site), site.pages["overview"]
    first = sent(blocks.render(page, "map", STATE))
    monkeypatch.setattr(panels, "make", lambda *_: pytest.fail("asked again"))
    assert sent(blocks.render(page, "map", STATE)) == first


def test_new_snapshot_is_drawn_anew(settings, snapshot_of):
    snapshot_of({"marks": [marks(n5=8, n3=12)]})
    blocks = Blocks(make_site(settings))
    page = blocks.site.pages["overview"]
    before = sent(blocks.render(page, "numbers", STATE))
    snapshot_of({"marks": [marks(n5=9, n3=11)]})
    assert sent(blocks.render(page, "numbers", STATE)) != before


def test_block_that_fails_says_so_in_the_persons_language(site, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(panels, "make", fail)
    drawn = sent(Blocks(site).render(site.pages["overview"], "map", STATE))
    assert "Ошибка записана" in drawn
    assert "ZeroDivision" not in drawn


def test_failure_is_not_kept(site, monkeypatch):
    blocks, page = Blocks(site), site.pages["overview"]
    with monkeypatch.context() as broken:
        broken.setattr(panels, "make", lambda *_: 1 / 0)
        blocks.render(page, "map", STATE)
    assert "alert" not in sent(blocks.render(page, "map", STATE))


def test_block_without_data_says_how_to_import(settings):
    site = make_site(settings)
    drawn = sent(Blocks(site).render(site.pages["overview"], "map", STATE))
    assert "tirek import" in drawn
