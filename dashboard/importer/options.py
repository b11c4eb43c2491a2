"""What is said of a file from outside it: on the command line, in a manifest."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import lru_cache

from dashboard.errors import WrongCall
from dashboard.importer.layouts import accepted
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.round import reading_round
from dashboard.importer.normalise.school_class import school_class, written
from dashboard.importer.normalise.text import squash
from dashboard.importer.normalise.year import year
from dashboard.spec.problem import Problem
from dashboard.store.own_layouts import is_own

# A manifest names the columns; the command line names the things.
IN_A_MANIFEST = {"school_id": "school", "subject_id": "subject", "class": "class_"}


@dataclass(frozen=True, slots=True)
class Options:
    """Texts in their normal form, or None. Schools and subjects are resolved by the registers."""

    year: str | None = None
    period: str | None = None
    school: str | None = None
    subject: str | None = None
    class_: str | None = None
    round: str | None = None
    layout: str | None = None

    def text(self) -> str:
        """One text for equal options, to be kept beside a file."""
        return _text(self)

    def said(self) -> dict[str, str]:
        return {key: value for key, value in asdict(self).items() if value is not None}


@lru_cache(maxsize=4096)
def _text(given: Options) -> str:
    return json.dumps(given.said(), ensure_ascii=False, sort_keys=True)


def options(**raw: str | None) -> Options:
    """Raises WrongCall for a value that cannot be read. Keys as in Options."""
    read: dict[str, str | None] = {}
    for key, text in raw.items():
        try:
            read[key] = _read(key, text)
        except ValueError:
            name = key.removesuffix("_")
            raise WrongCall("bad_option", option=f"--{name}", value=text) from None
    return Options(**read)


def from_manifest(said: Mapping[str, str]) -> tuple[Options, list[Problem]]:
    read: dict[str, str | None] = {}
    problems = []
    for column, text in said.items():
        key = IN_A_MANIFEST.get(column, column)
        try:
            read[key] = _read(key, text)
        except ValueError as error:
            about = {"column": column, "value": text}
            problems.append(Problem(str(error), "error", column=column, value=text, about=about))
    return Options(**read), problems


def together(command: Options, manifest: Options) -> Options:
    """Either of them; where both speak they must agree (see settle.py)."""
    names = [field.name for field in fields(Options)]
    either = {name: getattr(command, name) or getattr(manifest, name) for name in names}
    return Options(**either)


def _read(key: str, text: str | None) -> str | None:
    """Raises ValueError with the name of the check."""
    if text is None or not text.strip():
        return None
    if key == "layout" and text not in accepted() and not is_own(text):
        raise ValueError("bad_layout")
    return READ.get(key, squash)(text)


def _class(text: str) -> str:
    grade, letter, _ = school_class(text)
    return written(grade, letter)


READ = {"year": year, "period": period, "round": reading_round, "class_": _class}
