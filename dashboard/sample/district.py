"""The made-up schools: where they are, what they are called, how they export."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from dashboard.sample.content import card, rows

AIMAKS = Path(__file__).parents[2] / "data" / "aimaks.csv"
NEARBY = 0.02  # degrees: a school stands about two kilometres around its aimak's centre


@dataclass(frozen=True, slots=True)
class School:
    code: str
    number: int
    name: str
    epithet: str  # also the village it stands in
    aimak: str
    lat: float
    lon: float
    profile: Mapping[str, str]  # a row of profiles.csv

    @property
    def aliases(self) -> tuple[str, ...]:
        return tuple(text.format(number=self.number) for text in card("district")["aliases"])

    @property
    def grades(self) -> range:
        lowest, highest = card("district")["sizes"][self.profile["size"]]["grades"]
        limit = card("district")["highest_grade"].get(self.profile["kind"], highest)
        return range(lowest, min(highest, max(limit, lowest)) + 1)

    def has_flaw(self, name: str) -> bool:
        return name in self.profile["flaws"].split()

    def layout(self, latest: bool) -> str:
        return self.profile["layout" if latest else "earlier"]


def make_district(schools: int, seed: int) -> tuple[School, ...]:
    """Each school is made from its own number, so that more schools change none of the others."""
    aimaks = _aimaks(schools)
    return tuple(_school(number, aimaks[number - 1], seed) for number in range(1, schools + 1))


def _school(number: int, aimak: str, seed: int) -> School:
    profiles = rows("profiles")
    profile = profiles[(number - 1) % len(profiles)]
    epithet = _epithet(number)
    kind = card("district")["kinds"][profile["kind"]]
    name = card("district")["name"].format(number=number, kind=kind, epithet=epithet)
    lat, lon = _place(aimak, Random(f"{seed} place {number}"))
    return School(f"S{number:02}", number, name, epithet, aimak, lat, lon, profile)


def _epithet(number: int) -> str:
    """Two words; their lists' lengths share no factor, so that no pair comes twice in 210."""
    first, second = card("district")["first"], card("district")["second"]
    return f"{first[(number - 1) % len(first)]}-{second[(number - 1) % len(second)]}"


def _aimaks(schools: int) -> list[str]:
    """One aimak after the other, each in proportion to its share (Sainte-Laguë)."""
    shares = card("district")["aimaks"]
    given = dict.fromkeys(shares, 0)
    order = []
    for _ in range(schools):
        next_one = max(shares, key=lambda aimak: shares[aimak] / (2 * given[aimak] + 1))
        given[next_one] += 1
        order.append(next_one)
    return order


def _place(aimak: str, chance: Random) -> tuple[float, float]:
    """A made-up point near the aimak's own."""
    with AIMAKS.open(encoding="utf-8", newline="") as file:
        centre = next(row for row in csv.DictReader(file) if row["aimak"] == aimak)
    lat = float(centre["lat"]) + chance.uniform(-NEARBY, NEARBY)
    lon = float(centre["lon"]) + chance.uniform(-NEARBY, NEARBY)
    return round(lat, 4), round(lon, 4)
