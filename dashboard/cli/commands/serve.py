"""`tirek serve`: gunicorn, or waitress where gunicorn cannot run."""

import argparse
import os
import sys
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec

from dashboard.errors import ConfigError, NoSnapshot, WrongCall
from dashboard.i18n import t
from dashboard.metrics.mentor_plan import plan
from dashboard.metrics.registers import schools
from dashboard.metrics.times import usual
from dashboard.roles import MAY, known_role, own_school
from dashboard.settings import Settings
from dashboard.store import upgrade
from dashboard.store.current import Reader

NAME = "serve"
LOCAL = ("127.0.0.1", "localhost", "::1")


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8050)
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--role", choices=tuple(MAY))
    parser.add_argument("--school", metavar="CODE")
    parser.add_argument("--server", choices=("gunicorn", "waitress"), default=_best())


def run(call: argparse.Namespace, settings: Settings) -> int:
    """Raises WrongCall for an address that others could reach (there is no log-in yet), and
    ConfigError for a plan of mentors, a rule of courses, a role or a school that cannot be."""
    if call.host not in LOCAL:
        raise WrongCall("not_local", host=call.host)
    plan(settings.mentor_plan)
    usual(settings)
    role, school = call.role or settings.role, call.school or settings.school
    settings = replace(settings, role=role, school=school)
    known_role(settings)
    upgrade.bring_up_to_date(settings)
    _known_school(settings)
    said = t("cli.serving", settings.language, host=call.host, port=call.port)
    sys.stderr.write(f"{said}\n")
    sys.stderr.flush()
    return SERVERS[call.server](call, settings)


def _known_school(settings: Settings) -> None:
    """Raises ConfigError where the register does not know the server's own school. Before the first
    import there is no register: then the list itself says so."""
    if not own_school(settings):
        return
    with suppress(NoSnapshot):
        snapshot = Reader(settings).current()
        known = schools(snapshot)
        snapshot.engine.dispose()
        if settings.school not in known:
            raise ConfigError("own_school_unknown", school=settings.school)


def _gunicorn(call: argparse.Namespace, settings: Settings) -> int:
    """Takes the place of this process, so that a signal reaches the server itself."""
    environment = os.environ | {
        "TIREK_STORE": str(settings.store),
        "TIREK_LANGUAGE": settings.language,
        "TIREK_ROLE": settings.role,
        "TIREK_SCHOOL": settings.school,
    }
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
    waitress.serve(server, host=call.host, port=call.port, threads=8)
    return 0


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _best() -> str:
    return "gunicorn" if os.name == "posix" and find_spec("gunicorn") else "waitress"


SERVERS = {"gunicorn": _gunicorn, "waitress": _waitress}
