"""What the deputy heads send: associations, meetings, planned work, lessons given, support."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from dashboard.sample.associations import Association, Meeting
from dashboard.sample.content import card
from dashboard.sample.export import Cell, File, Table
from dashboard.sample.grouping import grouped, subject_of
from dashboard.sample.lessons import Lessons, Support
from dashboard.sample.office import Office
from dashboard.sample.planned import Work
from dashboard.sample.terms import title
from dashboard.sample.wording import period_words, subject_words, year_words
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.headed import headed
from dashboard.sample.writers.workbook import workbook

Row = dict[str, Cell]


def write(office: Office) -> Iterator[File]:
    """One register of associations; of what happened one file for each year."""
    listed = headed("associations", "ru", map(_association, office.associations))
    yield File("associations.xlsx", workbook([Table("associations", listed)]))
    yield from _by_year("meetings", "ky", office.meetings, _meeting)
    yield from _by_year("planned_work", "ru", office.work, _work)
    yield from _by_year("programme", "kk", office.programme, _lessons)
    yield from _by_year("support", "ky", office.support, _support)


def _by_year(table: str, language: str, records: list, row: Callable) -> Iterator[File]:
    for first_year, of_year in grouped(records, _first_year):
        cells = headed(table, language, map(row, of_year))
        yield File(f"{title(first_year)}/{table}.csv", delimited(cells, ";", "utf-8-sig"))


def _first_year(record: Meeting | Work | Lessons | Support) -> int:
    return record.of.first_year if isinstance(record, Meeting) else record.first_year


def _association(of: Association) -> Row:
    return {
        **asdict(of),
        "association": of.code,
        "year": year_words(of.first_year),
        "area": _words("direction", "ru")[of.area],
        "chosen_by": _words("chosen_by", "ru")[of.chosen_by],
    }


def _meeting(of: Meeting) -> Row:
    day = ".".join(reversed(of.date.split("-")))
    return {**asdict(of), "association": of.of.code, "date": day}


def _work(of: Work) -> Row:
    return {
        **asdict(of),
        "year": title(of.first_year),
        "month": card("words")["month"]["ru"][of.month - 1],
        "kind": _words("work", "ru")[of.kind],
        "subject": subject_words(subject_of(of.subject), "ru") if of.subject else None,
    }


def _lessons(of: Lessons) -> Row:
    return {
        **asdict(of),
        "year": title(of.first_year),
        "period": period_words(of.period, "kk"),
        "letter": of.letter or None,
        "subject": subject_words(subject_of(of.subject), "kk"),
    }


def _support(of: Support) -> Row:
    return {
        **asdict(of),
        "year": year_words(of.first_year),
        "period": period_words(of.period, "ky"),
        "kind": _words("support", "ky")[of.kind],
    }


def _words(of: str, language: str) -> Mapping[str, str]:
    return card("words")[of][language]
