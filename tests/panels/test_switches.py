"""Options of a page as links: numbers by their size, words as the page has them."""

from dashboard.pages.mentors import PAGE
from dashboard.panels import View
from dashboard.panels.switches import switch
from dashboard.spec.filters import FilterState


def _values(key):
    view = View(FilterState.from_query(PAGE.filters, {}), "en")
    return [(choice.value, choice.used) for choice in switch(PAGE, view, key).choices]


def test_numbers_stand_by_their_size_and_the_usual_one_is_marked():
    assert _values("months") == [("1", False), ("3", True), ("6", False), ("12", False)]


def test_words_stand_as_the_page_has_them():
    assert _values("spread") == [("usual", True), ("chance", False)]
