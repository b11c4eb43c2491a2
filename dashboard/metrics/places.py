"""Where the schools and the boundary of a district are drawn. Read once for each snapshot."""

import csv
from collections.abc import Mapping
from functools import cache

from dashboard.metrics.registers import schools
from dashboard.statistics.places import Spot, spots
from dashboard.statistics.similarity import Place
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept
from dashboard.store.reference import DATA

FILE = DATA / "aimaks.csv"
Ring = tuple[Place, ...]  # (lat, lon) of its points, the first again at the end


def places(snapshot: Snapshot) -> Mapping[str, Spot]:
    """A spot for every registered school: its own place, an approximate one, or one aside."""
    return _places(snapshot)


def boundary(snapshot: Snapshot) -> tuple[Ring, ...]:
    """The rings of every imported boundary; empty without one that can be read."""
    return _boundary(snapshot)


@cache
def centres() -> dict[str, Place]:
    """The shipped centres of aimaks, (lat, lon)."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["aimak"]: (float(row["lat"]), float(row["lon"])) for row in rows}


def rings(outline: str) -> tuple[Ring, ...]:
    """ "lon lat,lon lat,…;…" as points; empty where anything in it is no place on Earth."""
    try:
        found = tuple(tuple(map(_point, ring.split(","))) for ring in outline.split(";"))
    except ValueError:
        return ()
    return found if all(len(ring) > 3 for ring in found) else ()


def _point(text: str) -> Place:
    lon, lat = map(float, text.split())
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(text)
    return lat, lon


def _read_places(snapshot: Snapshot) -> dict[str, Spot]:
    known = {key: (school.place, school.aimak) for key, school in schools(snapshot).items()}
    return spots(known, centres())


def _read_boundary(snapshot: Snapshot) -> tuple[Ring, ...]:
    rows = sql.run("options/boundaries", {}, snapshot.engine)
    return tuple(ring for (outline,) in rows for ring in rings(outline))


_places = Kept(_read_places, size=4)
_boundary = Kept(_read_boundary, size=4)
