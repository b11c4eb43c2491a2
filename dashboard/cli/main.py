"""Read the call, run the command, say in the person's language what went wrong."""

import argparse
import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.discover import modules
from dashboard.errors import ConfigError, UserError, WrongCall
from dashboard.i18n import known, t
from dashboard.settings import Settings

FALLBACK = "en"  # when the settings themselves cannot be read
log = logging.getLogger("tirek")


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 done · 1 in part · 2 wrong call · 3 nothing to work on or with."""
    language = FALLBACK
    try:
        settings = Settings.from_env()
        language = known(settings.language) or FALLBACK
        call = _parser(language).parse_args(arguments)
        settings = replace(settings, language=language, store=call.store or settings.store)
        return call.command.run(call, settings)
    except UserError as error:
        return _say(t(error.key, language, **error.about), _code(error))
    except OSError as error:
        return _say(t("error.disk", language, reason=error.strerror or error), 3)
    except Exception:
        log.exception("unexpected")
        return _say(t("error.unexpected", language), 3)


def _parser(language: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tirek", description=t("cli.about", language))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in modules("dashboard.cli.commands"):
        words = t(f"cli.{command.NAME}", language)
        own = commands.add_parser(command.NAME, help=words, description=words)
        own.add_argument("--store", type=Path, metavar="DIR")
        own.set_defaults(command=command)
        command.declare(own)
    return parser


def _code(error: UserError) -> int:
    return 2 if isinstance(error, WrongCall | ConfigError) else 3


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code
