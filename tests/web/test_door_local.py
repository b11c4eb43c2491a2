"""The door without a log-in: this machine alone; and what it takes to ask for one."""

from dataclasses import replace

import pytest

from dashboard.errors import ConfigError
from dashboard.i18n import t
from dashboard.settings import Settings
from dashboard.web.app import create_app
from tests.made_up_hall import published, tables
from tests.web.people import FORGED, KEY, with_login


@pytest.fixture(scope="module")
def settings(tmp_path_factory) -> Settings:
    """In one process a store is opened with one memory only."""
    made = published(tmp_path_factory.mktemp("door"), tables())[1]
    return with_login(replace(made, role="methodist"))


@pytest.fixture(scope="module")
def local(settings):
    return create_app(replace(settings, access="local")).server.test_client()


@pytest.fixture(scope="module")
def server(settings):
    return create_app(settings).server


@pytest.mark.parametrize("headers", FORGED, ids=str)
def test_without_a_log_in_nothing_is_taken_from_another_site_either(headers, settings):
    client = create_app(replace(settings, access="local")).server.test_client()
    assert client.post("/_dash-update-component", headers=headers).status_code == 403
    assert client.get("/quality", headers=headers).status_code == 200  # a link may lead here


HERE = ("localhost", "localhost:8050", "127.0.0.1:8050", "[::1]:8050", "LOCALHOST")
ELSEWHERE = ("evil.example", "localhost.evil.example", "192.168.1.5:8050", "127.0.0.1.evil.example")


@pytest.mark.parametrize("host", HERE)
@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.8.8.8"])
def test_without_a_log_in_this_machine_is_answered(host, address, local):
    answer = local.get("/", headers={"Host": host}, environ_base={"REMOTE_ADDR": address})
    assert answer.status_code == 200


@pytest.mark.parametrize("host", ELSEWHERE)
def test_a_name_that_another_site_lets_lead_here_is_refused(host, local):
    answer = local.get("/?lang=en", headers={"Host": host})
    assert (answer.status_code, answer.text) == (403, t("door.elsewhere", "en"))


@pytest.mark.parametrize("address", ["172.17.0.1", "192.168.1.5", "2001:db8::1", "", "unix"])
def test_without_a_log_in_no_other_machine_is_answered(address, local):
    for path in ("/", "/healthz", "/assets/tirek.css", "/_dash-layout", "/export/quality.csv"):
        answer = local.get(path, environ_base={"REMOTE_ADDR": address})
        assert (answer.status_code, answer.mimetype) == (403, "text/plain")


def test_a_server_without_data_tells_strangers_no_reason(tmp_path):
    empty = Settings(store=tmp_path, access="login", secret_key=KEY)
    answer = create_app(empty).server.test_client().get("/healthz")
    assert (answer.status_code, answer.json) == (503, {"snapshot": None})


@pytest.mark.parametrize("access", ["logon", "Login", ""])
def test_a_way_in_that_is_not_known_is_refused(access, tmp_path):
    with pytest.raises(ConfigError):
        create_app(Settings(store=tmp_path, access=access, secret_key=KEY))


@pytest.mark.parametrize("key", ["", "short", "k" * 31])
def test_a_log_in_without_a_key_is_refused_under_any_server(key, tmp_path):
    with pytest.raises(ConfigError):
        create_app(Settings(store=tmp_path, access="login", secret_key=key))


def test_the_key_is_not_shown_with_the_settings():
    assert KEY not in repr(Settings(secret_key=KEY))
