"""A boundary becomes one row for each id; what is no ring on Earth is told, nothing half loaded."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import Unreadable
from dashboard.i18n import LANGUAGES, t
from dashboard.importer.reading import geojson, read
from dashboard.metrics.places import boundary, rings
from dashboard.store.current import Reader

SQUARE = [[71.0, 41.0], [72.0, 41.0], [72.0, 41.5], [71.0, 41.0]]
HOLE = [[71.4, 41.1], [71.5, 41.2], [71.5, 41.1], [71.4, 41.1]]


def polygon(*outlines):
    return {"type": "Polygon", "coordinates": list(outlines)}


def feature(geometry, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features):
    return {"type": "FeatureCollection", "features": list(features)}


def rows(told, name="boundary.geojson"):
    (sheet,) = read(name, json.dumps(told).encode())
    assert sheet.rows[0] == geojson.HEAD
    return sheet.rows[1:]


def check(told):
    data = told if isinstance(told, bytes) else json.dumps(told).encode()
    with pytest.raises(Unreadable) as raised:
        read("boundary.geojson", data)
    for language in LANGUAGES:
        assert t(raised.value.key, language, **raised.value.about)
    return raised.value.check


def test_a_polygon_alone_is_the_district():
    assert rows(polygon(SQUARE)) == (("district", None, "71.0 41.0,72.0 41.0,72.0 41.5,71.0 41.0"),)


def test_name_does_not_decide_that_it_is_a_boundary():
    assert rows(polygon(SQUARE), "boundary.json") == rows(polygon(SQUARE))


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"id": 7, "name": "Ала-Бука"}, ("7", "Ала-Бука")),
        ({"NAME": "Ала-Бука"}, ("Ала-Бука", "Ала-Бука")),
        ({}, ("district", None)),
    ],
)
def test_a_feature_is_called_by_its_id_or_name(properties, expected):
    assert rows(feature(polygon(SQUARE), **properties))[0][:2] == expected


def test_holes_and_islands_are_rings_of_one_row():
    many = {"type": "MultiPolygon", "coordinates": [[SQUARE, HOLE], [HOLE]]}
    assert len(rings(rows(many)[0][2])) == 3


def test_each_feature_is_a_row_and_those_of_one_name_are_one():
    told = collection(
        feature(polygon(SQUARE), name="А"),
        feature(polygon(HOLE), name="Б"),
        feature(polygon(HOLE), name="А"),
    )
    found = rows(told)
    assert [row[0] for row in found] == ["А", "Б"]
    assert len(rings(found[0][2])) == 2


def test_points_and_lines_beside_an_area_are_passed_over():
    point = {"type": "Point", "coordinates": [71.0, 41.0]}
    assert len(rows(collection(feature(point), feature(polygon(SQUARE))))) == 1


@given(st.integers(3, 3000))
def test_a_ring_is_thinned_and_stays_closed(count):
    ring = [[71 + step / 5000, 41 + (step * step % 977) / 5000] for step in range(count)]
    (found,) = rings(rows(polygon([*ring, ring[0]]))[0][2])
    assert found[0] == found[-1] == (41.0, 71.0)
    assert 3 < len(found) <= geojson.MOST_POINTS + 1


@pytest.mark.parametrize(
    "place",
    [[471.0, 41.0], [71.0, 91.0], ["71", 41.0], [71.0], [None, 41.0], [True, 41.0], [1e999, 0]],
)
def test_a_point_that_is_no_place_on_earth_is_told(place):
    assert check(polygon([*SQUARE[:2], place, *SQUARE[2:]])) == "boundary_no_place"


@pytest.mark.parametrize(
    "ring", [SQUARE[:3], [SQUARE[0]] * 5, SQUARE[:2] + SQUARE[:1], [], 5], ids=repr
)
def test_what_is_not_a_ring_is_told(ring):
    assert check(polygon(ring)) == "boundary_no_ring"


def test_nothing_is_half_loaded():
    assert check(collection(feature(polygon(SQUARE)), feature(polygon(SQUARE[:2])))) in (
        "boundary_no_ring",
    )


@pytest.mark.parametrize(
    "told",
    [
        collection(),
        collection(feature({"type": "Point", "coordinates": [1, 2]})),
        feature(None) | {"id": 1},
        collection(7),
        {"type": "Topology", "objects": {"a": {"type": "Polygon", "arcs": [[0]]}}},
    ],
    ids=repr,
)
def test_without_an_area_there_is_no_boundary(told):
    assert check(told) == "boundary_no_area"


def test_a_file_cut_off_is_damaged():
    assert check(json.dumps(polygon(SQUARE)).encode()[:-3]) == "file_damaged"
    assert check(b'{"type": "Polygon", "a":' + b"[" * 100_000) == "file_damaged"


def test_too_many_rings_are_told():
    many = {"type": "MultiPolygon", "coordinates": [[SQUARE]] * (geojson.MOST_RINGS + 1)}
    assert check(many) == "boundary_too_fine"


def test_other_json_is_no_boundary():
    assert not geojson.is_it('{"schools": [{"type": "secondary"}]}')


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.sampled_from([*geojson.KINDS, "Point"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["type", "features", "geometry", "geometries", "coordinates", "id", "properties"]
            ),
            inner,
        )
    ),
    max_leaves=20,
)


def outcome(told):
    try:
        return read("x.geojson", json.dumps(told).encode()) and "read"
    except Unreadable as raised:
        return raised.check


@given(st.sampled_from(geojson.KINDS), JSON)
def test_whatever_it_holds_it_is_read_or_told(kind, told):
    inside = told if isinstance(told, dict) else {"coordinates": told}
    found = outcome(inside | {"type": kind})
    assert found == "read" or found.startswith(("boundary_", "file_"))


def test_a_boundary_is_imported_and_can_be_drawn(district):
    batch = district.bring({"boundary.geojson": json.dumps(feature(polygon(SQUARE)))})
    assert [file.status for file in batch.files] == ["loaded"]
    assert boundary(Reader(district.settings).current()) == (
        tuple((lat, lon) for lon, lat in SQUARE),
    )
