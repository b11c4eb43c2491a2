"""`tirek user`: who may log in, and in which role."""

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import orjson

from dashboard.cli.own_school import known_school
from dashboard.errors import WrongCall
from dashboard.i18n import t
from dashboard.roles import MAY, SCHOOL
from dashboard.settings import Settings
from dashboard.store import audit, users
from dashboard.store.users import Person

NAME = "user"


def declare(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(required=True, metavar="|".join(ACTS))
    for name, act in ACTS.items():
        own = acts.add_parser(name)
        own.add_argument("--store", type=Path, metavar="DIR", default=argparse.SUPPRESS)
        own.set_defaults(act=act)
        if name == "list":
            own.add_argument("--format", choices=("json", "table"), default="table")
            continue
        own.add_argument("name", metavar="NAME")
        if name in ("add", "role"):
            own.add_argument("--role", choices=tuple(MAY), required=True)
            own.add_argument("--school", metavar="CODE", default="")


def run(call: argparse.Namespace, settings: Settings) -> int:
    return call.act(call, settings)


def _add(call: argparse.Namespace, settings: Settings) -> int:
    _fits(call, settings)
    password = _password(settings.language)
    person = users.add(settings.store, call.name, call.role, call.school, password)
    return _done(users.ADDED, person, settings, _as(person))


def _remove(call: argparse.Namespace, settings: Settings) -> int:
    person = users.remove(settings.store, call.name)
    return _done(users.REMOVED, person, settings, _as(person))


def _change_password(call: argparse.Namespace, settings: Settings) -> int:
    users.known(settings.store, call.name)  # before anything is typed
    password = _password(settings.language)
    person = users.change_password(settings.store, call.name, password)
    return _done(users.PASSWORD, person, settings, "")


def _change_role(call: argparse.Namespace, settings: Settings) -> int:
    _fits(call, settings)
    before, after = users.change_role(settings.store, call.name, call.role, call.school)
    return _done(users.ROLE, after, settings, f"{_as(before)} → {_as(after)}")


def _list(call: argparse.Namespace, settings: Settings) -> int:
    people = users.everybody(settings.store)
    if call.format == "json":
        told = [asdict(person) for person in people]
        sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
        return 0
    sys.stdout.writelines(f"{line}\n" for line in _lines(people, settings.language))
    return 0


def _lines(people: list[Person], language: str) -> Iterator[str]:
    widest = max((len(person.name) for person in people), default=0)
    for person in people:
        seen = person.seen or t("cli.user_never", language)
        yield f"{person.name:{widest}}  {_as(person):14}  {person.since}  {seen}"


def _fits(call: argparse.Namespace, settings: Settings) -> None:
    """Raises WrongCall for a school without its role and the other way round, and ConfigError for
    a school that is not in the register."""
    if (call.role == SCHOOL) != bool(call.school):
        raise WrongCall("user_school")
    known_school(replace(settings, role=call.role, school=call.school))


def _password(language: str) -> str:
    """Typed twice without being seen, or one line of what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(t("cli.user_password_ask", language) + " ")
    if getpass.getpass(t("cli.user_password_again", language) + " ") != first:
        raise WrongCall("passwords_differ")
    return first


def _done(what: str, person: Person, settings: Settings, detail: str) -> int:
    """`detail` is for the audit log, after the name."""
    audit.log(settings.store, what, f"{person.name}: {detail}" if detail else person.name)
    said = t(f"cli.{what}", settings.language, name=person.name, role=_as(person))
    sys.stderr.write(f"{said}\n")
    return 0


def _as(person: Person) -> str:
    return f"{person.role} {person.school}".strip()


ACTS: dict[str, Callable[[argparse.Namespace, Settings], int]] = {
    "add": _add,
    "list": _list,
    "role": _change_role,
    "password": _change_password,
    "remove": _remove,
}
