"""The server of a school: whom it is for is said when it starts, or it does not."""

import pytest

from dashboard.cli import main
from dashboard.cli.commands import serve
from dashboard.i18n import LANGUAGES, t
from dashboard.settings import Settings
from tests.conftest import SCHOOLS
from tests.stores import publish

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
