"""A pair is quiet when it is old enough and has not met for sixty days."""

from datetime import date, timedelta

from dashboard.metrics.mentor_meetings import quiet, school_year_began, settled
from dashboard.metrics.mentoring import standing
from tests.metrics.mentors_made_up import ON, event, pair, register, term

BEFORE = ON - timedelta(days=60)
A_DAY = timedelta(days=1)


def _quiet(pairs, events) -> list:
    links = standing(register([term("M1"), term("M2")], pairs), ON).links
    return [(each.link.mentee, each.last) for each in quiet(links, events, ON)]


def test_a_meeting_on_the_sixtieth_day_still_counts():
    assert _quiet([pair("M1", "T1")], [event("M1", "S02", BEFORE)]) == []
    long_ago = BEFORE - A_DAY
    assert _quiet([pair("M1", "T1")], [event("M1", "S02", long_ago)]) == [("T1", long_ago)]


def test_a_pair_that_never_met_is_quiet():
    assert _quiet([pair("M1", "T1")], []) == [("T1", None)]


def test_a_new_pair_has_time():
    assert _quiet([pair("M1", "T1", start=BEFORE)], []) == []
    assert _quiet([pair("M1", "T1", start=BEFORE - A_DAY)], []) == [("T1", None)]


def test_events_of_others_elsewhere_or_to_come_do_not_count():
    others = [
        event("M2", "S02", ON),
        event("M1", "S03", ON),
        event(None, "S02", ON),
        event("M1", "S02", ON + A_DAY),
    ]
    assert _quiet([pair("M1", "T1")], others) == [("T1", None)]


def test_only_pairs_of_more_than_sixty_days_should_have_met():
    pairs = [pair("M1", "T1"), pair("M1", "T2", start=BEFORE)]
    assert settled(standing(register([term("M1")], pairs), ON).links, ON) == 1


def test_a_school_year_begins_in_september():
    assert school_year_began(ON) == date(2026, 9, 1)
    assert school_year_began(date(2027, 8, 31)) == date(2026, 9, 1)
    assert school_year_began(date(2027, 9, 1)) == date(2027, 9, 1)
