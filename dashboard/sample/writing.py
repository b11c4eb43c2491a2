"""Write a made-up district to a folder, and beside it the files that must be refused."""

import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from dashboard.sample.district import School, make_district
from dashboard.sample.exams import ExamResult, exam_results
from dashboard.sample.expected import expected
from dashboard.sample.expected_courses import expected_courses
from dashboard.sample.expected_office import expected_office
from dashboard.sample.expected_reading import expected_reading
from dashboard.sample.export import File, Report
from dashboard.sample.grouping import grouped
from dashboard.sample.markbook import Strengths, pages
from dashboard.sample.office import Office, make_office
from dashboard.sample.olympiads import Entrant, OlympiadResult, entrants, olympiad_results
from dashboard.sample.pupils import SchoolClass, classes
from dashboard.sample.reading import Reading, reading
from dashboard.sample.refused import refused
from dashboard.sample.result import Result
from dashboard.sample.results import results
from dashboard.sample.standings import Standing, standings
from dashboard.sample.terms import LATEST, first_years
from dashboard.sample.truth import truth
from dashboard.sample.writers import (
    course_lists,
    export,
    methodical,
    pupil_groups,
    registers,
    results_of_tests,
    surveys,
)
from dashboard.sample.writers.manifest import manifest
from dashboard.sample.writers.reading import write as reading_files
from dashboard.sample.writers.register import register

YEAR_FOLDER = re.compile(r"\d{4}-\d{4}")


@dataclass(frozen=True, slots=True)
class SchoolRecords:
    school: School
    pupils: int  # of the latest year, in all grades
    classes: list[SchoolClass]
    results: list[Result]
    standings: list[Standing]
    exams: list[ExamResult]
    entrants: list[Entrant]  # of the olympiads
    reading: list[Reading]


def write(folder: Path, schools: int = 45, years: int = 3, seed: int = 1) -> None:
    """The same arguments write the same bytes. An earlier sample in the folder is replaced."""
    records = make_records(schools, years, seed)
    olympiads = make_olympiads(records, seed)
    files = [file for of_school in records for file in _exports(of_school)]
    office = office_of(records, first_years(years), seed)
    files += [*_of_the_district(records, olympiads), *_registers(office, records)]
    folder = folder.resolve()  # «.» has no name to put «-refused» behind
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    _save(folder, [*files, manifest(files), _truth(records, olympiads, office)])
    _save(folder.with_name(f"{folder.name}-refused"), refused())


def make_records(schools: int, years: int, seed: int) -> list[SchoolRecords]:
    return [_records(school, years, seed) for school in make_district(schools, seed)]


def office_of(records: list[SchoolRecords], years: range, seed: int) -> Office:
    return make_office(
        [each.school for each in records],
        {each.school.code: each.pupils for each in records},
        {each.school.code: each.classes for each in records},
        years,
        seed,
    )


def make_olympiads(records: list[SchoolRecords], seed: int) -> list[OlympiadResult]:
    """The one thing that depends on all schools: in the district they meet each other."""
    return olympiad_results((of_school.entrants for of_school in records), seed)


def _records(school: School, years: int, seed: int) -> SchoolRecords:
    """Chance begins anew at each school and each kind of record: none depends on another's."""

    def chance(of: str) -> Random:
        return Random(f"{seed} {school.code} {of}")

    made = classes(school, first_years(years), chance("pupils"))
    strengths = Strengths.of(chance("marks"))
    of_school = pages(school, made, strengths)
    return SchoolRecords(
        school,
        sum(len(c.pupils) for c in made if c.first_year == LATEST),
        made,
        results(of_school),
        standings(of_school),
        exam_results(school, made, strengths, chance("exams")),
        entrants(school.code, made, strengths, chance("olympiads")),
        reading(school, made, chance("reading")),
    )


def _exports(records: SchoolRecords) -> Iterable[File]:
    for first_year, of_year in _by_year(records.results):
        yield from export(Report(records.school, first_year, of_year))
    for first_year, of_year in _by_year(records.standings):
        yield pupil_groups.write(records.school, first_year, of_year)
    yield from reading_files(records.school, records.reading)


def _of_the_district(
    records: list[SchoolRecords], olympiads: list[OlympiadResult]
) -> Iterable[File]:
    schools = {of_school.school.code: of_school.school for of_school in records}
    tests = [result for of_school in records for result in of_school.exams]
    for first_year, of_year in _by_year(tests):
        yield results_of_tests.exams(first_year, of_year, schools)
    for first_year, of_year in _by_year(olympiads):
        yield results_of_tests.olympiads(first_year, of_year, schools)


def _by_year(records: list) -> list[tuple[int, list]]:
    return grouped(records, lambda record: record.first_year)


def _registers(office: Office, records: list[SchoolRecords]) -> Iterable[File]:
    pupils = {of_school.school.code: of_school.pupils for of_school in records}
    yield register(tuple(office.schools.values()), pupils)
    yield from registers.write(office)
    yield from methodical.write(office)
    yield from surveys.write(office)
    yield from course_lists.write(office)


def _truth(records: list[SchoolRecords], olympiads: list[OlympiadResult], office: Office) -> File:
    aimaks = {of_school.school.code: of_school.school.aimak for of_school in records}
    every = {
        name: [each for of_school in records for each in getattr(of_school, name)]
        for name in ("results", "standings", "exams", "reading")
    }
    others = expected(every["standings"], every["exams"], olympiads, aimaks)
    of_marks = truth(every["results"], aimaks)
    of_staff = expected_office(office) | expected_courses(office)
    told = of_marks | others | of_staff | expected_reading(every["reading"], aimaks)
    metrics = [f"{json.dumps(metric)}: [\n{_lines(rows)}\n]" for metric, rows in told.items()]
    return File("truth.json", ("{\n" + ",\n".join(metrics) + "\n}\n").encode())


def _lines(rows: list[dict]) -> str:
    return ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def _clear(folder: Path) -> None:
    """Only what an earlier sample wrote: year folders and networks beside a truth.json."""
    if (folder / "truth.json").exists():
        (folder / "networks.xlsx").unlink(missing_ok=True)  # fewer schools may have none
        for year in folder.iterdir():
            if year.is_dir() and YEAR_FOLDER.fullmatch(year.name):
                shutil.rmtree(year)


def _save(folder: Path, files: Iterable[File]) -> None:
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
