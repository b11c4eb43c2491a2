"""Who holds a course on a day, and whose last one ends: for any certificates."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dashboard.metrics.course_people import Certificate, ending, holders, last_course

DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))
KINDS = ("level", "ict")
ON = date(2026, 10, 23)


@st.composite
def certificates(draw):
    found = []
    for n in range(draw(st.integers(0, 12))):
        teacher, kind = draw(st.sampled_from(("T1", "T2", "T3"))), draw(st.sampled_from(KINDS))
        finished, years = draw(DAYS), draw(st.sampled_from((None, 1, 3)))
        ends = finished + timedelta(days=365 * years) if years else None
        found.append(Certificate(teacher, "S01", f"C{n}", "Course", kind, finished, ends))
    return found


@given(certificates(), DAYS, st.integers(0, 1500))
def test_time_alone_gives_nobody_a_course(held, on, days):
    """Whoever is without a course stays so until he finishes one."""
    then = on + timedelta(days=days)
    for kind in KINDS:
        new = {each.teacher for each in held if each.kind == kind and on < each.finished <= then}
        assert holders(held, kind, then) - holders(held, kind, on) <= new


@given(certificates(), DAYS, st.integers(0, 1500))
def test_whose_course_ends_holds_it_today_and_none_of_the_kind_then(held, on, days):
    until = on + timedelta(days=days)
    done = [each for each in held if each.finished <= on]
    found = ending(held, on, until)
    assert [each.ends for each in found] == sorted(each.ends for each in found)
    assert len({(each.teacher, each.kind) for each in found}) == len(found)
    for kind in KINDS:
        left = holders(done, kind, on) - holders(done, kind, until)
        assert {each.teacher for each in found if each.kind == kind} == left


def test_a_newer_course_or_one_for_ever_carries_on():
    old = Certificate("T1", "S01", "C1", "Old", "ict", date(2023, 11, 1), date(2026, 11, 1))
    new = old._replace(course="C2", finished=date(2025, 11, 1), ends=date(2028, 11, 1))
    assert ending([old], ON, date(2026, 11, 1)) == [old]
    assert ending([old], ON, date(2026, 10, 31)) == []
    assert ending([old, new], ON, date(2027, 1, 1)) == []
    assert ending([old, old._replace(ends=None)], ON, date(2027, 1, 1)) == []
    assert ending([old, new._replace(kind="level")], ON, date(2027, 1, 1)) == [old]
    assert last_course([new, old]) == {"T1": date(2025, 11, 1)}
