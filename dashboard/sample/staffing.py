"""What the seeds tell of single schools: their network, their teachers, how many are trained."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.sample.content import rows
from dashboard.sample.district import School

LEAD, ATTACHED, LEFT = "lead", "attached", "left"


@dataclass(frozen=True, slots=True)
class Staffing:
    """None where nothing is told: then the size of the school, or chance, decides."""

    network: str = ""  # LEAD, ATTACHED, or LEFT: it was attached once
    teachers: int | None = None
    certified: int | None = None  # of them by a valid certificate of the network's kinds
    trained: Mapping[str, int] | None = None  # of them by kind of course


def staffing(school: School) -> Staffing:
    """The schools beyond the profiles are staffed as the first ones again."""
    return _told().get((school.number - 1) % len(rows("profiles")) + 1, Staffing())


def district_of(school: School) -> int:
    """Which round of the profiles it belongs to, from 0: each has a lead network of its own."""
    return (school.number - 1) // len(rows("profiles"))


@cache
def _told() -> dict[int, Staffing]:
    return {int(row["number"]): _staffing(row) for row in rows("staffing")}


def _staffing(row: Mapping[str, str]) -> Staffing:
    told = {name: int(text) for name, text in row.items() if text and name != "network"}
    kinds = ("level", "updated_curriculum")
    trained = {kind: told[kind] for kind in kinds if kind in told}
    return Staffing(row["network"], told.get("teachers"), told.get("certified"), trained or None)
