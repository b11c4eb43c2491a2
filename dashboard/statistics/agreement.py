"""Marks beside an outside test: at which schools the two are farther apart than is usual."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from dashboard.statistics.funnel import LEAST_GROUPS, Z_ACTION


@dataclass(frozen=True, slots=True)
class Point:
    """One school: shares (0-1) of good marks and of passed tests, with the pupils (> 0) of each."""

    key: str
    marks: float
    marks_pupils: int
    test: float
    takers: int


@dataclass(frozen=True, slots=True)
class Line:
    """The marks that go with a test result in this district: level + slope · test; shares."""

    level: float
    slope: float

    def marks(self, test: float) -> float:
        return min(1.0, max(0.0, self.level + self.slope * test))


def fit(points: Sequence[Point]) -> Line:
    """The line through all schools (at least one) by weighted least squares.

    A school weighs 1/(1/n + 1/m), n pupils with marks and m takers: it tells no more than the
    smaller of its two groups lets it. Where all tests are equal the line is level.
    """
    weights = [1 / (1 / each.marks_pupils + 1 / each.takers) for each in points]
    marks = _mean([each.marks for each in points], weights)
    test = _mean([each.test for each in points], weights)
    spread = sum(w * (each.test - test) ** 2 for w, each in zip(weights, points))
    both = sum(w * (each.test - test) * (each.marks - marks) for w, each in zip(weights, points))
    slope = both / spread if spread > 1e-12 else 0.0
    return Line(marks - slope * test, slope)


def far(points: Sequence[Point]) -> dict[str, float]:
    """Schools whose marks are far above (> 0) or below (< 0) what goes with their test, with z.

    z = (marks − line) / √(s² + τ²), s² = p₀q₀/n + slope²·t₀v₀/m with the district's own shares
    p₀ of marks and t₀ of tests, τ² the usual variance of the other schools about the line; far
    is |z| > 3.09, outside the pooled 99.8 % interval. Fewer than ten schools tell nothing: none
    is far. It is worth talking about, and no judgement on anyone's marks.
    Source: over-dispersed limits as of a funnel, Spiegelhalter 2005, Statistics in Medicine
    24:1185, about a line in place of one centre.
    """
    if len(points) < LEAST_GROUPS:
        return {}
    line = fit(points)
    chance = _chance(points, line)
    gaps = [each.marks - line.marks(each.test) for each in points]
    usual = _usual_of_others(gaps, chance)
    scores = [gap / sqrt(s2 + t2) for gap, s2, t2 in zip(gaps, chance, usual)]
    return {p.key: score for p, score in zip(points, scores) if abs(score) > Z_ACTION}


def _usual_of_others(gaps: Sequence[float], chance: Sequence[float]) -> list[float]:
    """τ² for each school from all but itself, so that a far school does not hide itself.

    Moments, with w = 1/s² of the K others: (Σw·gap² − (K − 2)) / (Σw − Σw²/Σw), at least 0; the
    line has taken two.
    """
    weights = [1 / variance for variance in chance]
    total, squared = sum(weights), sum(w**2 for w in weights)
    squares = sum(w * gap**2 for w, gap in zip(weights, gaps))
    found = []
    for weight, gap in zip(weights, gaps):
        rest = total - weight
        beyond = rest - (squared - weight**2) / rest
        found.append(max(0.0, (squares - weight * gap**2 - (len(gaps) - 3)) / beyond))
    return found


def _chance(points: Sequence[Point], line: Line) -> list[float]:
    """s² of each school; never 0, so that a district where all passed has an answer too."""
    marks = _mean([each.marks for each in points], [each.marks_pupils for each in points])
    test = _mean([each.test for each in points], [each.takers for each in points])
    of_marks, of_test = marks * (1 - marks), line.slope**2 * test * (1 - test)
    return [max(1e-9, of_marks / each.marks_pupils + of_test / each.takers) for each in points]


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(v * w for v, w in zip(values, weights)) / sum(weights)
