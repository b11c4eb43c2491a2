"""truth.json says what a slow, plain count over the records says."""

import json
from collections import Counter

import pytest

GROUPINGS = [(), ("school",), ("subject",), ("grade",), ("aimak",), ("school", "subject")]


@pytest.fixture(scope="module")
def truth(sample):
    return json.loads((sample / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def plain_rows(records):
    return [
        {
            "school": of_school.school.code,
            "aimak": of_school.school.aimak,
            "subject": r.subject,
            "grade": r.grade,
            "letter": r.letter,
            "year": f"{r.first_year}-{r.first_year + 1}",
            "period": r.period,
            "tally": r.tally,
        }
        for of_school in records
        for r in of_school.results
    ]


def test_it_holds_the_metrics_of_marks_first(truth):
    assert list(truth)[:4] == ["quality", "pass_rate", "sou", "mean_mark"]


@pytest.mark.parametrize("names", GROUPINGS)
def test_each_grouping_of_each_year_and_period_is_listed(truth, plain_rows, names):
    keys = (*names, "year", "period")
    expected = {tuple(row[key] for key in keys) for row in plain_rows}
    listed = [tuple(row[key] for key in keys) for row in _of(truth["quality"], names)]
    assert len(listed) == len(set(listed))
    assert set(listed) == expected


@pytest.mark.parametrize("names", GROUPINGS)
def test_pupils_are_children_and_not_marks(truth, plain_rows, names):
    for row in _sampled(_of(truth["mean_mark"], names)):
        assert row["pupils"] == _pupils(_in_group(plain_rows, row, names))


@pytest.mark.parametrize("names", GROUPINGS)
@pytest.mark.parametrize("metric", ["quality", "pass_rate", "sou", "mean_mark"])
def test_numerator_and_denominator_are_those_of_the_contract(truth, plain_rows, metric, names):
    for row in _sampled(_of(truth[metric], names)):
        tallies = [each["tally"] for each in _in_group(plain_rows, row, names)]
        assert (row["numerator"], row["denominator"]) == _counted(metric, tallies)


def _of(rows, names):
    return [row for row in rows if len(row) == len(names) + 5 and all(n in row for n in names)]


def _sampled(rows):
    return rows[:: max(1, len(rows) // 12)]


def _in_group(plain_rows, row, names):
    keys = (*names, "year", "period")
    return [each for each in plain_rows if all(each[key] == row[key] for key in keys)]


def _pupils(rows):
    assessed = Counter()
    for row in rows:
        tally = row["tally"]
        key = (row["school"], row["grade"], row["letter"], row["subject"])
        assessed[key] += tally.n5 + tally.n4 + tally.n3 + tally.n2
    classes = {key[:3] for key in assessed}
    return sum(max(n for key, n in assessed.items() if key[:3] == each) for each in classes)


def _counted(metric, tallies):
    n5, n4, n3, n2, missing = (
        sum(getattr(tally, name) for tally in tallies)
        for name in ("n5", "n4", "n3", "n2", "not_assessed")
    )
    left_out = ("exempt", "credited", "not_credited", "no_mark")
    asked = sum(t.roster - sum(getattr(t, name) for name in left_out) for t in tallies)
    return {
        "quality": (n5 + n4, asked),
        "pass_rate": (n5 + n4 + n3, asked),
        "sou": ((100 * n5 + 64 * n4 + 36 * n3 + 16 * n2 + 7 * missing) / 100, asked),
        "mean_mark": (5 * n5 + 4 * n4 + 3 * n3 + 2 * n2, n5 + n4 + n3 + n2),
    }[metric]
