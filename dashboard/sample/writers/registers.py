"""The district office's registers of teachers, courses and mentors; people are codes in them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from dashboard.sample.content import card, rows
from dashboard.sample.district import School
from dashboard.sample.export import Cell, File, Table
from dashboard.sample.grouping import subject_of
from dashboard.sample.mentoring import Mentor, Pair
from dashboard.sample.staff import Teacher
from dashboard.sample.terms import LATEST, title
from dashboard.sample.training import Completion
from dashboard.sample.wording import subject_words
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.headed import headed
from dashboard.sample.writers.workbook import workbook

Row = dict[str, Cell]
Schools = Mapping[str, School]


def teachers(listed: Iterable[Teacher], schools: Schools) -> File:
    return _workbook("teachers", "ru", (_teacher(each, schools) for each in listed))


def courses() -> File:
    return _workbook("courses", "kk", map(_course, rows("courses")))


def completions(listed: Iterable[Completion]) -> File:
    return _text("completions", "ky", map(_completion, listed))


def mentors(listed: Iterable[Mentor], schools: Schools) -> File:
    return _workbook("mentors", "ky", (_mentor(each, schools) for each in listed))


def pairs(listed: Iterable[Pair], schools: Schools) -> File:
    return _text("pairs", "ru", (_pair(each, schools) for each in listed))


def _workbook(table: str, language: str, told: Iterable[Row]) -> File:
    sheet = Table(table, headed(table, language, told))
    return File(f"{table}.xlsx", workbook([sheet]))


def _text(table: str, language: str, told: Iterable[Row]) -> File:
    return File(f"{table}.csv", delimited(headed(table, language, told), ";", "utf-8-sig"))


def _teacher(of: Teacher, schools: Schools) -> Row:
    return {
        **asdict(of),
        "teacher": of.code,
        "school": schools[of.school].name,
        "year": title(LATEST),
        "subjects": "; ".join(subject_words(subject_of(key), "ru") for key in of.subjects),
        "position": card("staff")["positions"][of.position],
        "young": _words("flag", "ru")["yes" if of.young else "no"],
    }


def _course(row: Mapping[str, str]) -> Row:
    numbers = {name: int(row[name]) if row[name] else None for name in ("hours", "valid_years")}
    return {**row, **numbers, "course": row["course_id"], "kind": _words("kind", "kk")[row["kind"]]}


def _completion(of: Completion) -> Row:
    return {**asdict(of), "finished": _day(of.finished)}


def _mentor(of: Mentor, schools: Schools) -> Row:
    return {
        "mentor": of.code,
        "teacher": of.teacher.code,
        "school": schools[of.teacher.school].name,
        "direction": _words("direction", "ky")[of.direction],
        "subject": _subject(of.subject, "ky"),
        "order_no": of.order_no,
        "start": _day(of.start),
        "end": _day(of.end),
        "certificate": f"{of.code}-{of.start[:4]}",
        "open_day": of.open_day,
    }


def _pair(of: Pair, schools: Schools) -> Row:
    return {
        "mentor": of.mentor,
        "mentee": of.mentee.code,
        "school": schools[of.mentee.school].code,
        "subject": _subject(of.subject, "ru"),
        "start": _day(of.start),
        "end": _day(of.end) if of.end else None,
        "status": of.status,
    }


def _subject(key: str | None, language: str) -> str | None:
    return subject_words(subject_of(key), language) if key else None


def _day(iso: str) -> str:
    """«2026-11-09» → «09.11.2026», as the office writes it."""
    return ".".join(reversed(iso.split("-")))


def _words(of: str, language: str) -> dict[str, str]:
    return card("headings")["words"][of][language]
