"""Heads of a table lead to another order."""

from dataclasses import replace

from dashboard.settings import Settings
from dashboard.web import address
from dashboard.web.sorting import sortable
from tests.made_up import groups
from tests.web.test_address import QUALITY

PANEL = replace(groups(), marks={"sorts": ("name", "value")})


def links(sort: str) -> dict:
    view = address.read(QUALITY, {"sort": sort, "view": "schools"}, "ky", Settings())
    return sortable(PANEL, QUALITY, view).marks


def test_first_click_puts_the_greatest_on_top():
    assert links("")["sort"]["value"] == "/quality?sort=-value&view=schools&lang=ky"


def test_second_click_turns_the_order():
    assert links("-value")["sort"]["value"] == "/quality?sort=value&view=schools&lang=ky"


def test_names_begin_at_their_first_letter():
    assert links("")["sort"]["name"] == "/quality?sort=name&view=schools&lang=ky"


def test_order_is_told_at_its_head():
    assert links("-value")["sorted"] == {"value": "descending"}


def test_unknown_column_orders_nothing():
    assert links("weight")["sorted"] == {}
