"""The answers of surveys: those of the district in one text a year, a school's in a workbook."""

from collections.abc import Iterator

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.export import Cell, File, Table
from dashboard.sample.grouping import grouped
from dashboard.sample.office import Office
from dashboard.sample.surveys import Chosen
from dashboard.sample.terms import title
from dashboard.sample.wording import year_words
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.headed import headed
from dashboard.sample.writers.workbook import workbook


def write(office: Office) -> Iterator[File]:
    yearly = [each for each in office.surveys if each.sheet.survey == "yearly"]
    for first_year, answers in grouped(yearly, lambda each: each.sheet.first_year):
        cells = _cells(answers, office, "yearly")
        yield File(f"{title(first_year)}/surveys.csv", delimited(cells, ";", "cp1251"))
    told = [each for each in office.surveys if each.sheet.survey == "told"]
    for school, answers in grouped(told, lambda each: each.sheet.school):
        data = workbook([Table("surveys", _cells(answers, office, "told"))])
        yield File(f"{title(answers[0].sheet.first_year)}/{school}/surveys.xlsx", data)


def _cells(answers: list[Chosen], office: Office, survey: str) -> list[list[Cell]]:
    language = card("surveys")[survey]["language"]
    rows = (_row(each, office.schools[each.sheet.school], language) for each in answers)
    return headed("surveys", language, rows)


def _row(of: Chosen, school: School, language: str) -> dict[str, Cell]:
    """The school by its other name: the encoding of the text lacks letters of the first."""
    sheet = of.sheet
    return {
        "survey": sheet.code,
        "year": year_words(sheet.first_year),
        "title": card("surveys")[sheet.survey]["title"],
        "school": school.aliases[-1],
        "invited": sheet.invited,
        "answered": sheet.answered,
        "question": of.question,
        "option": of.option,
        "chosen": of.chosen,
        "effect": card("words")["effect"][language][of.effect] if of.effect else None,
    }
