"""School years and periods of the sample, and which grades carry marks in them."""

from datetime import date

TODAY = date(2026, 11, 9)  # what the sample takes for today
LATEST = 2026  # the year that has just begun: only its first quarter is over
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
YEAR = "Y"
WITHOUT_MARKS_FROM = 2025  # the first year in which grades 1-3 carry none


def first_years(years: int) -> range:
    """The years by the calendar year they begin in, the oldest first."""
    return range(LATEST - years + 1, LATEST + 1)


def title(first_year: int) -> str:
    return f"{first_year}-{first_year + 1}"


def periods(first_year: int) -> tuple[str, ...]:
    """The periods that are over."""
    return QUARTERS[:1] if first_year == LATEST else (*QUARTERS, YEAR)


def carries_marks(grade: int, first_year: int) -> bool:
    return grade > (3 if first_year >= WITHOUT_MARKS_FROM else 1)
