"""The server of a school: whom it is for is said when it starts, or it does not."""

import pytest

from dashboard.cli import main
from dashboard.cli.commands import serve
from dashboard.i18n import LANGUAGES, t
from dashboard.settings import Settings
from dashboard.store import users
from tests.conftest import SCHOOLS
from tests.stores import publish

KEY = "a key for tests that is long enough"
OWN, OTHER = "S02", "S01"


@pytest.fixture(scope="module")
def known(tmp_path_factory) -> Settings:
    """A store that knows the schools."""
    settings = Settings(store=tmp_path_factory.mktemp("known"), memory="256MB", threads=1)
    publish(settings, {"schools": SCHOOLS})
    return settings


@pytest.fixture
def call(known, monkeypatch):
    """The command without its server: one that is not refused must not take over."""
    monkeypatch.setenv("TIREK_MEMORY", known.memory)
    for name in tuple(serve.SERVERS):
        monkeypatch.setitem(serve.SERVERS, name, lambda *_: 0)

    def called(*arguments: str, language: str = "en", **environment: str) -> int:
        for name, value in {"TIREK_LANGUAGE": language, **environment}.items():
            monkeypatch.setenv(name, value)
        return main(["serve", *arguments, "--store", str(known.store)])

    return called


REFUSED = {
    "role_without_school": ("--role", "school"),
    "school_without_role": ("--role", "member", "--school", OWN),
    "own_school_unknown": ("--role", "school", "--school", "S77"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", REFUSED)
def test_a_server_that_cannot_be_is_refused_with_a_sentence(why, language, call, capsys):
    arguments = REFUSED[why]
    assert call(*arguments, language=language) == 2
    said = t(f"error.{why}", language, school=arguments[-1], role="member")
    assert capsys.readouterr().err == said + "\n"


def test_a_school_alone_does_not_serve_all_of_them(call, capsys):
    """Whoever names it means that school only."""
    assert call("--school", OWN) == 2
    assert "methodist" in capsys.readouterr().err


def test_the_school_may_stand_in_the_environment_and_is_refused_alike(call, capsys):
    assert call(TIREK_ROLE="school", TIREK_SCHOOL="S77") == 2
    assert "S77" in capsys.readouterr().err


@pytest.mark.parametrize("server", serve.SERVERS)
def test_the_school_of_the_call_reaches_the_server(server, call, monkeypatch):
    told = []
    monkeypatch.setitem(serve.SERVERS, server, lambda _, settings: told.append(settings))
    call("--server", server, "--role", "school", "--school", OWN)
    call("--server", server, TIREK_ROLE="school", TIREK_SCHOOL=OTHER)
    assert [(one.role, one.school) for one in told] == [("school", OWN), ("school", OTHER)]


def test_gunicorn_is_told_of_the_school(known, monkeypatch):
    told = []
    monkeypatch.setattr(serve.os, "execve", lambda *called: told.append(called[2]))
    monkeypatch.setenv("TIREK_SCHOOL", OTHER)
    call = ["serve", "--server", "gunicorn", "--role", "school", "--school", OWN]
    monkeypatch.setenv("TIREK_MEMORY", known.memory)
    main([*call, "--store", str(known.store)])
    assert (told[0]["TIREK_ROLE"], told[0]["TIREK_SCHOOL"]) == ("school", OWN)


def test_before_the_first_import_a_school_may_be_served(settings, monkeypatch):
    """There is no register yet that could know it."""
    told = []
    monkeypatch.setitem(serve.SERVERS, "gunicorn", lambda _, settings: told.append(settings.school))
    call = ["serve", "--server", "gunicorn", "--role", "school", "--school", OWN]
    main([*call, "--store", str(settings.store)])
    assert told == [OWN]


@pytest.fixture
def served(known, call, monkeypatch):
    """The settings that a server was started with; none where it was refused."""
    told = []
    for name in tuple(serve.SERVERS):
        monkeypatch.setitem(serve.SERVERS, name, lambda _, settings: told.append(settings) or 0)

    def asked(*arguments: str, person: bool = True, **environment: str) -> Settings | None:
        if person and not users.everybody(known.store):
            users.add(known.store, "Айгүл", "methodist", "", "ала-бука 2026")
        told.clear()
        call(*arguments, **environment)
        return told[0] if told else None

    yield asked
    for person in users.everybody(known.store):
        users.remove(known.store, person.name)


OTHERS = ["0.0.0.0", "192.168.1.5", "::"]


@pytest.mark.parametrize("host", OTHERS)
def test_other_machines_are_served_with_a_key_and_a_user_and_by_log_in(host, served):
    assert served("--host", host, TIREK_SECRET_KEY=KEY).access == "login"
    assert served("--host", host, TIREK_SECRET_KEY=KEY, TIREK_ACCESS="local").access == "login"


@pytest.mark.parametrize("host", OTHERS)
@pytest.mark.parametrize("key", ["", "k" * 31])
def test_without_a_key_other_machines_are_not_served(key, host, served, capsys):
    assert served("--host", host, TIREK_SECRET_KEY=key) is None
    said = t("error.open_needs_key", "en", host=host, least=32)
    assert capsys.readouterr().err == said + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_user_other_machines_are_not_served(language, served, capsys):
    asked = {"person": False, "language": language, "TIREK_SECRET_KEY": KEY}
    assert served("--host", "0.0.0.0", **asked) is None
    assert capsys.readouterr().err == t("error.login_needs_user", language) + "\n"


def test_this_machine_is_served_without_a_log_in_unless_it_is_asked_for(served, capsys):
    assert served().access == "local"
    assert served("--login", TIREK_SECRET_KEY=KEY).access == "login"
    assert served(TIREK_ACCESS="login", TIREK_SECRET_KEY=KEY).access == "login"
    capsys.readouterr()
    assert served("--login", TIREK_SECRET_KEY="") is None
    assert "TIREK_SECRET_KEY" in capsys.readouterr().err


def test_with_a_log_in_the_server_has_no_role_of_its_own(served, capsys):
    assert served("--login", "--role", "member", TIREK_SECRET_KEY=KEY) is None
    assert "tirek user role" in capsys.readouterr().err


def test_a_way_in_that_is_not_known_is_refused(served, capsys):
    assert served(TIREK_ACCESS="everybody") is None
    assert "TIREK_ACCESS" in capsys.readouterr().err


def test_gunicorn_is_told_of_the_log_in_and_not_on_its_command_line(served, known, monkeypatch):
    told = []
    monkeypatch.setitem(serve.SERVERS, "gunicorn", serve._gunicorn)
    monkeypatch.setattr(serve.os, "execve", lambda *called: told.append(called[1:]))
    served("--host", "0.0.0.0", "--server", "gunicorn", TIREK_SECRET_KEY=KEY)
    ((command, environment),) = told
    assert environment["TIREK_ACCESS"] == "login"
    assert environment["TIREK_SECRET_KEY"] == KEY
    assert KEY not in " ".join(command)
