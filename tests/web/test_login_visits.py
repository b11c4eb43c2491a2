"""A visit: from the log-in to its end, and over at once when the person or their role changes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dashboard.settings import Settings
from dashboard.store import audit, users
from dashboard.store.state import session
from dashboard.web.app import create_app
from tests.web.people import KEY, PASSWORD, enter, with_login

NAME = "Айгүл"


@pytest.fixture
def here(settings) -> Settings:
    return with_login(settings)


@pytest.fixture
def server(here):
    return create_app(here).server


def _in(client) -> bool:
    return client.get("/_dash-layout").status_code == 200


@pytest.mark.parametrize("attribute", ["HttpOnly", "SameSite=Lax", "Path=/"])
def test_the_cookie_is_for_this_site_and_no_script(attribute, server):
    assert attribute in enter(server, NAME).answer.headers["Set-Cookie"]


def test_the_cookie_stays_on_the_secure_way_where_there_is_one(server):
    assert "Secure" not in enter(server, NAME).answer.headers["Set-Cookie"]
    secure = enter(server, NAME, base_url="https://tirek.example")
    assert "Secure" in secure.answer.headers["Set-Cookie"]


def test_only_a_proxy_that_was_told_of_is_believed(here):
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
    for proxies, believed in ((0, False), (1, True)):
        server = create_app(replace(here, proxies=proxies)).server
        answer = enter(server, NAME, headers=told).answer
        assert ("Secure" in answer.headers["Set-Cookie"]) == believed
        assert (audit.entries(here.store)[-1].detail == "203.0.113.7") == believed


def test_a_visit_ends_after_the_hours_that_are_set(here):
    server = create_app(replace(here, session_hours=2)).server
    client = enter(server, NAME)
    _move_back(here.store, hours=1)
    assert _in(client)
    _move_back(here.store, hours=1)
    assert not _in(client)


def _move_back(store, hours):
    """As if every visit had begun earlier."""
    with session(store) as opened, opened.begin():
        for visit in opened.query(users.Visit):
            since = datetime.fromisoformat(visit.since).timestamp() - 3600 * hours
            visit.since = datetime.fromtimestamp(since, UTC).isoformat(timespec="seconds")


def test_what_is_looked_at_does_not_make_a_visit_longer(server):
    client = enter(server, NAME)
    assert "Set-Cookie" not in client.get("/").headers


@pytest.mark.parametrize(
    "change",
    [
        lambda store: users.change_password(store, NAME, "another password"),
        lambda store: users.change_role(store, NAME, "member", ""),
        lambda store: users.remove(store, NAME),
    ],
    ids=["password", "role", "removed"],
)
def test_a_change_of_the_person_ends_their_visits_at_once(change, here, server):
    phone, desk, other = enter(server, NAME), enter(server, NAME), enter(server, "Зал")
    change(here.store)
    assert not _in(phone)
    assert not _in(desk)
    assert _in(other)


def test_one_who_was_removed_and_added_again_logs_in_again(here, server):
    client = enter(server, NAME)
    users.remove(here.store, NAME)
    users.add(here.store, NAME, "head", "", PASSWORD)
    assert not _in(client)


def test_who_logs_out_is_out_and_a_copy_of_their_cookie_too(server):
    client, other = enter(server, NAME), enter(server, NAME)
    copied = client.get_cookie("tirek").value
    assert client.post("/logout").location == "/login?lang=ky"
    assert not _in(client)
    assert _in(other)  # the same person on another screen
    thief = server.test_client()
    thief.set_cookie("tirek", copied)
    assert not _in(thief)


def test_nobody_is_logged_out_by_a_link(server):
    client = enter(server, NAME)
    client.get("/logout")
    assert _in(client)
    assert server.test_client().post("/logout").status_code == 303


def test_a_cookie_of_another_key_opens_nothing(here, server):
    client = enter(create_app(replace(here, secret_key=KEY[::-1])).server, NAME)
    assert not _in_with(server, client.get_cookie("tirek").value)
    assert _in_with(server, enter(server, NAME).get_cookie("tirek").value)


def _in_with(server, cookie) -> bool:
    client = server.test_client()
    client.set_cookie("tirek", cookie)
    return _in(client)
