"""Pupils by their lowest mark: one file of a school and year, as its clerk heads and writes it."""

from dashboard.sample.district import School
from dashboard.sample.export import Cell, File, Table
from dashboard.sample.standings import GROUPS, ONE_MARK_AWAY, Standing
from dashboard.sample.terms import title
from dashboard.sample.wording import class_words, period_words, school_words, year_words
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.headed import headed
from dashboard.sample.writers.workbook import workbook

# Separator, encoding and language by how the school writes; "" is a workbook.
TEXTS = {
    "utf8_comma": (",", "utf-8", "code"),
    "bom_semicolon": (";", "utf-8-sig", "ru"),
    "utf16_tab": ("\t", "utf-16", "ky"),
    "xlsx": ("", "", "kk"),
}


def write(school: School, first_year: int, standings: list[Standing]) -> File:
    separator, encoding, language = TEXTS[school.profile["writing"]]
    rows = headed("pupil_groups", language, (_row(school, one, language) for one in standings))
    path = f"{title(first_year)}/{school.code}/pupil_groups"
    if not encoding:
        return File(f"{path}.xlsx", workbook([Table("pupil_groups", rows)]))
    return File(f"{path}.csv", delimited(rows, separator, encoding))


def _row(school: School, of: Standing, language: str) -> dict[str, Cell]:
    """Either grade and letter or the class in one cell: the headings take what they know."""
    coded = language == "code"
    return {
        "school": school_words(school),
        "year": title(of.first_year) if coded else year_words(of.first_year),
        "period": period_words(of.period, language),
        "grade": of.grade,
        "letter": of.letter or None,
        "class": class_words(school, of.grade, of.letter),
        "roster": of.roster,
        **{name: getattr(of, name) for name in (*GROUPS, *ONE_MARK_AWAY)},
    }
