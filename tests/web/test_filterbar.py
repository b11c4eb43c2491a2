"""What the filters offer, and what their pills say."""

from datetime import date

import pytest

from dashboard.filters import GRADE, PERIOD, SCHOOL, SUBJECT, YEAR
from dashboard.web import address
from dashboard.web.filterbar import pills
from dashboard.web.offers import offer, seen, settled
from dashboard.web.site import make_site


@pytest.fixture
def page(site):
    return site.pages["overview"]


@pytest.fixture
def pill_of(site, page):
    def pill(spec, **query):
        view = address.read(page, query, "en", site.settings)
        now = seen(page, view, site.reader.current(), site.settings)
        return {pill.spec.key: pill for pill in pills(page, view, now)}[spec.key]

    return pill


def values(pill) -> list[str]:
    return [option["value"] for option in pill.options]


def test_latest_year_comes_first(pill_of):
    assert values(pill_of(YEAR)) == ["2026-2027", "2025-2026"]


def test_year_and_period_say_what_is_taken(pill_of):
    assert (pill_of(YEAR).unset, pill_of(PERIOD).unset) == ("2026-2027", "Quarter 1")


def test_period_offers_what_the_year_has(pill_of):
    assert values(pill_of(PERIOD)) == ["Q1"]
    assert values(pill_of(PERIOD, year="2025-2026")) == ["Q1", "Q2"]


def test_schools_stand_by_their_names(pill_of):
    labels = [option["label"] for option in pill_of(SCHOOL).options]
    assert labels == ["№ 1 мектеп", "№ 2 мектеп", "№ 3 мектеп", "№ 4 мектеп"]
    assert pill_of(SCHOOL).unset == "all 4"


def test_only_subjects_that_are_taught_are_offered(pill_of):
    assert set(values(pill_of(SUBJECT))) == {"algebra", "chemistry"}


def test_chosen_value_without_data_stays_in_the_address(pill_of):
    assert "12" in values(pill_of(GRADE, grade="12"))


@pytest.mark.parametrize("key", ["overview", "quality"])
def test_every_filter_of_a_page_offers_something(key, site):
    page = site.pages[key]
    view = address.read(page, {}, "ky", site.settings)
    now = seen(page, view, site.reader.current(), site.settings)
    assert [spec.key for spec in page.filters if not offer(spec, now)] == []


def test_period_that_the_new_year_lacks_is_given_up(site, page):
    query = {"year": "2026-2027", "period": "Q2"}
    view = address.read(page, query, "en", site.settings)
    assert settled(page, view.filters, site.reader.current()).values["period"] == ()


def test_period_that_the_year_has_is_kept(site, page):
    query = {"year": "2025-2026", "period": "Q2"}
    view = address.read(page, query, "en", site.settings)
    assert settled(page, view.filters, site.reader.current()).values["period"] == ("Q2",)


def test_a_register_offers_the_day_it_tells_of_and_months_about_it(snapshot_of, settings):
    term = {"start": date(2026, 10, 14), "end": date(2028, 10, 13), "direction": "humanities"}
    mentor = {"mentor_id": "M1", "school_id": "S01", "subject_id": "history"} | term
    snapshot_of({"mentors": [mentor]})
    site = make_site(settings)
    view = address.read(site.pages["mentors"], {}, "en", settings)
    now = seen(site.pages["mentors"], view, site.reader.current(), site.settings)
    of = {pill.spec.key: pill for pill in pills(site.pages["mentors"], view, now)}
    days = values(of["on"])
    assert (days[0], days[-1]) == ("2027-10-01", "2024-10-01")
    assert {"2026-10-14", "2026-10-01", "2026-11-01"} < {*days}
    assert of["on"].unset == "Oct 14, 2026"
    assert values(of["subject"]) == ["history"]
