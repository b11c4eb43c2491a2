"""`tirek serve`: gunicorn, or waitress where gunicorn cannot run."""

import argparse
import os
import sys
from dataclasses import replace
from importlib.util import find_spec

from dashboard.cli.own_school import known_school
from dashboard.errors import WrongCall
from dashboard.i18n import t
from dashboard.metrics.mentor_plan import plan
from dashboard.metrics.times import usual
from dashboard.roles import LOGIN, MAY, SHORTEST_KEY, known_access, known_role
from dashboard.settings import Settings
from dashboard.store import upgrade, users

NAME = "serve"
HERE = ("127.0.0.1", "localhost", "::1")


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8050)
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--login", action="store_true")
    parser.add_argument("--role", choices=tuple(MAY))
    parser.add_argument("--school", metavar="CODE")
    parser.add_argument("--server", choices=("gunicorn", "waitress"), default=_best())


def run(call: argparse.Namespace, settings: Settings) -> int:
    """Raises WrongCall for an address that others could reach without a log-in, and ConfigError
    for a plan of mentors, a rule of courses, a role or a school that cannot be."""
    settings = _who_comes_in(call, settings)
    plan(settings.mentor_plan)
    usual(settings)
    role, school = call.role or settings.role, call.school or settings.school
    settings = replace(settings, role=role, school=school)
    known_role(settings)
    upgrade.bring_up_to_date(settings)
    known_school(settings)
    said = t("cli.serving", settings.language, host=call.host, port=call.port)
    sys.stderr.write(f"{said}\n")
    sys.stderr.flush()
    return SERVERS[call.server](call, settings)


def _who_comes_in(call: argparse.Namespace, settings: Settings) -> Settings:
    """Others than this computer only by name. Raises WrongCall where nobody could log in, and for
    a role of the server where each person has their own."""
    if call.host not in HERE and len(settings.secret_key) < SHORTEST_KEY:
        raise WrongCall("open_needs_key", host=call.host, least=SHORTEST_KEY)
    if call.login or call.host not in HERE:
        settings = replace(settings, access=LOGIN)
    if known_access(settings) != LOGIN:
        return settings
    if not users.everybody(settings.store):
        raise WrongCall("login_needs_user")
    if call.role or call.school:
        raise WrongCall("login_has_roles")
    return settings


def _gunicorn(call: argparse.Namespace, settings: Settings) -> int:
    """Takes the place of this process, so that a signal reaches the server itself."""
    environment = os.environ | settings.as_env()
    command = [
        *(sys.executable, "-m", "gunicorn", "--config", "python:dashboard.web.gunicorn_conf"),
        *("--bind", f"{_bracketed(call.host)}:{call.port}", "--workers", str(call.workers)),
        "dashboard.wsgi:server",
    ]
    os.execve(sys.executable, command, environment)


def _waitress(call: argparse.Namespace, settings: Settings) -> int:
    """One process, many threads."""
    import waitress  # only where it serves

    from dashboard.web.app import create_app
    from dashboard.web.warm import warm

    server = create_app(settings).server
    warm(server)
    waitress.serve(
        server,
        host=call.host,
        port=call.port,
        threads=8,
        clear_untrusted_proxy_headers=not settings.proxies,
    )
    return 0


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _best() -> str:
    return "gunicorn" if os.name == "posix" and find_spec("gunicorn") else "waitress"


SERVERS = {"gunicorn": _gunicorn, "waitress": _waitress}
