"""The district office's registers of staff: teachers, courses, mentors; people are codes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from dashboard.sample.content import card, rows
from dashboard.sample.district import School
from dashboard.sample.events import Event
from dashboard.sample.export import Cell, File, Table
from dashboard.sample.grouping import subject_of
from dashboard.sample.mentoring import Mentor
from dashboard.sample.networks import Member
from dashboard.sample.office import Office
from dashboard.sample.pairing import Pair
from dashboard.sample.plans import Planned
from dashboard.sample.staff import Teacher
from dashboard.sample.terms import LATEST, title
from dashboard.sample.training import BY_REGISTER, Completion
from dashboard.sample.wording import subject_words, year_words
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.headed import headed
from dashboard.sample.writers.workbook import workbook

Row = dict[str, Cell]
Schools = Mapping[str, School]


def write(office: Office) -> Iterator[File]:
    schools = office.schools
    by_register = (each for each in office.completions if each.told == BY_REGISTER)
    yield from _teachers(office)
    yield _workbook("courses", "kk", map(_course, rows("courses")))
    yield _text("completions", "ky", map(_completion, by_register))
    if office.plan:
        told = headed("course_plan", "ru", (_planned(each, schools) for each in office.plan))
        yield File(f"{title(LATEST)}/course_plan.csv", delimited(told, ";", "cp1251"))
    yield _workbook("mentors", "ky", (_mentor(each, schools) for each in office.mentors))
    yield _text("pairs", "ru", (_pair(each, schools) for each in office.pairs))
    yield _text("mentor_events", "ky", (_event(each, schools) for each in office.events))
    if office.networks:
        yield _workbook("networks", "ru", (_member(each, schools) for each in office.networks))


def _workbook(table: str, language: str, told: Iterable[Row]) -> File:
    sheet = Table(table, headed(table, language, told))
    return File(f"{table}.xlsx", workbook([sheet]))


def _text(table: str, language: str, told: Iterable[Row]) -> File:
    return File(f"{table}.csv", delimited(headed(table, language, told), ";", "utf-8-sig"))


def _teachers(office: Office) -> Iterator[File]:
    """The newest register; and that of the year before, of schools where somebody left since."""
    until = {each.teacher.code: _day(each.last_day) for each in office.left if each.told}
    told = [_teacher(each, office.schools, LATEST) for each in office.registered]
    yield _workbook("teachers", "ru", [{**r, "until": until.get(str(r["teacher"]))} for r in told])
    before = [_teacher(each, office.schools, LATEST - 1) for each in office.registered_before]
    if before:
        sheet = Table("teachers", headed("teachers", "ru", before))
        yield File(f"{title(LATEST - 1)}/teachers.xlsx", workbook([sheet]))


def _teacher(of: Teacher, schools: Schools, first_year: int) -> Row:
    return {
        **asdict(of),
        "teacher": of.code,
        "school": schools[of.school].name,
        "year": title(first_year),
        "subjects": "; ".join(subject_words(subject_of(key), "ru") for key in of.subjects),
        "position": card("staff")["positions"][of.position],
        "young": _words("flag", "ru")["yes" if of.young else "no"] if of.young_told else None,
    }


def _course(row: Mapping[str, str]) -> Row:
    numbers = {name: int(row[name]) if row[name] else None for name in ("hours", "valid_years")}
    return {**row, **numbers, "course": row["course_id"], "kind": _words("kind", "kk")[row["kind"]]}


def _completion(of: Completion) -> Row:
    return {**asdict(of), "finished": _day(of.finished)}


def _planned(of: Planned, schools: Schools) -> Row:
    """By the school's other name: the encoding lacks letters of the first."""
    return {
        "school": schools[of.school].aliases[-1],
        "year": year_words(of.first_year),
        "kind": _words("kind", "ru")[of.kind],
        "planned": of.planned,
    }


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


def _event(of: Event, schools: Schools) -> Row:
    return {
        **asdict(of),
        "date": _day(of.date),
        "kind": _words("event", "ky")[of.kind],
        "school": schools[of.school].code,
        "subject": _subject(of.subject, "ky"),
    }


def _member(of: Member, schools: Schools) -> Row:
    return {
        **asdict(of),
        "kind": _words("network", "ru")[of.kind],
        "lead": schools[of.lead].name,
        "member": schools[of.school].name,
        "start": _day(of.start),
        "end": _day(of.end) if of.end else None,
    }


def _subject(key: str | None, language: str) -> str | None:
    return subject_words(subject_of(key), language) if key else None


def _day(iso: str) -> str:
    """«2026-11-09» → «09.11.2026», as the office writes it."""
    return ".".join(reversed(iso.split("-")))


def _words(of: str, language: str) -> dict[str, str]:
    return card("words")[of][language]
