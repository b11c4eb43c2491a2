"""A boundary (GeoJSON, RFC 7946) → a Sheet: its rings as text, in the columns of `boundaries`."""

import json
import re
from collections.abc import Iterator, Sequence
from math import isfinite

from dashboard.errors import Unreadable
from dashboard.importer.reading import grid
from dashboard.spec.sheet import Sheet

HEAD = ("boundary_id", "name", "outline")
KINDS = ("FeatureCollection", "Feature", "GeometryCollection", "Polygon", "MultiPolygon")
SAID = re.compile(rf'"type"\s*:\s*"(?:{"|".join(KINDS)})"')
MOST_POINTS = 400  # of a ring: more are closer than a screen can show
MOST_RINGS = 2000
DIGITS = 5  # of a degree: about a metre
ALONE = "district"  # a boundary that has neither an id nor a name

Ring = Sequence[object]


def is_it(words: str) -> bool:
    """Only by what it holds: any other JSON is no boundary."""
    return words.lstrip().startswith("{") and SAID.search(words) is not None


def sheet(words: str) -> Sheet:
    """One row for each id. Raises Unreadable where any of it is no ring on Earth: nothing is half
    loaded."""
    told = _parsed(words)
    rows: dict[str, list[str | None]] = {}
    count = 0
    for feature in _features(told):
        key, name = _named(feature)
        outline = [_outline(ring) for ring in _rings(feature.get("geometry"))]
        count += len(outline)
        if count > MOST_RINGS:
            raise Unreadable("boundary_too_fine", most=MOST_RINGS)
        if outline:
            row = rows.setdefault(key, [key, name, ""])
            row[2] = ";".join(filter(None, [row[2], *outline]))
    if not rows:
        raise Unreadable("boundary_no_area")
    return grid.sheet("", [HEAD, *rows.values()])


def _parsed(words: str) -> dict:
    try:
        told = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise Unreadable("file_damaged") from error
    if told.get("type") not in KINDS:
        raise Unreadable("boundary_no_area")
    return told


def _features(told: object) -> Iterator[dict]:
    """Geometries alone are features without properties."""
    if not isinstance(told, dict):
        raise Unreadable("boundary_no_area")
    if told.get("type") != "FeatureCollection":
        yield told if told.get("type") == "Feature" else {"geometry": told}
        return
    for feature in _list(told.get("features")):
        yield from _features(feature)


def _named(feature: dict) -> tuple[str, str | None]:
    """The feature's own id, else its property `id`, else its name."""
    said = feature.get("properties")
    told = {str(key).casefold(): value for key, value in said.items()} if _is_map(said) else {}
    name, key = (_word(told.get(word)) for word in ("name", "id"))
    return _word(feature.get("id")) or key or name or ALONE, name


def _word(value: object) -> str | None:
    return grid.text(str(value)) if isinstance(value, str | int | float) else None


def _rings(geometry: object) -> Iterator[Ring]:
    """Points and lines have no area and are passed over."""
    kind = geometry.get("type") if _is_map(geometry) else None
    if kind == "GeometryCollection":
        for part in _list(geometry.get("geometries")):
            yield from _rings(part)
    elif kind == "Polygon":
        yield from map(_list, _list(geometry.get("coordinates")))
    elif kind == "MultiPolygon":
        for polygon in _list(geometry.get("coordinates")):
            yield from map(_list, _list(polygon))


def _outline(ring: Ring) -> str:
    """Thinned evenly; a ring ends where it began and has three corners at least."""
    points = [_point(place) for place in ring]
    if len(set(points)) < 3 or points[0] != points[-1]:
        raise Unreadable("boundary_no_ring")
    every = -(-len(points) // MOST_POINTS)
    kept = [*points[:-1:every], points[0]]
    return ",".join(f"{lon} {lat}" for lon, lat in kept)


def _point(place: object) -> tuple[float, float]:
    """(lon, lat); a height behind them is not needed."""
    both = _list(place)[:2]
    if len(both) < 2 or not all(_is_number(value) for value in both):
        raise Unreadable("boundary_no_place")
    lon, lat = both
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise Unreadable("boundary_no_place")
    return round(lon, DIGITS), round(lat, DIGITS)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _is_map(value: object) -> bool:
    return isinstance(value, dict)


def _list(value: object) -> list:
    if not isinstance(value, list):
        raise Unreadable("boundary_no_ring")
    return value
