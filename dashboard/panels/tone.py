"""How far a value is from the district's, for colour."""

from dashboard.spec.answer import Value

FULL = {"percent": 0.26, "points": 0.8, "count": 1.0}  # the distance that has the full colour


def tone(value: Value | None, reference: float | None, unit: str) -> float | None:
    """−1 (far lower) … 1 (far higher); None where either is not shown."""
    if value is None or value.value is None or reference is None:
        return None
    return max(-1.0, min(1.0, (value.value - reference) / FULL[unit]))
