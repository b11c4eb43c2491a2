"""The table of who has reported what: late and missing are told by words, not by colour alone."""

import pytest

from dashboard.components.shows.reported import draw
from dashboard.i18n import LANGUAGES
from dashboard.spec.panel import Cell, Column, Panel

PANEL = Panel(
    "Who",
    "of what",
    columns=(Column("name", "School"), Column("marks", "Marks", unit="count")),
    rows=(
        (Cell("<№ 1>", href="/school?school=S01"), Cell("420 · 18 Nov", 420, "count", tone=1.0)),
        (Cell("№ 2"), Cell("was due 1 Nov", tone=-1.0)),
        (Cell("№ 3"), Cell("–", flag="x")),
        (Cell("№ 4"), Cell("✓ · 18 Nov", tone=1.0)),
        (Cell("Reported"), Cell("1 / 3")),
    ),
    sentences=("1 school is late: № 2.",),
    marks={"sort": {"marks": "/data?sort=-marks"}, "sorted": {"marks": "descending"}},
)


def _html(language: str = "en", panel: Panel = PANEL) -> str:
    card = draw(panel, language, "data-reported")
    (table,) = [part for part in card.children if isinstance(part, dict)]
    return table["props"]["html"]


def test_each_cell_stands_under_its_table_beside_its_school():
    html = _html()
    assert '<td class="came">420 <small>18 Nov</small></td>' in html
    assert '<td class="late">was due 1 Nov</td>' in html
    assert '<td class="none">–</td>' in html
    assert html.count('scope="row"') == 5
    assert html.count('scope="col"') == 2


def test_names_are_escaped_and_lead_to_the_school():
    assert '<a href="/school?school=S01" class="inside">&lt;№ 1&gt;</a>' in _html()


def test_the_count_stands_first_where_it_is_seen():
    head, _, body = _html().partition("<tbody>")
    assert "1 / 3" in head
    assert "1 / 3" not in body


def test_a_head_sorts_and_says_how_it_is_sorted():
    assert 'aria-sort="descending"' in _html()
    assert 'data-keep="sort-marks"' in _html()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_explains_only_what_is_there(language):
    legend = draw(PANEL, language, "data-reported").children[-1]
    assert len(legend.children) == 3  # late, came, not reported


def test_before_anything_came_the_card_says_what_to_do():
    card = draw(Panel("Who", "", empty="Load something."), "en", "data-reported")
    assert card.children[-1].children == "Load something."
