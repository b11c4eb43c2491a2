"""Several rows under one name: texts of one child, or children of the same name?

A name never says it, so what stands beside it does: a code, the year of birth, the gender, the
number in the list, which text it was. Children who are told apart by nothing else go by their
order in the list; without a list, by their order in this round alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.importer.diagnosis.listed import Pupil
from dashboard.importer.diagnosis.together import listed
from dashboard.importer.normalise.pupil_code import Named
from dashboard.spec.problem import Problem

SURE = ("birth_year", "birth", "gender")

Rows = list[Pupil]


@dataclass(frozen=True, slots=True)
class Children:
    """The rows of each child, and what a person has to know of those that share a name."""

    rows: tuple[tuple[Pupil, ...], ...]
    problems: tuple[Problem, ...]


def children(pupils: Sequence[Pupil], sheet: str, moment: str) -> Children:
    """`moment` tells the round, where the file has just one."""
    found: list[tuple[Pupil, ...]] = []
    told: dict[str, list[Rows]] = {}
    for rows in _by(pupils, _who).values():
        named = isinstance(rows[0].values["pupil_code"], Named)
        for child in _apart(rows, moment, told) if named and len(rows) > 1 else [rows]:
            found.append(tuple(child))
            if len(child) > 1:
                told.setdefault("several_rows", []).append(child)
    found.sort(key=lambda child: child[0].number)
    return Children(tuple(found), tuple(_problem(sheet, *one) for one in told.items()))


def _who(pupil: Pupil) -> tuple:
    """Not the letters of a name but its parts: «Асанов А.», «АСАНОВ  А»."""
    code = pupil.values["pupil_code"]
    about = ("school_id", "grade", "letter", "language", "round")
    told = tuple(pupil.values.get(name) for name in about)
    return (code.parts if isinstance(code, Named) else code), *told


def _apart(rows: Rows, moment: str, told: dict[str, list[Rows]]) -> Iterator[Rows]:
    """What surely tells two children apart goes first, and needs no warning."""
    moment = rows[0].values.get("round") or moment
    groups = _by(rows, lambda one: _sure(one, rows))
    for mark, of_mark in groups.items():
        children, check = _by_list(of_mark)
        if check:
            told.setdefault(check, []).append(of_mark)
        for place, child in enumerate(children, 1):
            order = f"{place}" if len(children) > 1 else ""
            order += f"@{moment}" if check == "namesakes_not_followed" else ""
            yield _marked(child, "|".join(filter(None, (mark, order))))


def _sure(pupil: Pupil, rows: Rows) -> str:
    """The first that differs between them: else a column more would change a code."""
    differing = (name for name in SURE if len({one.beside(name) for one in rows}) > 1)
    return pupil.beside(next(differing, ""))


def _by_list(rows: Rows) -> tuple[list[Rows], str]:
    """By the texts that they read, by the numbers of the list, else each row a child."""
    texts = [one.beside("text") for one in rows]
    if all(texts):
        seen: dict[int, Rows] = {}
        for at, (one, text) in enumerate(zip(rows, texts)):
            seen.setdefault(texts[:at].count(text), []).append(one)
        return list(seen.values()), "namesakes" if len(seen) > 1 else ""
    numbers = [one.beside("number") for one in rows]
    if all(numbers) or len(rows) == 1:
        groups = list(_by(rows, lambda one: one.beside("number")).values())
        return groups, "namesakes" if len(groups) > 1 else ""
    return [[one] for one in rows], "namesakes_not_followed"


def _marked(child: Rows, mark: str) -> Rows:
    if not mark:
        return child
    code = replace(child[0].values["pupil_code"], mark=mark)
    return [replace(one, values={**one.values, "pupil_code": code}) for one in child]


def _by(rows: Sequence[Pupil], key: object) -> Mapping[object, Rows]:
    groups: dict[object, Rows] = {}
    for one in rows:
        groups.setdefault(key(one), []).append(one)
    return groups


def _problem(sheet: str, check: str, groups: Sequence[Rows]) -> Problem:
    """Told once, by the numbers of the rows: no name is said."""
    places = [", ".join(str(one.number + 1) for one in rows) for rows in groups]
    about = {"where": listed(places), "children": len(groups)}
    return Problem(check, "warning", sheet or None, groups[0][0].number + 1, None, None, about)
