"""What the district office sends of a year that is over: the national test and the olympiads."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.exams import ExamResult
from dashboard.sample.export import Cell, File, Table
from dashboard.sample.grouping import subject_of
from dashboard.sample.olympiads import OlympiadResult
from dashboard.sample.terms import title
from dashboard.sample.wording import subject_words, year_words
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.headed import headed
from dashboard.sample.writers.workbook import workbook


def exams(first_year: int, results: Iterable[ExamResult], schools: Mapping[str, School]) -> File:
    """A workbook in Kyrgyz; the main test has no subject."""
    rows = headed("exams", "ky", (_exam(result, schools) for result in results))
    data = workbook([Table(card("words")["exam"]["ky"]["ort"], rows)])
    return File(f"{title(first_year)}/exams.xlsx", data)


def olympiads(
    first_year: int, results: Iterable[OlympiadResult], schools: Mapping[str, School]
) -> File:
    """A text in Russian, with the schools' codes."""
    rows = headed("olympiads", "ru", (_olympiad(result, schools) for result in results))
    return File(f"{title(first_year)}/olympiads.csv", delimited(rows, ";", "utf-8-sig"))


def _exam(result: ExamResult, schools: Mapping[str, School]) -> dict[str, Cell]:
    subject = subject_words(subject_of(result.subject), "ky") if result.subject else None
    told = card("tests")["exam"]
    return {
        **asdict(result),
        "school": schools[result.school].name,
        "year": year_words(result.first_year),
        "exam": card("words")["exam"]["ky"][told],
        "subject": subject,
    }


def _olympiad(result: OlympiadResult, schools: Mapping[str, School]) -> dict[str, Cell]:
    return {
        **asdict(result),
        "school": schools[result.school].code,
        "year": title(result.first_year),
        "stage": card("words")["stage"]["ru"][result.stage],
        "subject": subject_words(subject_of(result.subject), "ru"),
    }
