"""Names in a batch that no register knows: what is asked of a person, and what she answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import UserError
from dashboard.importer.desk_report import Reported
from dashboard.importer.names import asked_of
from dashboard.importer.normalise.text import skeleton
from dashboard.metrics.registers import schools, subjects
from dashboard.spec.problem import Problem
from dashboard.store import aliases, sql
from dashboard.store.aliases import Given
from dashboard.store.current import Snapshot

KINDS = {"unknown_school": "school", "unknown_subject": "subject", "unknown_course": "course"}
LONGEST = 300  # letters of a name
Codes = Mapping[str, Mapping[str, str]]  # by kind: code → name


class NoSuchCode(UserError):
    key = "error.no_such_code"


@dataclass(frozen=True, slots=True)
class Asked:
    """One name, however often it stands. `candidates`: codes, the likeliest first."""

    kind: str
    text: str
    skeleton: str
    rows: int  # that wait for it
    files: tuple[str, ...]
    candidates: tuple[str, ...]


def asked(found: Sequence[Reported]) -> list[Asked]:
    """Each name once, those first for which most rows wait."""
    told: dict[tuple[str, str], list[tuple[str, Problem]]] = {}
    for one in found:
        for problem in one.file.problems:
            if problem.check in KINDS and problem.value:
                kind = KINDS[problem.check]
                key = kind, skeleton(asked_of(kind, problem.value))
                told.setdefault(key, []).append((one.file.path, problem))
    names = [_asked(key, all_of_it) for key, all_of_it in told.items()]
    return sorted(names, key=lambda name: (-name.rows, name.text))


def codes(snapshot: Snapshot | None, found: Sequence[Reported] = ()) -> Codes:
    """What a name may be: what the snapshot's registers hold, and those of the batch itself."""
    known: dict[str, dict[str, str]] = {kind: {} for kind in aliases.KINDS}
    for one in found:
        for problem in one.file.problems:
            if problem.check in KINDS:
                known[KINDS[problem.check]] |= dict(problem.about.get("candidates", ()))
    if snapshot is not None:
        known["school"] |= {code: school.name for code, school in schools(snapshot).items()}
        known["subject"] |= {code: one.name("ru") for code, one in subjects(snapshot).items()}
        known["course"] |= dict(sql.run("options/courses", {}, snapshot.engine))
    return known


def save(store: Path, told: Iterable[tuple[str, str, str, int]], known: Codes, who: str) -> int:
    """(kind, text, code, the answer that was seen) each; without a code it is left for later.

    Returns how many answers are new. Raises NoSuchCode, AnsweredMeanwhile.
    """
    given = [_given(*one, known) for one in told if one[2]]
    return aliases.answer(store, given, who)


def _asked(key: tuple[str, str], told: Sequence[tuple[str, Problem]]) -> Asked:
    kind, name = key
    problems = [problem for _, problem in told]
    near = max((problem.about.get("candidates", ()) for problem in problems), key=len)
    return Asked(
        kind,
        asked_of(kind, problems[0].value),
        name,
        sum(int(problem.about.get("rows", 1)) for problem in problems),
        tuple(dict.fromkeys(path for path, _ in told)),
        tuple(code for code, _ in near),
    )


def _given(kind: str, text: str, code: str, seen: int, known: Codes) -> Given:
    name = asked_of(kind, text[:LONGEST]) if kind in known else ""
    if not skeleton(name) or code not in known[kind]:
        raise NoSuchCode(text=text[:LONGEST], code=code[:LONGEST])
    return Given(kind, name, skeleton(name), code, seen)
