"""Guessing passwords: after five wrong ones of a name or an address, wait."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.i18n import LANGUAGES, t
from dashboard.store import attempts, users
from dashboard.store.attempts import MOST, WITHIN, Knock, TooMany
from dashboard.web.app import create_app
from tests.web.people import KEY, enter, with_login

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NAME, WRONG, HERE = "Айгүл", "not the password", "192.0.2.1"


def _knock(name: str, address: str = HERE) -> Knock:
    return Knock.of(name, address, KEY)


def _refused(store, knock, now=NOON) -> bool:
    try:
        attempts.begin(store, knock, now)
    except TooMany:
        return True
    return False


def test_a_name_waits_whatever_address_it_is_tried_from(tmp_path):
    tried = [_refused(tmp_path, _knock(NAME, f"192.0.2.{n}")) for n in range(7)]
    assert tried == [False] * MOST + [True] * 2


def test_an_address_waits_whatever_names_it_tries(tmp_path):
    tried = [_refused(tmp_path, _knock(f"{NAME} {n}")) for n in range(7)]
    assert tried == [False] * MOST + [True] * 2


def test_others_need_not_wait(tmp_path):
    for _ in range(7):
        _refused(tmp_path, _knock(NAME))
    assert not _refused(tmp_path, _knock("Зал", "192.0.2.2"))


def test_a_household_of_new_addresses_is_one(tmp_path):
    tried = [_refused(tmp_path, _knock(f"{n}", f"2001:db8:1:2::{n:x}")) for n in range(6)]
    assert tried == [False] * MOST + [True]
    assert not _refused(tmp_path, _knock("x", "2001:db8:1:3::1"))


def test_after_the_wait_it_is_as_before(tmp_path):
    for _ in range(7):
        _refused(tmp_path, _knock(NAME))
    assert _refused(tmp_path, _knock(NAME), NOON + WITHIN - timedelta(seconds=1))
    assert not _refused(tmp_path, _knock(NAME), NOON + WITHIN)


@pytest.mark.parametrize(("later", "minutes"), [(0, 15), (30, 15), (61, 14), (14 * 60 + 59, 1)])
def test_how_long_to_wait_is_said(later, minutes, tmp_path):
    for _ in range(MOST):
        attempts.begin(tmp_path, _knock(NAME), NOON)
    with pytest.raises(TooMany) as told:
        attempts.begin(tmp_path, _knock(NAME), NOON + timedelta(seconds=later))
    assert told.value.about == {"minutes": minutes}


@given(st.lists(st.integers(0, 1200), min_size=1, max_size=30))
def test_there_are_never_more_than_five_within_the_time(tmp_path_factory, gaps):
    """However they are spread; and who has waited long enough is never refused."""
    store, now, let_in = tmp_path_factory.mktemp("knocks"), NOON, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        lately = [one for one in let_in if one > now - WITHIN]
        assert _refused(store, _knock(NAME), now) == (len(lately) >= MOST)
        let_in += [now] * (len(lately) < MOST)


def test_many_at_once_are_not_more(tmp_path):
    """Each is counted before its password is looked at."""
    attempts.forget(tmp_path, _knock(NAME))
    with ThreadPoolExecutor(8) as crowd:
        told = list(crowd.map(lambda _: _refused(tmp_path, _knock(NAME)), range(16)))
    assert told.count(False) == MOST


def test_who_got_in_is_forgiven_and_others_at_that_address_are_not(tmp_path):
    for _ in range(4):
        attempts.begin(tmp_path, _knock(NAME), NOON)
    attempts.begin(tmp_path, _knock("Зал"), NOON)
    attempts.forget(tmp_path, _knock(NAME))
    tried = [_refused(tmp_path, _knock(f"{n}")) for n in range(5)]
    assert tried == [False] * 4 + [True]


@pytest.fixture
def server(settings):
    return create_app(with_login(settings)).server


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_password_waits_too_and_is_told_so(language, server):
    for _ in range(MOST):
        assert enter(server, NAME, WRONG).answer.status_code == 401
    client = server.test_client()
    data = {"name": NAME, "password": "ала-бука 2026"}
    answer = client.post(f"/login?lang={language}", data=data)
    assert answer.status_code == 429
    assert t("error.too_many_attempts", language, minutes=15) in answer.text
    assert client.get("/_dash-layout").status_code == 401


def test_all_workers_count_together(settings):
    workers = [create_app(with_login(settings)).server for _ in range(2)]
    told = [enter(workers[n % 2], NAME, WRONG).answer.status_code for n in range(6)]
    assert told == [401] * MOST + [429]


def test_who_mistypes_now_and_then_is_never_kept_waiting(server):
    for _ in range(3):
        for _ in range(4):
            enter(server, NAME, WRONG)
        assert enter(server, NAME).answer.status_code == 303


def test_while_one_waits_no_password_is_looked_at(server, monkeypatch):
    for _ in range(MOST):
        enter(server, NAME, WRONG)
    monkeypatch.setattr(users, "check", lambda *_: pytest.fail("looked at"))
    assert enter(server, NAME).answer.status_code == 429
