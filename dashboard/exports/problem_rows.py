"""The workbook that goes back to a school: its own sheets, each faulty row with what is wrong.

Nothing of the file is left out: a later file takes the place of an earlier one of the same scope,
so one with the mended rows alone would cost the school all the others. Those are hidden.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.problem_places import Returned, returned
from dashboard.exports.problem_sheet import Looks, draw, looks
from dashboard.exports.sheet_name import sheet_name
from dashboard.i18n import integer, plural, t
from dashboard.importer import report
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import ASIDE, Sheet

MOST_CELLS = 300_000  # of a file that is sent back whole
MOST_ROWS = 1_000  # of a larger one: its faulty rows, and no import takes them for the file
MOST_TOLD = 1_000  # problems on the first sheet
LIST = 6  # the row of the list's heads
HOW_WHOLE, HOW_PART = ("mend", "whole", "again"), ("part",)
Places = Mapping[int, str]  # problem, by identity → the address of its row


def write(
    sheets: Sequence[Sheet],
    problems: Sequence[Problem],
    language: str,
    name: str,
    layout: str | None = None,
) -> bytes:
    """`name` is the file's; `layout` what it was told to be, where its headings do not say it."""
    pages = returned(sheets, problems, layout)
    whole = sum(len(page.sheet.rows) * len(page.sheet.rows[0]) for page in pages) <= MOST_CELLS
    titles = _titles(pages, language)
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True, "strings_to_formulas": False}) as book:
        first, shapes = book.add_worksheet(titles[0]), looks(book)
        places = _drawn(book, shapes, list(zip(titles[1:], pages)), (language, whole))
        lines = HOW_WHOLE if whole else HOW_PART
        _tell(first, shapes, (name, lines if pages else ()), language)
        _list(first, shapes, (problems, places), language)
    return memory.getvalue()


def _drawn(
    book: Workbook,
    shapes: Looks,
    pages: Sequence[tuple[str, Returned]],
    how: tuple[str, bool],
) -> Places:
    """One sheet for each page; where each problem came to stand."""
    language, whole = how
    places: dict[int, str] = {}
    left = MOST_ROWS
    for title, page in pages:
        if not whole:
            page, left = _part(page, left)
        rows = draw(book.add_worksheet(title), shapes, page, (language, whole))
        for mark in page.marks:
            at = xl_rowcol_to_cell(rows[mark.row], mark.column or 0)
            places.setdefault(id(mark.problem), f"internal:'{title}'!{at}")
    return places


def _part(page: Returned, left: int) -> tuple[Returned, int]:
    """The first marked rows, behind the mark that keeps an import from taking them for a file."""
    rows = sorted({mark.row for mark in page.marks})[:left]
    kept = tuple(mark for mark in page.marks if mark.row in set(rows))
    return replace(page, above=((ASIDE,), *page.above), marks=kept), left - len(rows)


def _titles(pages: Sequence[Returned], language: str) -> list[str]:
    """First that of the list of problems. The others are called as they were: a name may tell."""
    taken: set[str] = set()
    default = t("problem_rows.unnamed", language)
    titles = [
        sheet_name(page.sheet.name or f"{default}{place}", taken)
        for place, page in enumerate(pages, start=1)
    ]
    return [sheet_name(t("problem_rows.sheet", language), taken), *titles]


def _tell(sheet: Worksheet, shapes: Looks, told: tuple[str, Sequence[str]], language: str) -> None:
    """The marker keeps an import from reading this sheet."""
    name, lines = told
    sheet.write_string(0, 0, ASIDE, shapes.faint)
    sheet.write_string(1, 0, t("problem_rows.of", language, name=name), shapes.title)
    for row, line in enumerate(lines, start=2):
        sheet.write_string(row, 0, t(f"problem_rows.how.{line}", language))
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 110)
    sheet.set_landscape()


def _list(
    sheet: Worksheet,
    shapes: Looks,
    found: tuple[Sequence[Problem], Places],
    language: str,
) -> None:
    """Every problem with its place; those of the whole file first."""
    problems, places = found
    for place, head in enumerate(("where", "what")):
        sheet.write_string(LIST, place, t(f"problem_rows.{head}", language), shapes.head)
    row = LIST
    for row, problem in enumerate(_in_order(problems), start=LIST + 1):
        _place(sheet, shapes, (row, problem, places), language)
        sheet.write_string(row, 1, report.message(problem, language), shapes.message)
    more = len(problems) - MOST_TOLD
    if more > 0:
        number = integer(more, language)
        sheet.write_string(row + 1, 0, plural("problem_rows.more", more, language, number=number))
    sheet.freeze_panes(LIST + 1, 0)


def _in_order(problems: Sequence[Problem]) -> Iterator[Problem]:
    yield from sorted(problems, key=lambda problem: problem.row is not None)[:MOST_TOLD]


def _place(
    sheet: Worksheet,
    shapes: Looks,
    told: tuple[int, Problem, Places],
    language: str,
) -> None:
    """«Sheet «8А», row 12», a click away; or that it is of the whole file."""
    row, problem, places = told
    said = report.place(problem, language).rstrip(": ")
    words = said[:1].upper() + said[1:] if said else t("problem_rows.whole_file", language)
    if id(problem) in places:
        sheet.write_url(row, 0, places[id(problem)], shapes.link, words)
    else:
        sheet.write_string(row, 0, words, shapes.message)
