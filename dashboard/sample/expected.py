"""What must come out beside the metrics of marks: pupils by standing, national test, olympiads."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.sample.exams import MAIN_TEST, ExamResult
from dashboard.sample.olympiads import DISTRICT, OlympiadResult
from dashboard.sample.standings import GROUPS, Standing
from dashboard.sample.terms import title

Names = tuple[str, ...]
WHERE: tuple[Names, ...] = ((), ("school",), ("aimak",))
OF_CLASSES: tuple[Names, ...] = (*WHERE, ("grade",), ("school", "grade"))
OF_SUBJECTS: tuple[Names, ...] = (("subject",), ("school", "subject"))


@dataclass(frozen=True, slots=True)
class Metric:
    """Of summed counts; `counted`: the value is the numerator itself, no share of anything."""

    numerator: Names
    denominator: Names
    pupils: Names  # the children behind it
    counted: bool = False


ASSESSED = ("excellent", "good", "satisfactory", "failing")
OF_STANDINGS = {
    "quality_pupils": Metric(("excellent", "good"), GROUPS, ASSESSED),
    "one_three": Metric(("one_three",), ASSESSED, ASSESSED, counted=True),
}
OF_EXAMS = {
    "exam_threshold": Metric(("passed",), ("takers",), ("takers",)),
    "exam_mean": Metric(("score_sum",), ("takers",), ("takers",)),
    "exam_participation": Metric(("takers",), ("graduates",), ("graduates",)),
}
PLACES, ENTRIES = ("place1", "place2", "place3"), ("participants",)
OF_OLYMPIADS = {"olympiad_places": Metric(PLACES, ENTRIES, ENTRIES, counted=True)}


def expected(
    standings: Iterable[Standing],
    exams: Iterable[ExamResult],
    olympiads: Iterable[OlympiadResult],
    aimaks: Mapping[str, str],
) -> dict[str, list[dict]]:
    """For each metric a row per group. Different tests, and different stages, are never added."""
    tests, stage = list(exams), [each for each in olympiads if each.stage == DISTRICT]
    main = [each for each in tests if each.subject == MAIN_TEST]
    subjects = [each for each in tests if each.subject != MAIN_TEST]
    by_class = _Groups(("year", "period"), aimaks)
    by_year, of_stage = _Groups(("year",), aimaks), _Groups(("year", "stage"), aimaks)
    of_tests = by_year.sums(main, WHERE) + by_year.sums(subjects, OF_SUBJECTS)
    return {
        **_rows(OF_STANDINGS, by_class.sums(standings, OF_CLASSES)),
        **_rows(OF_EXAMS, of_tests),
        **_rows(OF_OLYMPIADS, of_stage.sums(stage, (*WHERE, *OF_SUBJECTS))),
    }


Record = Standing | ExamResult | OlympiadResult
Sums = list[tuple[dict, Counter[str]]]


@dataclass(frozen=True, slots=True)
class _Groups:
    """`times` are in every row: they are never added together."""

    times: Names
    aimaks: Mapping[str, str]

    def sums(self, records: Iterable[Record], groupings: Iterable[Names]) -> Sums:
        """What each group is, and the sums of its records' counts."""
        told = [(self._about(record), _counts(record)) for record in records]
        return [found for names in groupings for found in self._grouped(told, names)]

    def _grouped(self, told: Sums, names: Names) -> Sums:
        groups: dict[tuple, Counter[str]] = defaultdict(Counter)
        for about, counts in told:
            groups[tuple(about[name] for name in (*self.times, *names))].update(counts)
        return [(self._named(names, key), groups[key]) for key in sorted(groups)]

    def _named(self, names: Names, key: tuple) -> dict:
        times = len(self.times)
        return {**dict(zip(names, key[times:])), **dict(zip(self.times, key[:times]))}

    def _about(self, record: Record) -> dict:
        wanted = ("school", "subject", "grade", "period", "stage")
        about = {name: getattr(record, name) for name in wanted if hasattr(record, name)}
        return about | {"aimak": self.aimaks[record.school], "year": title(record.first_year)}


def _counts(record: Record) -> Counter[str]:
    """Every number that may be added; never the year, the class or the best score."""
    apart = ("first_year", "grade", "score_max")
    values = {name: getattr(record, name) for name in type(record).__slots__ if name not in apart}
    return Counter({name: value for name, value in values.items() if isinstance(value, int)})


def _rows(metrics: Mapping[str, Metric], sums: Sums) -> dict[str, list[dict]]:
    return {
        name: [_row(metric, about, counts) for about, counts in sums]
        for name, metric in metrics.items()
    }


def _row(metric: Metric, about: dict, counts: Counter[str]) -> dict:
    numerator, denominator, pupils = (
        sum(counts[name] for name in names)
        for names in (metric.numerator, metric.denominator, metric.pupils)
    )
    row = {**about, "numerator": numerator, "denominator": denominator, "pupils": pupils}
    return {**row, "value": numerator} if metric.counted else row
