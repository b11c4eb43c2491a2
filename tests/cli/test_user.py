"""`tirek user`: who may log in; each change is written down, and nothing is done by halves."""

import io
import json

import pytest

from dashboard.cli import main
from dashboard.cli.commands import user
from dashboard.i18n import LANGUAGES, t
from dashboard.settings import Settings
from dashboard.store import audit, users
from tests.conftest import SCHOOLS
from tests.stores import publish

PASSWORD = "ала-бука 2026"


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def store(settings):
    return settings.store


@pytest.fixture
def tirek(store, monkeypatch, capsys):
    """Call the command; `piped` is what stands on standard input."""

    def call(*arguments: str, piped: str = PASSWORD + "\n", language: str = "en"):
        monkeypatch.setenv("TIREK_LANGUAGE", language)
        monkeypatch.setenv("TIREK_MEMORY", "256MB")
        monkeypatch.setattr("sys.stdin", io.StringIO(piped))
        code = main(["user", *arguments, "--store", str(store)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def _people(store) -> dict[str, str]:
    return {one.name: f"{one.role} {one.school}".strip() for one in users.everybody(store)}


def test_a_person_is_added_and_may_log_in(tirek, store):
    code, out, said = tirek("add", "Айгүл", "--role", "methodist")
    assert (code, out, said) == (0, "", "Added: Айгүл (methodist)\n")
    assert users.check(store, "Айгүл", PASSWORD).role == "methodist"
    assert users.check(store, "Айгүл", PASSWORD + "x") is None


def test_the_store_may_stand_before_or_after(store, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD))
    assert main(["user", "--store", str(store), "add", "Айгүл", "--role", "head"]) == 0
    assert _people(store) == {"Айгүл": "head"}


def test_the_list_shows_all_and_no_password(tirek):
    tirek("add", "Бакыт", "--role", "head")
    tirek("add", "Айгүл", "--role", "methodist")
    _, table, _ = tirek("list")
    assert [line.split()[:2] for line in table.splitlines()] == [
        ["Айгүл", "methodist"],
        ["Бакыт", "head"],
    ]
    told = json.loads(tirek("list", "--format", "json")[1])
    assert set(told[0]) == {"name", "role", "school", "since", "seen"}
    assert "argon2" not in table


def test_nobody_is_a_list_too(tirek):
    assert tirek("list") == (0, "", "")
    assert tirek("list", "--format", "json")[1].strip() == "[]"


def test_a_role_and_a_password_are_changed_and_a_person_removed(tirek, store):
    tirek("add", "Айгүл", "--role", "member")
    assert tirek("role", "айгүл", "--role", "head")[0] == 0
    assert tirek("password", "айгүл", piped="another password")[0] == 0
    assert users.check(store, "Айгүл", "another password").role == "head"
    assert users.check(store, "Айгүл", PASSWORD) is None
    assert tirek("remove", "АЙГҮЛ")[0] == 0
    assert _people(store) == {}


def test_every_change_is_written_down_and_no_password(tirek, store):
    tirek("add", "Айгүл", "--role", "member")
    tirek("role", "Айгүл", "--role", "head")
    tirek("password", "Айгүл")
    tirek("remove", "Айгүл")
    assert [(entry.what, entry.detail) for entry in audit.entries(store)] == [
        (users.ADDED, "Айгүл: member"),
        (users.ROLE, "Айгүл: member → head"),
        (users.PASSWORD, "Айгүл"),
        (users.REMOVED, "Айгүл: head"),
    ]


REFUSED = {
    "user_taken": ("add", "айгүл", "--role", "head"),
    "user_unknown": ("remove", "Эч ким"),
    "user_bad_name": ("add", "  ", "--role", "head"),
    "user_school": ("role", "Айгүл", "--role", "school"),
    "password_short": ("password", "Айгүл"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", REFUSED)
def test_what_cannot_be_is_refused_with_a_sentence_and_changes_nothing(why, language, tirek, store):
    tirek("add", "Айгүл", "--role", "member")
    before = [entry.id for entry in audit.entries(store)]
    piped = "too short" if why == "password_short" else PASSWORD
    code, out, said = tirek(*REFUSED[why], piped=piped, language=language)
    about = {"name": REFUSED[why][1], "most": 1000 if why == "password_short" else 60, "least": 10}
    assert (code, out, said) == (2, "", t(f"error.{why}", language, **about) + "\n")
    assert _people(store) == {"Айгүл": "member"}
    assert users.check(store, "Айгүл", PASSWORD)
    assert [entry.id for entry in audit.entries(store)] == before


@pytest.mark.parametrize("name", ["password", "role", "remove"])
def test_a_name_that_nobody_has_is_told_before_a_password_is_asked(name, tirek, monkeypatch):
    monkeypatch.setattr(user, "_password", lambda _: pytest.fail("asked"))
    more = ("--role", "head") if name == "role" else ()
    assert tirek(name, "Эч ким", *more)[0] == 2


@pytest.mark.parametrize("call", [("add", "Айгүл"), ("add", "Айгүл", "--role", "boss"), ()])
def test_a_role_is_named_and_known(call, tirek, store):
    with pytest.raises(SystemExit) as left:
        tirek(*call)
    assert left.value.code == 2
    assert _people(store) == {}


def test_a_school_has_a_role_of_its_own(tirek, store):
    assert tirek("add", "Мектеп", "--role", "school", "--school", "S07")[0] == 0
    assert _people(store) == {"Мектеп": "school S07"}
    assert tirek("add", "Айгүл", "--role", "head", "--school", "S07")[0] == 2
    assert tirek("role", "Мектеп", "--role", "member")[0] == 0
    assert _people(store) == {"Мектеп": "member"}


def test_a_school_that_the_register_does_not_know_is_refused(tirek, store):
    publish(Settings(store=store, memory="256MB", threads=1), {"schools": SCHOOLS})
    code, _, said = tirek("add", "Мектеп", "--role", "school", "--school", "S77")
    assert code == 2
    assert "S77" in said
    assert _people(store) == {}
    assert tirek("add", "Мектеп", "--role", "school", "--school", "S02")[0] == 0


@pytest.mark.parametrize(("second", "code"), [(PASSWORD, 0), (PASSWORD + "x", 2)])
def test_at_a_terminal_the_password_is_typed_twice(second, code, store, monkeypatch, capsys):
    typed = iter([PASSWORD, second])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(user.getpass, "getpass", lambda _: next(typed))
    assert main(["user", "add", "Айгүл", "--role", "head", "--store", str(store)]) == code
    assert bool(_people(store)) == (code == 0)
    assert PASSWORD not in "".join(capsys.readouterr())
