"""The address of a page is its state."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.discover import discover
from dashboard.settings import Settings
from dashboard.web import address

SETTINGS = Settings()
PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}
QUALITY, OVERVIEW = PAGES["quality"], PAGES["overview"]


def canonical(query: dict, page=QUALITY) -> str:
    return address.write(address.read(page, query, "ru", SETTINGS), page)


def test_filters_come_first_then_rule_sort_view_and_language():
    query = {
        "sort": "-value",
        "view": "schools",
        "rule": "roster",
        "school": ["S07", "S01"],
        "year": "2024-2025",
    }
    said = "?year=2024-2025&school=S01&school=S07&rule=roster&sort=-value&view=schools&lang=ru"
    assert canonical(query) == said


@pytest.mark.parametrize(
    "query",
    [
        {"nonsense": "1"},
        {"year": "next"},
        {"grade": "99"},
        {"period": "Q9"},
        {"rule": "mine"},
        {"rule": ["roster", "assessed"]},
        {"sort": "a b"},
        {"sort": "x" * 50},
        {"view": "no_such_tab"},
        {"school": ""},
    ],
)
def test_what_cannot_be_read_is_dropped(query):
    assert canonical(query) == "?lang=ru"


def test_what_is_so_anyway_is_not_written():
    assert canonical({"rule": SETTINGS.rule, "view": QUALITY.tabs[0]}) == "?lang=ru"


def test_language_of_a_tampered_store_is_dropped():
    state = {"page": "quality", "search": "?lang=../../secrets"}
    assert address.language(state, SETTINGS) == SETTINGS.language


def test_another_page_gets_the_filters_and_the_rule_alone():
    query = {"school": "S01", "rule": "roster", "sort": "-value", "view": "schools"}
    view = address.read(QUALITY, query, "kk", SETTINGS)
    assert address.elsewhere(view, OVERVIEW) == "?school=S01&rule=roster&lang=kk"


words = st.text(max_size=20) | st.sampled_from(["S01", "Q1", "2024-2025", "7", "-value", "schools"])


@given(st.dictionaries(st.sampled_from(["year", "school", "grade", "rule", "sort", "view"]), words))
def test_written_address_reads_back_as_itself(query):
    once = canonical(query)
    assert canonical(parse_qs(once.removeprefix("?"))) == once


@given(st.dictionaries(st.sampled_from(["year", "school", "grade", "sort", "view"]), words))
def test_state_gives_the_view_back(query):
    view = address.read(QUALITY, query, "ky", SETTINGS)
    assert address.from_state(QUALITY, address.to_state(view, QUALITY), SETTINGS) == view


MENTORS = PAGES["mentors"]


def test_a_free_option_is_kept_as_it_is_and_none_is_not_written():
    accepted = "S31.chemistry.M014~S40.physics.M007"
    assert canonical({"accept": accepted}, MENTORS) == f"?accept={accepted}&lang=ru"
    assert canonical({"accept": ""}, MENTORS) == "?lang=ru"
    assert canonical({"months": "3", "most": "5"}, MENTORS) == "?most=5&lang=ru"


@pytest.mark.parametrize("bad", ["<b>", "a b", "x" * 7000, "'; drop", ["S1.a.M1", "S2.a.M2"]])
def test_a_free_option_that_has_another_shape_is_dropped(bad):
    assert canonical({"accept": bad}, MENTORS) == "?lang=ru"


@given(st.text(max_size=30) | st.from_regex(r"[\w.~-]{1,30}", fullmatch=True))
def test_a_free_option_reads_back_as_itself(text):
    once = canonical({"accept": text}, MENTORS)
    query = parse_qs(once.removeprefix("?"))
    assert canonical(query, MENTORS) == once
