"""A small sample, written once: nine schools hold every layout, two years every period."""

from pathlib import Path

import pytest

from dashboard.sample import write
from dashboard.sample.writing import SchoolRecords, make_records

ASKED = {"schools": 9, "years": 2, "seed": 5}


@pytest.fixture(scope="session")
def asked() -> dict[str, int]:
    return ASKED


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "sample"
    write(folder, **ASKED)
    return folder


@pytest.fixture(scope="session")
def records() -> list[SchoolRecords]:
    return make_records(**ASKED)


@pytest.fixture(scope="session")
def every_result(records):
    return [result for of_school in records for result in of_school.results]


@pytest.fixture(scope="session")
def results_of(records):
    """The records of one school and year, by the school's code and the year's beginning."""

    def of(code: str, first_year: int) -> list:
        school = next(r for r in records if r.school.code == code)
        return [result for result in school.results if result.first_year == first_year]

    return of
