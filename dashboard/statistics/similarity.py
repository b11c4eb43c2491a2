"""Which groups are most like one, by features that someone chose and weighed."""

from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

LEAST_FOR_VERDICT = 10  # a position among fewer groups is no verdict (FBIT)
PLACE = "place"  # the feature whose value is (lat, lon), degrees
EARTH_KM = 6371.0

Place = tuple[float, float]
Feature = float | str | bool | Place | None
Features = Mapping[str, Feature]


def nearest(
    own_id: Hashable,
    all_features: Mapping[Hashable, Features],
    weights: Mapping[str, float],
    count: int = 8,
) -> list[tuple[Hashable, float]]:
    """The most similar others with their distances, the most similar first, then by id."""
    others = {key: features for key, features in all_features.items() if key != own_id}
    found = distances(all_features[own_id], others, weights)
    return sorted(found.items(), key=lambda pair: (pair[1], pair[0]))[:count]


def distances(
    own: Features, others: Mapping[Hashable, Features], weights: Mapping[str, float]
) -> dict[Hashable, float]:
    """How unlike each other one is: 0 alike in all, 1 as unlike as the two ends of the set.

    √(Σw·d²/Σw), d = |a − b| / the range in the whole set for numbers, 0 or 1 for texts and
    yes/no, great-circle km / the largest such distance in the set for "place". A feature that
    either side lacks is left out, and its weight with it; who shares none is not in the answer.
    Weights ≥ 0, of any scale; 0 leaves a feature out.
    Source: Financial Benchmarking and Insights Tool (DfE), comparator sets.
    """
    everyone = [own, *others.values()]
    used = {name: weight for name, weight in weights.items() if weight > 0}
    reach = {name: _reach(name, [one.get(name) for one in everyone]) for name in used}
    found = {key: _distance(own, features, used, reach) for key, features in others.items()}
    return {key: distance for key, distance in found.items() if distance is not None}


def _distance(
    own: Features, other: Features, weights: Mapping[str, float], reach: Mapping[str, float]
) -> float | None:
    shared = [n for n in weights if own.get(n) is not None and other.get(n) is not None]
    if not shared:
        return None
    squares = sum(weights[n] * _unlike(own[n], other[n], reach[n]) ** 2 for n in shared)
    return sqrt(squares / sum(weights[n] for n in shared))


def _unlike(one: Feature, other: Feature, reach: float) -> float:
    """0-1."""
    if isinstance(one, tuple):
        return kilometres(one, other) / reach if reach else 0.0
    if isinstance(one, bool | str):
        return float(one != other)
    return abs(one - other) / reach if reach else 0.0


def _reach(name: str, values: Iterable[Feature]) -> float:
    """What counts as wholly unlike: the largest difference in the set; 1 for texts and yes/no."""
    known = [value for value in values if value is not None]
    if name == PLACE:
        return max((kilometres(*two) for two in combinations(set(known), 2)), default=0.0)
    if not known or isinstance(known[0], bool | str):
        return 1.0
    return max(known) - min(known)


def kilometres(one: Place, other: Place) -> float:
    """The great-circle distance of two (lat, lon) in degrees, by the haversine formula."""
    (lat, lon), (other_lat, other_lon) = map(radians, one), map(radians, other)
    across = sin((other_lat - lat) / 2) ** 2
    along = cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(across + along)))
