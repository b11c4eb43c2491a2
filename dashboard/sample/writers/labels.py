"""Label lines above a report: «Школа: …», «Учебный год: …»."""

from dashboard.sample.content import card
from dashboard.sample.export import Report
from dashboard.sample.grouping import subject_of
from dashboard.sample.result import Result
from dashboard.sample.wording import period_words, school_words, subject_words, year_words


def label_pairs(report: Report, result: Result, names: tuple[str, ...]) -> list[list[str]]:
    """Each label and its value, of one record among those that share them."""
    subject = subject_of(result.subject)
    values = {
        "school": school_words(report.school),
        "year": year_words(result.first_year),
        "period": period_words(result.period, "ru", subject),
        "subject": subject_words(subject, "ru", result.group),
    }
    return [[card("wording")["labels"][name], values[name]] for name in names]


def label_lines(pairs: list[list[str]]) -> list[list[str]]:
    """The same, label and value in one cell."""
    return [[" ".join(pair)] for pair in pairs]
