"""A question to the data and its answer: the same for the screen, the files, the api, the shell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Flag = Literal["", "c", "u", "x", "z"]  # hidden, unreliable, no data, not applicable
TIMES = ("year", "period", "round", "stage", "survey", "on", "norm_set", "valid")


@dataclass(frozen=True, slots=True)
class Question:
    """`where` holds filter keys with the values allowed; a key that is absent means all."""

    metric: str
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple], ...] = ()  # sorted pairs, so that equal questions are equal
    rule: str = ""  # empty: the setting's
    small: bool = False  # asked to see small numbers; the setting has the last word

    @classmethod
    def of(
        cls, metric: str, by: tuple[str, ...] = (), where: Mapping | None = None, rule: str = ""
    ) -> "Question":
        pairs = tuple(sorted((key, tuple(values)) for key, values in (where or {}).items()))
        return cls(metric, by, pairs, rule)


@dataclass(frozen=True, slots=True)
class Taken:
    """What the answer is of; None where the metric has no such thing."""

    year: str | None = None
    period: str | None = None
    round: str | None = None
    stage: str | None = None
    survey: str | None = None
    on: str | None = None  # the day on which a register is looked at, year first
    norm_set: str | None = None  # of words a minute
    valid: str | None = None  # how long a course counts: a value of the filter VALID
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a number answers, and of when. It is no part of what the number says: whatever was
    asked, equal numbers are equal."""

    question: Question = field(compare=False)
    taken: Taken = field(compare=False)

    def where(self, key: tuple) -> dict[str, tuple]:
        """What is asked for of one group alone: the filters, its key, its times."""
        times = {name: getattr(self.taken, name) for name in TIMES}
        taken = {name: (value,) for name, value in times.items() if value is not None}
        of_group = {name: (value,) for name, value in zip(self.question.by, key)}
        return dict(self.question.where) | taken | of_group


class Value(NamedTuple):
    """One group. Under flag `c` all numbers are None; under `x` denominator is 0, value None.

    Made by the thousand for one heat map: a named tuple takes a third of a dataclass's time.
    """

    key: tuple  # the ids of the group, in the order of the question's `by`
    numerator: float | None
    denominator: float | None
    pupils: int | None  # children behind the value, not marks
    value: float | None  # shares are 0-1, not rounded
    low: float | None = None  # Wilson 95 %
    high: float | None = None
    flag: Flag = ""
    asked: Asked | None = None  # None of what no metric answered: a difference, a sum of parts


@dataclass(frozen=True, slots=True)
class Answer:
    question: Question
    rows: tuple[Value, ...]
    taken: Taken = field(default_factory=Taken)
    left_out: int | None = None  # marks that the rule leaves out; None where a group is hidden
    together: float | None = None  # the value of all groups' counts added; None if it is hidden

    def by_key(self) -> dict[tuple, Value]:
        return {row.key: row for row in self.rows}
