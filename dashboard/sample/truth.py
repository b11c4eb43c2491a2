"""What must come out: the metrics of marks, counted from the generator's own records."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from dashboard.sample.result import Result, Tally
from dashboard.sample.terms import title

GROUPINGS = ((), ("school",), ("subject",), ("grade",), ("aimak",), ("school", "subject"))

# Numerator and denominator under the rule without_exempt.
METRICS: dict[str, Callable[[Tally], tuple[Fraction | int, int]]] = {
    "quality": lambda t: (t.n5 + t.n4, t.asked),
    "pass_rate": lambda t: (t.n5 + t.n4 + t.n3, t.asked),
    "sou": lambda t: (
        Fraction(100 * t.n5 + 64 * t.n4 + 36 * t.n3 + 16 * t.n2 + 7 * t.not_assessed, 100),
        t.asked,
    ),
    "mean_mark": lambda t: (5 * t.n5 + 4 * t.n4 + 3 * t.n3 + 2 * t.n2, t.assessed),
}


def truth(results: Iterable[Result], aimaks: Mapping[str, str]) -> dict[str, list[dict]]:
    """For each metric a row per group; `aimaks` says where a school is."""
    whole_classes = _groups_added(results)
    groups = [row for names in GROUPINGS for row in _grouped(names, whole_classes, aimaks)]
    return {
        metric: [_row(about, count(tally), pupils) for about, tally, pupils in groups]
        for metric, count in METRICS.items()
    }


def _row(about: dict, counted: tuple[Fraction | int, int], pupils: int) -> dict:
    numerator, denominator = counted
    exact = numerator if isinstance(numerator, int) else float(numerator)
    return {**about, "numerator": exact, "denominator": denominator, "pupils": pupils}


def _groups_added(results: Iterable[Result]) -> dict[tuple, Tally]:
    """The teaching groups of a divided class make one class again."""
    added: dict[tuple, Tally] = {}
    for result in results:
        key = (
            result.first_year,
            result.period,
            result.school,
            result.grade,
            result.letter,
            result.subject,
        )
        added[key] = added[key] + result.tally if key in added else result.tally
    return added


def _grouped(
    names: tuple[str, ...], whole_classes: Mapping[tuple, Tally], aimaks: Mapping[str, str]
) -> list[tuple[dict, Tally, int]]:
    """What each group is, its counts, and the children behind them."""
    tallies: dict[tuple, list[Tally]] = defaultdict(list)
    largest: dict[tuple, dict[tuple, int]] = defaultdict(dict)
    for (first_year, period, school, grade, letter, subject), tally in whole_classes.items():
        values = {"school": school, "subject": subject, "grade": grade, "aimak": aimaks[school]}
        key = (first_year, period, *(values[name] for name in names))
        tallies[key].append(tally)
        of_class = largest[key]
        one_class = (school, grade, letter)
        of_class[one_class] = max(of_class.get(one_class, 0), tally.assessed)
    return [
        (_about(names, key), _sum(tallies[key]), sum(largest[key].values()))
        for key in sorted(tallies)
    ]


def _about(names: tuple[str, ...], key: tuple) -> dict:
    first_year, period, *values = key
    return {**dict(zip(names, values)), "year": title(first_year), "period": period}


def _sum(tallies: list[Tally]) -> Tally:
    names = Tally.__slots__
    return Tally(*(sum(getattr(tally, name) for tally in tallies) for name in names))
