"""What must come out of mentors, networks, associations, lessons, support and teaching loads."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from statistics import median

from dashboard.sample.facts import WHERE, Fact, Names, of_persons, of_school, rows
from dashboard.sample.mentoring import Mentor
from dashboard.sample.networks import members
from dashboard.sample.office import Office
from dashboard.sample.pairing import live_pairs
from dashboard.sample.terms import TODAY, title
from dashboard.sample.training import certified

NOW = TODAY.isoformat()
DAYS = ("2024-01-15", "2025-08-15", NOW)
MEETINGS_A_YEAR = 7


def expected_office(office: Office) -> dict[str, list[dict]]:
    """For each metric a row per group; those of persons tell how many there are."""
    now, year, quarter = ("on",), ("year",), ("year", "period")
    mentors = [fact for day in DAYS for fact in _mentors(office, day)]
    today = [fact for fact in mentors if fact.about["on"] == NOW]
    directions = rows(mentors, ((), ("direction",)), now)
    return {
        "mentors_live": directions + rows(today, WHERE[1:], now),
        "mentor_load": rows(_loads(office), (*WHERE, ("direction",)), now),
        "mentor_reach": rows(_reach(office), WHERE, now),
        "mentored_young": of_persons(rows(_young(office), WHERE, now)),
        "network_certified": of_persons(
            rows(_certified(office, _every_member(office)), WHERE, now)
            + rows(_networks(office), (("network",), ("network", "school")), now)
        ),
        "meetings_held": rows(_meetings(office), (*WHERE, ("area",)), year),
        "work_done": rows(_work(office), (*WHERE, ("month",), ("work_kind",)), year),
        "programme_done": rows(_programme(office), (*WHERE, ("subject",)), quarter),
        "load_hours": _hours(office),
        "support_plan": of_persons(rows(_support(office), (*WHERE, ("support_kind",)), quarter)),
    }


def _mentors(office: Office, on: str) -> Iterator[Fact]:
    """A mentor with two terms is one mentor."""
    approved = {each.code: each for each in office.mentors if each.is_approved(on)}
    live = {each.code for each in office.mentors if each.is_live(on)}
    for code, mentor in approved.items():
        yield Fact(_of_mentor(office, mentor, on), code in live, 1)


def _loads(office: Office) -> Iterator[Fact]:
    of = Counter(pair.mentor for pair in live_pairs(office.pairs, office.mentors, NOW))
    for mentor in {each.code: each for each in office.mentors if each.is_live(NOW)}.values():
        yield Fact(_of_mentor(office, mentor, NOW), of[mentor.code], 1)


def _reach(office: Office) -> Iterator[Fact]:
    """Those at zero are the schools left out."""
    reached = {pair.mentee.school for pair in live_pairs(office.pairs, office.mentors, NOW)}
    reached |= {each.teacher.school for each in office.mentors if each.is_live(NOW)}
    for code in office.schools:
        yield Fact(of_school(office.schools, code, on=NOW), code in reached, 1)


def _young(office: Office) -> Iterator[Fact]:
    mentees = {pair.mentee.code for pair in live_pairs(office.pairs, office.mentors, NOW)}
    for teacher in office.teachers:
        if teacher.young:
            yield Fact(
                of_school(office.schools, teacher.school, on=NOW), teacher.code in mentees, 1
            )


def _networks(office: Office) -> Iterator[Fact]:
    """A teacher of two networks counts in each."""
    for network, schools in members(office.networks, NOW).items():
        yield from _certified(office, schools, network=network)


def _every_member(office: Office) -> set[str]:
    return set().union(*members(office.networks, NOW).values())


def _certified(office: Office, schools: set[str], **more: str) -> Iterator[Fact]:
    holders = certified(office.completions, NOW)
    for teacher in office.teachers:
        if teacher.school in schools:
            about = of_school(office.schools, teacher.school, on=NOW, **more)
            yield Fact(about, teacher.code in holders, 1)


def _meetings(office: Office) -> Iterator[Fact]:
    held = Counter((each.of.code, each.of.first_year) for each in office.meetings)
    for each in office.associations:
        about = of_school(office.schools, each.school, year=title(each.first_year), area=each.area)
        yield Fact(about, held[each.code, each.first_year], MEETINGS_A_YEAR)


def _work(office: Office) -> Iterator[Fact]:
    for each in office.work:
        of = {"year": title(each.first_year), "month": str(each.month), "work_kind": each.kind}
        yield Fact(of_school(office.schools, each.school, **of), each.done, each.planned)


def _programme(office: Office) -> Iterator[Fact]:
    for each in office.programme:
        of = {"year": title(each.first_year), "period": each.period, "subject": each.subject}
        yield Fact(
            of_school(office.schools, each.school, **of), each.hours_given, each.hours_planned
        )


def _support(office: Office) -> Iterator[Fact]:
    for each in office.support:
        of = {"year": title(each.first_year), "period": each.period, "support_kind": each.kind}
        yield Fact(of_school(office.schools, each.school, **of), each.with_plan, each.pupils)


def _hours(office: Office) -> list[dict]:
    """The median is the value; above the line all hours, below it the teachers who have them."""
    told = [each for each in office.teachers if each.hours is not None]
    groups: dict[tuple[Names, tuple], list[int]] = defaultdict(list)
    for teacher in told:
        about = of_school(office.schools, teacher.school)
        for names in WHERE:
            groups[names, tuple(about[name] for name in names)].append(teacher.hours)
    return [
        dict(zip(names, key))
        | {"numerator": sum(hours), "denominator": len(hours), "pupils": len(hours)}
        | {"value": median(hours)}
        for (names, key), hours in sorted(groups.items())
    ]


def _of_mentor(office: Office, mentor: Mentor, on: str) -> dict:
    return of_school(office.schools, mentor.teacher.school, on=on, direction=mentor.direction)
