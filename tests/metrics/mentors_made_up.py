"""Terms, pairs and events made up for the rules about mentors."""

from datetime import date

from dashboard.metrics.mentors import Event, Pair, Register, Term

ON = date(2026, 11, 9)
FOREVER = date(9999, 12, 31)


def term(mentor, school="S01", start=date(2025, 9, 15), end=date(2027, 9, 14), **more) -> Term:
    about = {"teacher": f"T-{mentor}", "direction": "humanities", "subject": "history"} | more
    return Term(mentor=mentor, school=school, start=start, end=end, **about)


def pair(mentor, mentee, school="S02", start=date(2025, 10, 1), end=FOREVER) -> Pair:
    return Pair(mentor, mentee, school, "history", start, end)


def event(mentor, school, day, kind="lesson_visit") -> Event:
    return Event(day, kind, mentor, school, None, 3)


def register(terms=(), pairs=(), events=()) -> Register:
    return Register(tuple(terms), tuple(pairs), tuple(events), ())
