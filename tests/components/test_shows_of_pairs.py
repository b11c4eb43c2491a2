"""What suggested pairs and the list for an order look like."""

from dataclasses import replace

from dashboard.components.shows import draw
from dashboard.i18n import t
from tests.components.test_shows import written
from tests.made_up_pairs import order, suggested


def table(panel) -> str:
    drawn = draw("suggested", panel, "en", "page-block")
    return next(part["props"]["html"] for part in drawn.children if isinstance(part, dict))


def test_each_row_can_be_accepted_or_taken_back_or_neither():
    html = table(suggested())
    assert html.count(f">{t('pairing.accept', 'en')}</a>") == 1
    assert html.count(f">{t('pairing.take_back', 'en')}</a>") == 1
    assert [html.count(f'class="is-{state}"') for state in ("nobody", "helped")] == [1, 1]


def test_a_link_tells_a_screen_reader_which_pair_it_is_of():
    assert 'aria-label="Accept › M014, № 1, Chemistry"' in table(suggested())


def test_every_cell_of_a_phone_card_is_named():
    html = table(suggested())
    assert html.count("<td") == html.count("data-label=")
    assert html.count("<th ") == html.count('scope="')


def test_what_was_refused_can_be_removed_from_the_order():
    text = written("order", order())
    assert "Not accepted: S99" in text
    assert t("pairing.drop", "en") in text


def test_an_order_of_nothing_but_refused_has_no_table():
    text = written("order", replace(order(), rows=()))
    assert "Not accepted: S99" in text
    assert "<table" not in text
