"""What a file does not say and a person can: asked once for each, or once for all that lack it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.filters import PERIODS, ROUND
from dashboard.i18n import order, t
from dashboard.importer.desk_report import Reported
from dashboard.metrics.registers import schools, subjects
from dashboard.panels.view import Asking
from dashboard.spec.problem import Problem

# By check the field of importer.options.Options that tells it.
KEYS = {
    "missing_school": "school",
    "missing_year": "year",
    "missing_period": "period",
    "missing_class": "class_",
    "missing_subject": "subject",
    "missing_round": "round",
}
FOR_ALL = ("year", "period", "round")  # what files that come together often have in common

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lacking:
    path: str
    said: str  # what stands there now: an answer given before, else what the file's name suggests
    suggested: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that some files lack. Without `choices` it is written freely."""

    key: str
    title: str
    choices: tuple[Choice, ...]
    for_all: bool
    files: tuple[Lacking, ...]


def asked(
    found: Sequence[Reported], told: Mapping[str, Mapping[str, str]], asking: Asking
) -> list[Asked]:
    lacking: dict[str, list[Lacking]] = {}
    for one in found:
        for problem in one.file.problems:
            if key := KEYS.get(problem.check):
                answer = told.get(one.file.path, {}).get(key, "")
                lacking.setdefault(key, []).append(_lacking(one, problem, answer))
    return [_asked(key, lacking[key], asking) for key in KEYS.values() if key in lacking]


def _asked(key: str, lacking: Sequence[Lacking], asking: Asking) -> Asked:
    unique = {one.path: one for one in lacking}
    choices = _choices(key, asking)
    many = key in FOR_ALL and len(unique) > 1
    title = t(f"desk.asked.{key.removesuffix('_')}", asking.view.language)
    return Asked(key, title, choices, many, tuple(unique.values()))


def _lacking(one: Reported, problem: Problem, answer: str) -> Lacking:
    """The name of a file may suggest an answer; it counts once a person sends it."""
    suggested = str(problem.about.get("option", "")).partition(" ")[2]
    return Lacking(one.file.path, answer or suggested, bool(suggested and not answer))


def _choices(key: str, asking: Asking) -> tuple[Choice, ...]:
    language, snapshot = asking.view.language, asking.snapshot
    if key == "period":
        return tuple((period, t(f"period.{period}", language)) for period in PERIODS)
    if key == "round":
        return tuple((value, t(f"choice.{value}", language)) for value in ROUND.closed)
    if key == "school" and snapshot:
        return _by_words([(one.id, one.name) for one in schools(snapshot).values()], language)
    if key == "subject" and snapshot:
        found = subjects(snapshot).values()
        return _by_words([(one.id, one.name(language)) for one in found], language)
    return ()


def _by_words(found: list[Choice], language: str) -> tuple[Choice, ...]:
    return tuple(sorted(found, key=lambda choice: order(choice[1], language)))
