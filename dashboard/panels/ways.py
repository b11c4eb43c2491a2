"""How far it is between two schools, and how well that is known."""

from typing import NamedTuple

from dashboard.i18n import number, t
from dashboard.metrics.places import places
from dashboard.statistics.places import ASIDE, OWN
from dashboard.statistics.similarity import kilometres
from dashboard.store.current import Snapshot


class Way(NamedTuple):
    """`exact`: both schools gave their own place; else one stands at its aimak's centre."""

    km: float
    exact: bool


def way(snapshot: Snapshot, one: str | None, other: str | None) -> Way | None:
    """By the places on the map, in a straight line; None where one of them is not known."""
    spots = places(snapshot)
    start, end = spots.get(one), spots.get(other)
    if start is None or end is None or ASIDE in (start.known, end.known):
        return None
    km = kilometres((start.lat, start.lon), (end.lat, end.lon))
    return Way(km, start.known == end.known == OWN)


def said(found: Way | None, language: str) -> str:
    """«8 km», «≈ 8 km», or that nobody knows."""
    if found is None:
        return t("pairing.way.unknown", language)
    words = "exact" if found.exact else "about"
    return t(f"pairing.way.{words}", language, km=number(found.km, language, _places(found.km)))


def _places(km: float) -> int:
    return 1 if km < 10 else 0
