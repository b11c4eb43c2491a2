"""Every kind of block, in every language, on made-up panels."""

import json
from dataclasses import replace
from pkgutil import iter_modules

import pytest

from dashboard.components import shows
from dashboard.components.shows import draw
from dashboard.i18n import LANGUAGES, t
from dashboard.spec.panel import Cell
from tests.made_up import FOR_SHOW, groups, matrix, numbers, sentences, share

SHOWS = [module.name for module in iter_modules(shows.__path__)]


def written(show, panel, language="en") -> str:
    """All that is sent for a block, as text."""
    drawn = draw(show, panel, language, "page-block")
    return json.dumps(drawn, default=lambda part: part.to_plotly_json(), ensure_ascii=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("show", SHOWS)
def test_block_is_drawn(show, language):
    panel = FOR_SHOW[show]()
    assert panel.title in written(show, panel, language)


@pytest.mark.parametrize("show", SHOWS)
def test_empty_block_says_why(show):
    panel = replace(FOR_SHOW[show](), rows=(), empty="Import the exports of this period.")
    assert "Import the exports" in written(show, panel)


@pytest.mark.parametrize("show", SHOWS)
def test_text_from_a_file_is_never_markup(show):
    panel = FOR_SHOW[show]()
    evil = panel.rows[0][0]._replace(text="<img src=x onerror=alert(1)>")
    panel = replace(panel, rows=((evil, *panel.rows[0][1:]),), title="<b>title</b>")
    for html in _html(draw(show, panel, "en", "page-block")):
        assert "<img" not in html
        assert "<b>" not in html


@pytest.mark.parametrize("show", ["heat", "table", "bars", "lines"])
def test_table_has_a_caption_and_scopes(show):
    html = "".join(_html(draw(show, FOR_SHOW[show](), "en", "page-block")))
    assert "<caption" in html
    assert html.count("<th ") == html.count('scope="')


@pytest.mark.parametrize("show", ["bars", "lines"])
def test_chart_has_its_table(show):
    text = written(show, FOR_SHOW[show]())
    assert t("chart.table", "en") in text
    assert '"displaylogo": false' in text


def test_hidden_cell_shows_its_sign_and_no_number():
    html = "".join(_html(draw("heat", matrix(1), "en", "page-block")))
    assert '<td class="flag-c" title="hidden' in html
    assert ">c</td>" in html


def test_cell_leads_to_its_schools():
    html = "".join(_html(draw("heat", matrix(1), "en", "page-block")))
    assert '<a href="/quality?school=S01" class="inside">52</a>' in html


def test_cell_says_what_is_behind_it():
    html = "".join(_html(draw("heat", matrix(1), "en", "page-block")))
    assert "13 of 25 marks" in html


def test_legend_explains_only_the_signs_that_are_there():
    text = written("heat", matrix())
    assert t("flag.c", "en") in text
    assert t("flag.z", "en") not in text


def test_head_of_a_table_leads_to_another_order():
    marks = {"sort": {"value": "/quality?sort=-value"}, "sorted": {"value": "ascending"}}
    html = "".join(_html(draw("table", replace(groups(), marks=marks), "en", "page-block")))
    assert 'href="/quality?sort=-value"' in html
    assert 'aria-sort="ascending"' in html
    assert 'data-keep="sort-value"' in html


def test_change_is_coloured_by_its_sign():
    text = written("kpis", numbers())
    assert "change up" in text
    assert "change same" in text


def test_unit_of_a_figure_is_written_smaller():
    text = written("kpis", numbers())
    assert '"type": "Small"' in text


def test_long_list_is_folded():
    text = written("sentences", sentences(9))
    assert "2 more" in text


def test_lower_ones_are_told_from_higher_ones():
    text = written("sentences", sentences(3))
    assert text.count("dot low") == 2
    assert text.count("dot high") == 1


def test_row_without_an_address_has_no_link():
    panel = sentences(1)
    panel = replace(panel, rows=((Cell("№ 1"), *panel.rows[0][1:]),))
    assert "href" not in written("sentences", panel)


def test_name_of_what_stands_out_is_its_link():
    assert "/quality?school=" in written("sentences", sentences(1))


def test_unreliable_cell_is_marked_on_the_cell_itself():
    few = matrix(1)
    few = replace(few, rows=((few.rows[0][0], share(2, 6), *few.rows[0][2:]),))
    html = "".join(_html(draw("heat", few, "en", "page-block")))
    assert 'flag-u"' in html
    assert t("flag.u", "en") in html


def test_few_columns_stay_beside_the_names():
    panel = matrix(1)
    narrow = replace(panel, columns=panel.columns[:2], rows=(panel.rows[0][:2],))
    assert "few" in "".join(_html(draw("heat", narrow, "en", "page-block")))


def test_bars_have_a_figure_for_a_narrow_screen():
    text = written("bars", groups())
    assert "on-wide" in text
    assert "on-narrow" in text


def _html(part):
    """Every piece of ready HTML in a drawn block."""
    part = part.to_plotly_json() if hasattr(part, "to_plotly_json") else part
    if isinstance(part, dict):
        if part.get("namespace") == "tirek":
            yield part["props"]["html"]
        for value in part.values():
            yield from _html(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _html(value)
