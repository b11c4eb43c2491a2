"""Real schools' printed tables come out as printed, to the last decimal."""

import pytest

from dashboard.metrics import ask
from dashboard.spec.answer import Question
from tests.conftest import marks

# Kazakh language by grade, a year's table in the self-assessment of a school-lyceum in Kazakhstan
# (engime.org, 193585, page 17). In print the two headings have changed places; here they are right.
KAZAKH = [  # grade, pupils, 5, 4, 3, 2, quality %, pass rate %
    (2, 92, 22, 42, 28, 0, "70", "100"),
    (3, 105, 19, 45, 41, 0, "61", "100"),
    (4, 126, 19, 70, 37, 0, "71", "100"),
    (5, 85, 12, 45, 28, 0, "67", "100"),
    (6, 97, 10, 53, 34, 0, "65", "100"),
    (7, 99, 6, 61, 32, 0, "68", "100"),
    (8, 91, 9, 50, 32, 0, "65", "100"),
    (9, 93, 10, 52, 31, 0, "67", "100"),
    (10, 43, 10, 31, 2, 0, "95", "100"),
    (11, 24, 8, 16, 0, 0, "100", "100"),
]
# Algebra in grade 9 of a town and of one school in it, three years (geum.ru, art-394443, leaf 4).
ALGEBRA = [  # class letter here, pupils, 5, 4, 3, 2, quality %, pass rate %, mean mark
    ("А", 2460, 357, 991, 857, 255, "54.8", "89.63", "3.59"),
    ("Б", 70, 10, 27, 22, 11, "52.86", "84.29", "3.51"),
    ("В", 2369, 365, 791, 1042, 171, "48.8", "92.78", "3.57"),
    ("Г", 31, 1, 15, 12, 3, "51.6", "90.3", "3.45"),
    ("Д", 1993, 338, 772, 821, 62, "55.69", "97", "3.7"),
    ("Е", 47, 4, 22, 17, 4, "55.32", "91.49", "3.55"),
]


def _row(grade, letter, subject, counts):
    names = ("n5", "n4", "n3", "n2")
    return marks(grade=grade, letter=letter, subject_id=subject, **dict(zip(names, counts)))


@pytest.fixture
def value(snapshot_of, settings):
    """The value of a metric for a subject's grade and class letter, all from one district."""
    rows = [_row(grade, "А", "kazakh_language", counts) for grade, _, *counts in KAZAKH]
    rows += [_row(9, letter, "algebra", counts) for letter, _, *counts in ALGEBRA]
    snapshot = snapshot_of({"marks": rows})

    def found(metric, subject, grade, letter):
        question = Question.of(metric, ("grade", "letter"), {"subject": (subject,)})
        return ask(question, snapshot, settings).by_key()[grade, letter]

    return found


def _printed(number: float, as_in: str) -> str:
    return f"{number:.{len(as_in.partition('.')[2])}f}"


def test_each_printed_row_adds_up():
    for _, pupils, *counts in KAZAKH + ALGEBRA:
        assert sum(counts[:4]) == pupils


@pytest.mark.parametrize(("metric", "column"), [("quality", 6), ("pass_rate", 7)])
def test_a_schools_yearly_table_comes_out(metric, column, value):
    for row in KAZAKH:
        found = value(metric, "kazakh_language", row[0], "А")
        assert (found.denominator, found.pupils) == (row[1], row[1])
        assert _printed(100 * found.value, row[column]) == row[column]


@pytest.mark.parametrize(
    ("metric", "column", "times"), [("quality", 6, 100), ("pass_rate", 7, 100), ("mean_mark", 8, 1)]
)
def test_three_years_of_a_town_and_a_school_come_out(metric, column, times, value):
    for row in ALGEBRA:
        found = value(metric, "algebra", 9, row[0])
        assert _printed(times * found.value, row[column]) == row[column]
