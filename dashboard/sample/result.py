"""The generator's own record: counts of the final marks of one class (or group), one subject."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass

COUNTS = (
    "n5",
    "n4",
    "n3",
    "n2",
    "not_assessed",
    "exempt",
    "credited",
    "not_credited",
    "no_mark",
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pupils got what; a made-up mark is the name of the count it goes to."""

    n5: int = 0
    n4: int = 0
    n3: int = 0
    n2: int = 0
    not_assessed: int = 0
    exempt: int = 0
    credited: int = 0
    not_credited: int = 0
    no_mark: int = 0

    @classmethod
    def of(cls, marks: Sequence[str]) -> "Tally":
        return cls(**Counter(marks))

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other))))

    @property
    def assessed(self) -> int:
        return self.n5 + self.n4 + self.n3 + self.n2

    @property
    def asked(self) -> int:
        """The denominator of the default rule: «н/а» stays in, the exempt are left out."""
        return self.assessed + self.not_assessed

    @property
    def roster(self) -> int:
        return self.asked + self.exempt + self.credited + self.not_credited + self.no_mark


@dataclass(frozen=True, slots=True)
class Result:
    school: str
    first_year: int
    period: str
    grade: int
    letter: str
    group: str  # "1", "2" in a divided class
    subject: str
    roster: int
    tally: Tally

    @property
    def school_class(self) -> tuple[int, str]:
        return self.grade, self.letter
