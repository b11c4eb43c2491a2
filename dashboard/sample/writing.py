"""Write a made-up district to a folder, and beside it the files that must be refused."""

import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from dashboard.sample.district import School, make_district
from dashboard.sample.export import File, Report
from dashboard.sample.grouping import grouped
from dashboard.sample.pupils import classes
from dashboard.sample.refused import refused
from dashboard.sample.result import Result
from dashboard.sample.results import results
from dashboard.sample.terms import LATEST, first_years
from dashboard.sample.truth import truth
from dashboard.sample.writers import export
from dashboard.sample.writers.manifest import manifest
from dashboard.sample.writers.register import register

YEAR_FOLDER = re.compile(r"\d{4}-\d{4}")


@dataclass(frozen=True, slots=True)
class SchoolRecords:
    school: School
    pupils: int  # of the latest year, in all grades
    results: list[Result]


def write(folder: Path, schools: int = 45, years: int = 3, seed: int = 1) -> None:
    """The same arguments write the same bytes. An earlier sample in the folder is replaced."""
    records = make_records(schools, years, seed)
    files = [file for of_school in records for file in _exports(of_school)]
    folder = folder.resolve()  # «.» has no name to put «-refused» behind
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    _save(folder, [_register(records), *files, manifest(files), _truth(records)])
    _save(folder.with_name(f"{folder.name}-refused"), refused())


def make_records(schools: int, years: int, seed: int) -> list[SchoolRecords]:
    return [_records(school, years, seed) for school in make_district(schools, seed)]


def _records(school: School, years: int, seed: int) -> SchoolRecords:
    """Chance begins anew at each school, so that none depends on those before it."""
    made = classes(school, first_years(years), Random(f"{seed} {school.code} pupils"))
    pupils = sum(len(c.pupils) for c in made if c.first_year == LATEST)
    of_school = results(school, made, Random(f"{seed} {school.code} marks"))
    return SchoolRecords(school, pupils, of_school)


def _exports(records: SchoolRecords) -> Iterable[File]:
    by_year = grouped(records.results, lambda result: result.first_year)
    for first_year, of_year in by_year:
        yield from export(Report(records.school, first_year, of_year))


def _register(records: list[SchoolRecords]) -> File:
    pupils = {of_school.school.code: of_school.pupils for of_school in records}
    return register(tuple(of_school.school for of_school in records), pupils)


def _truth(records: list[SchoolRecords]) -> File:
    aimaks = {of_school.school.code: of_school.school.aimak for of_school in records}
    every = (result for of_school in records for result in of_school.results)
    metrics = [
        f"{json.dumps(metric)}: [\n{_lines(rows)}\n]"
        for metric, rows in truth(every, aimaks).items()
    ]
    return File("truth.json", ("{\n" + ",\n".join(metrics) + "\n}\n").encode())


def _lines(rows: list[dict]) -> str:
    return ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def _clear(folder: Path) -> None:
    """Only what an earlier sample wrote: year folders beside a truth.json."""
    if (folder / "truth.json").exists():
        for year in folder.iterdir():
            if year.is_dir() and YEAR_FOLDER.fullmatch(year.name):
                shutil.rmtree(year)


def _save(folder: Path, files: Iterable[File]) -> None:
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
