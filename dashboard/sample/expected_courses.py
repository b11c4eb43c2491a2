"""What must come out of courses, by day and by how long they count, and of surveys."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.sample.content import rows as rows_of
from dashboard.sample.facts import WHERE, Fact, Names, of_persons, of_school, rows
from dashboard.sample.office import Office
from dashboard.sample.staff import Teacher
from dashboard.sample.surveys import Chosen
from dashboard.sample.terms import TODAY, title
from dashboard.sample.training import is_valid

NOW = TODAY.isoformat()
EARLIER = ("2026-05-15", "2026-09-30")  # before anybody left, before the last of them did
RULES: Mapping[str, int | None] = {"own": None, "3y": 3, "5y": 5}
BY_KIND: tuple[Names, ...] = (("course_kind",), ("aimak", "course_kind"), ("school", "course_kind"))
OF_OPTION: Names = ("question", "option")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and for how many years a course counts then."""

    on: str
    valid: str

    def counts(self, course: str, finished: str) -> bool:
        return is_valid(course, finished, self.on, RULES[self.valid])


def expected_courses(office: Office) -> dict[str, list[dict]]:
    moments = [Moment(on, valid) for on in (_latest(office), NOW) for valid in RULES]
    earlier = [Moment(on, "own") for on in EARLIER]
    facts = [fact for moment in moments + earlier for fact in _trained(office, moment)]
    of_kinds = [fact for moment in moments for fact in _trained_by_kind(office, moment)]
    hours = [fact for moment in moments for fact in _hours(office, moment)]
    times = ("on", "valid")
    return {
        "course_coverage": of_persons(rows(facts, WHERE, times) + rows(of_kinds, BY_KIND, times)),
        "course_hours": of_persons(rows(hours, WHERE[:2], times)),
        "survey_response": _responses(office),
        "survey_share": _shares(office),
    }


def in_post(office: Office, on: str) -> Iterator[Teacher]:
    """Since when somebody works no register tells: only who has left by the day is left out."""
    yield from office.teachers
    yield from (each.teacher for each in office.left if each.last_day >= on)


def _latest(office: Office) -> str:
    """The day that counts where nobody asks for one."""
    return max(each.finished for each in office.completions)


def _held(office: Office, moment: Moment) -> dict[str, set[str]]:
    """The courses of each teacher that count; one taken twice is one."""
    held: dict[str, set[str]] = defaultdict(set)
    for each in office.completions:
        if moment.counts(each.course, each.finished):
            held[each.teacher].add(each.course)
    return held


def _trained(office: Office, moment: Moment) -> Iterator[Fact]:
    held = _held(office, moment)
    for teacher in in_post(office, moment.on):
        yield Fact(_about(office, teacher, moment), teacher.code in held, 1)


def _trained_by_kind(office: Office, moment: Moment) -> Iterator[Fact]:
    """Every teacher once for each kind of course, trained in it or not."""
    held, kind_of = _held(office, moment), {c["course_id"]: c["kind"] for c in rows_of("courses")}
    for teacher in in_post(office, moment.on):
        kinds = {kind_of[course] for course in held[teacher.code]}
        for kind in {*kind_of.values()}:
            yield Fact(_about(office, teacher, moment, course_kind=kind), kind in kinds, 1)


def _hours(office: Office, moment: Moment) -> Iterator[Fact]:
    hours = {c["course_id"]: int(c["hours"]) for c in rows_of("courses")}
    held = _held(office, moment)
    for teacher in in_post(office, moment.on):
        told = sum(hours[course] for course in held[teacher.code])
        yield Fact(_about(office, teacher, moment), told, 1)


def _about(office: Office, teacher: Teacher, moment: Moment, **more: str) -> dict:
    day = {"on": moment.on, "valid": moment.valid}
    return of_school(office.schools, teacher.school, **day, **more)


def _responses(office: Office) -> list[dict]:
    sheets = {answer.sheet: answer for answer in office.surveys}.values()
    facts = [_answer(office, each, each.sheet.answered, each.sheet.invited) for each in sheets]
    return of_persons(rows(facts, WHERE, ("year", "survey")))


def _shares(office: Office) -> list[dict]:
    """Of an option with effects all who chose it; by effect those who did with it. Questions are
    never added up."""
    times, of_effects = ("year", "survey"), [each for each in office.surveys if each.effect]
    options = _by_option(office)
    effects = [_answer(office, each, each.chosen, each.sheet.answered) for each in of_effects]
    by_option = rows(options, (OF_OPTION, ("school", *OF_OPTION)), times)
    return by_option + rows(effects, ((*OF_OPTION, "effect"), ("question", "effect")), times)


def _by_option(office: Office) -> list[Fact]:
    """One fact for an option of a school, whatever the number of its effects."""
    chosen: dict[tuple, int] = defaultdict(int)
    said: dict[tuple, Chosen] = {}
    for each in office.surveys:
        key = (each.sheet, each.question, each.option)
        chosen[key] += each.chosen
        said[key] = each
    return [_answer(office, said[key], chosen[key], key[0].answered) for key in said]


def _answer(office: Office, of: Chosen, above: int, below: int) -> Fact:
    told = {name: getattr(of, name) for name in ("question", "option", "effect")}
    sheet, more = of.sheet, {"year": title(of.sheet.first_year), "survey": of.sheet.code}
    return Fact(of_school(office.schools, sheet.school, **more, **told), above, below)
