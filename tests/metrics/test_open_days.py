"""Open-door days are read as people write them in four languages; a wrong day is never made up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.i18n import LANGUAGES
from dashboard.i18n.days import weekday, weekdays
from dashboard.metrics.open_days import open_days

ON = date(2026, 11, 9)  # a Monday
LONG = date(2028, 9, 1)
WEEKLY = {
    "дүйшөмбү": {0},
    "Ар бир бейшемби күнү": {3},
    "бейшембиде": {3},
    "жума": {4},
    "әр сәрсенбі күні, 14:00–16:00": {2},
    "Дүйсенбі мен жұма": {0, 4},
    "каждый вторник": {1},
    "по пятницам": {4},
    "понедельник и среда": {0, 2},
    "пн, ср": {0, 2},
    "ср/пт": {2, 4},
    "Пн–Пт": {0, 1, 2, 3, 4},
    "сб-пн": {5, 6, 0},
    "every Monday and Thursday": {0, 3},
}
DATED = {
    "12.10.2026": ((2026, 10, 12),),
    "12/10/2026": ((2026, 10, 12),),
    "2026-10-12, 2026-11-12": ((2026, 10, 12), (2026, 11, 12)),
    "13.11.2026; 11.12.2026": ((2026, 11, 13), (2026, 12, 11)),
    "12.10": ((None, 10, 12),),
    "5, 12 и 19 октября": ((None, 10, 5), (None, 10, 12), (None, 10, 19)),
    "12 октября 2026 г.": ((2026, 10, 12),),
    "2026-ж. 12-октябрь": ((2026, 10, 12),),
    "2026-жылдын 12-октябры": ((2026, 10, 12),),
    "12 қазан 2026": ((2026, 10, 12),),
    "12 October 2026": ((2026, 10, 12),),
    "29.02": ((None, 2, 29),),
}
UNREAD = (
    "",
    "–",
    "2-я пятница месяца",
    "первый вторник",
    "second Friday",
    "31.02.2026",
    "макулдашуу боюнча",
    "жуманын бейшембиси",
    "чётные дни",
)


@pytest.mark.parametrize(("text", "days"), WEEKLY.items())
def test_a_weekday_is_read(text, days):
    found = open_days(text)
    assert (set(found.weekdays), found.dates) == (days, ())


@pytest.mark.parametrize(("text", "dates"), DATED.items())
def test_dates_are_read(text, dates):
    found = open_days(text)
    assert (found.weekdays, found.dates) == (frozenset(), dates)


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_not_understood_as_a_whole_is_not_read(text):
    assert open_days(text) is None


@given(st.dates(date(2024, 1, 1), date(2028, 8, 1)), st.sampled_from(sorted(weekdays())))
def test_the_next_weekday_is_within_a_week_and_is_that_day(on, name):
    found = open_days(name).next(on, LONG)
    assert on <= found < on + timedelta(days=7)
    assert found.weekday() == weekdays()[name]


def test_the_day_itself_counts_and_a_day_after_the_term_does_not():
    assert open_days("дүйшөмбү").next(ON, LONG) == ON
    assert open_days("вторник").next(ON, ON) is None
    assert open_days("08.11.2026").next(ON, LONG) is None


def test_a_date_without_a_year_comes_again():
    assert open_days("01.03").next(ON, LONG) == date(2027, 3, 1)
    assert open_days("29.02").next(ON, LONG) is None
    assert open_days("29.02").next(date(2027, 3, 1), LONG) == date(2028, 2, 29)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_write_we_can_read(language):
    for number in range(7):
        assert set(open_days(weekday(number, language)).weekdays) == {number}


@given(st.text(max_size=30))
def test_any_text_is_read_or_left(text):
    assert open_days(text) is None or open_days(text).weekdays or open_days(text).dates
