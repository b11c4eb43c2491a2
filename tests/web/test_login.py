"""Logging in by name and password: what is told, what is kept, where it leads."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.i18n import LANGUAGES, t
from dashboard.settings import Settings
from dashboard.store import audit, passwords, users
from dashboard.web.app import create_app
from dashboard.web.door import ours
from tests.web.people import PASSWORD, enter, with_login

NAME, WRONG = "Айгүл", "not the password"


@pytest.fixture
def here(settings) -> Settings:
    return with_login(settings)


@pytest.fixture
def server(here):
    return create_app(here).server


def _in(client) -> bool:
    return client.get("/_dash-layout").status_code == 200


def test_who_says_name_and_password_is_in(server):
    client = enter(server, NAME)
    assert (client.answer.status_code, client.answer.location) == (303, "/?lang=ky")
    assert _in(client)


@pytest.mark.parametrize("typed", ["айгүл", "АЙГҮЛ", " Айгүл "])
def test_a_name_is_the_same_however_a_phone_writes_it(typed, server):
    assert _in(enter(server, typed))


def test_a_password_is_the_same_from_every_keyboard(here, server):
    """й as one sign, or as и with a sign above."""
    users.add(here.store, "Чынар", "head", "", "\u0439" * 10)
    assert _in(enter(server, "Чынар", "\u0438\u0306" * 10))


@pytest.mark.parametrize(
    ("name", "password"),
    [
        (NAME, WRONG),
        ("Эч ким", PASSWORD),
        (NAME, ""),
        ("", ""),
        (NAME, PASSWORD + "x"),
        (NAME, "x" * 100_000),
        ("' or 1=1 --", PASSWORD),
    ],
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(name, password, server):
    client = enter(server, name, password)
    if client.answer.status_code != 413:  # what no person types is not even read
        assert client.answer.status_code == 401
        assert t("error.wrong_log_in", "ky") in client.answer.text
    assert not _in(client)


def test_a_name_that_nobody_has_takes_the_same_work(here, monkeypatch):
    """A quick answer would tell which names there are."""
    tried = []
    monkeypatch.setattr(passwords, "fits", lambda password, kept: tried.append(kept) or False)
    for name in (NAME, "Эч ким"):
        users.check(here.store, name, WRONG)
    assert len(tried) == 2
    monkeypatch.undo()
    monkeypatch.setattr(passwords, "HASHER", Counting(passwords.HASHER))
    passwords.fits(WRONG, None)
    assert passwords.HASHER.verified == 1


class Counting:
    """Counts the passwords that are held against a hash, which is what takes time."""

    def __init__(self, hasher):
        self.hasher, self.verified, self.hash = hasher, 0, hasher.hash

    def verify(self, kept, password):
        self.verified += kept.startswith("$argon2id$")
        return self.hasher.verify(kept, password)


def test_no_password_of_nobody_opens(here):
    assert users.check(here.store, "Эч ким", "nobody's") is None
    assert not passwords.fits("nobody's", None)


def test_the_store_holds_neither_passwords_nor_what_a_browser_holds(here, server):
    client = enter(server, NAME)
    held = (here.store / "state.sqlite").read_bytes()
    with client.session_transaction() as kept:
        assert kept["_user_id"].encode() not in held
    assert PASSWORD.encode() not in held
    assert b"$argon2id$" in held


def test_what_was_typed_wrongly_is_not_kept(here, server):
    """People type their password where the name goes."""
    enter(server, "menin-syrsozum", WRONG)
    held = (here.store / "state.sqlite").read_bytes()
    assert b"menin-syrsozum" not in held
    assert WRONG.encode() not in held


def test_the_page_that_was_asked_for_opens_in_the_language_of_the_door(server):
    asked = server.test_client().get("/quality?school=S01&lang=ru").location
    assert asked == "/login?next=%2Fquality%3Fschool%3DS01%26lang%3Dru&lang=ru"
    data = {"name": NAME, "password": PASSWORD, "next": "/quality?school=S01&lang=ru"}
    answer = server.test_client().post("/login?lang=kk", data=data)
    assert answer.location == "/quality?school=S01&lang=kk"


@pytest.mark.parametrize("after", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_the_log_in_leads_to_pages_of_ours_only(after, server):
    client = server.test_client()
    data = {"name": NAME, "password": PASSWORD, "next": after}
    assert client.post("/login", data=data).location == "/?lang=ky"
    assert client.get("/login", query_string={"next": after}).location == "/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_whole_in_each_language(language, server):
    page = server.test_client().get(f"/login?lang={language}").text
    assert f'<html lang="{language}">' in page
    for key in ("door.title", "door.name", "door.password", "door.enter"):
        assert t(key, language) in page
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page


def test_what_was_typed_never_becomes_markup(server):
    client = server.test_client()
    data = {"name": '"><script>x</script>', "password": "x", "next": '/"><script>'}
    page = client.post("/login", data=data).text
    assert "<script" not in page
    assert "&lt;script&gt;x" in page


def test_the_head_of_a_page_names_who_is_in(server, here):
    assert NAME in _head(create_app(here), NAME)
    local = create_app(replace(here, access="local"))
    assert "/logout" not in _head(local, NAME)


def _head(app, name) -> str:
    """What the first callback of a browser is answered."""
    client = enter(app.server, name)
    client.get("/_dash-dependencies")
    output = next(key for key in app.callback_map if "_pages_content" in key)
    callback = app.callback_map[output]
    asked = {"pathname": "/quality", "search": "?lang=ky", "data": None}
    body = {
        "output": output,
        "outputs": [
            dict(zip(("id", "property"), part.rsplit(".", 1)))
            for part in output.strip(".").split("...")
        ],
        "inputs": [one | {"value": asked[one["property"]]} for one in callback["inputs"]],
        "state": [one | {"value": None} for one in callback["state"]],
        "changedPropIds": [],
    }
    answer = client.post("/_dash-update-component", json=body)
    return answer.get_data(as_text=True).encode().decode("unicode_escape", "ignore") + answer.text


def test_logging_in_and_out_is_written_down(here, server):
    enter(server, NAME, WRONG)
    enter(server, NAME).post("/logout")
    told = [(entry.what, entry.who) for entry in audit.entries(here.store)]
    assert told == [(users.REFUSED, ""), (users.CAME, NAME), (users.WENT, NAME)]


def test_without_a_log_in_there_is_no_door(settings):
    server = create_app(settings).server
    assert {"/login", "/logout"} & {rule.rule for rule in server.url_map.iter_rules()} == set()


@pytest.mark.parametrize("address", ["/", "/quality?school=S01&lang=ky", "/export/quality.csv"])
def test_after_the_log_in_the_page_that_was_asked_for_opens(address):
    assert ours(address) == address


@given(
    st.text()
    | st.builds("{}{}".format, st.sampled_from(("/", "//", "\\", "/\\", "/\t/")), st.text())
)
def test_the_log_in_never_leads_to_another_site(address):
    """As browsers read an address: \\ as /, and without line breaks and tabs."""
    led = ours(address)
    assert led.startswith("/")
    assert led.isprintable()
    assert not led.replace("\\", "/").startswith("//")
