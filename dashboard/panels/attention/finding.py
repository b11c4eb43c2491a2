"""One thing that needs attention, whatever its kind."""

from dataclasses import dataclass

TONES = {"low": -1.0, "high": 1.0, "grey": 0.0}  # worse, better, neither


@dataclass(frozen=True, slots=True)
class Finding:
    """`weight` is the number of pupils beyond what chance and the usual spread explain; 0 for a
    plain fact of a register, which chance has no part in."""

    key: tuple[str, ...]  # its kind, then what it is of
    weight: float
    tone: str  # of TONES
    sentence: str  # what is so; claims no cause
    evidence: str  # the numbers, intervals and limits that it stands on
    href: str = ""  # the page that shows it; empty: there is none yet
    about: str = ""  # the school it is of; empty: of many

    @property
    def kind(self) -> str:
        return self.key[0]
