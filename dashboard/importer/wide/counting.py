"""Marks of pupils → counts by subject, period and class, without the pupils."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from dashboard.importer.normalise.group import part_group
from dashboard.importer.rows import PARTS


@dataclass(frozen=True, slots=True)
class Key:
    """What is counted together. `school_class` is grade, letter and group, if the rows tell it."""

    subject: str
    period: str | None = None
    school_class: tuple | None = None

    def values(self) -> dict[str, object]:
        told = dict(zip(("grade", "letter"), self.school_class or ()))
        told |= {"period": self.period} if self.period else {}
        group = part_group(self.subject)[1]
        return {**told, "subject_id": self.subject, **({"group": group} if group else {})}


@dataclass(frozen=True, slots=True)
class Mark:
    """`kind` is the count it adds to; of two marks of a pupil the later counts, if it is one."""

    key: Key
    pupil: Hashable
    kind: str


def counted(marks: Iterable[Mark]) -> dict[Key, dict[str, int]]:
    """A subject without a single mark says nothing. In a teaching group are those with marks."""
    found: dict[Key, dict[Hashable, str]] = {}
    for mark in marks:
        pupils = found.setdefault(mark.key, {})
        if mark.kind != "no_mark" or mark.pupil not in pupils:
            pupils[mark.pupil] = mark.kind
    given = {key: pupils for key, pupils in found.items() if set(pupils.values()) != {"no_mark"}}
    return {key: _counts(key, Counter(pupils.values())) for key, pupils in given.items()}


def _counts(key: Key, kinds: Counter) -> dict[str, int]:
    if part_group(key.subject)[1]:
        del kinds["no_mark"]
    return {"roster": kinds.total(), **{part: kinds[part] for part in PARTS}}
