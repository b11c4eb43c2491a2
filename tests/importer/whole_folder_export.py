"""How an export of another program is made: its rows, and beside them what must be stored."""

from dataclasses import dataclass, field
from datetime import date

from tests.importer.layout_forms import Rows, Span
from tests.importer.layout_samples import SAMPLES
from tests.importer.whole_folder_forms import FORMS, WORKBOOKS

ANY = tuple(FORMS)
FLAT = tuple(form for form in FORMS if "page called" not in form and form != "page")
CLASSES = ("grade", "letter", "roster", "excellent", "good", "satisfactory", "failing")
MARKS = ("period", "grade", "letter", "subject_id", "roster", "n5", "n4", "n3", "n2")
PERSONS = ("teacher_id", "position", "experience_years")
FINISHED = ("teacher_id", "course_id", "finished")
READ = (
    *("round", "grade", "letter", "language", "status"),
    *("words_correct", "errors", "seconds", "questions_asked", "questions_right", "handwriting"),
)
NAMES = ("Асанова Айгүл", "Сапаров Нурбек")


@dataclass(frozen=True)
class Export:
    """`told` is what the manifest says; `truth`: by table, its columns and rows. `school`: № 1…"""

    layout: str
    rows: Rows
    truth: dict[str, tuple[tuple[str, ...], list[tuple]]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    forms: tuple[str, ...] = ANY
    sheet: str = "Лист1"
    refused: str = ""


def sample(key: str, truth: dict, forms: tuple[str, ...] = ANY) -> Export:
    sample = SAMPLES[key]
    return Export(sample.layout, sample.rows, truth, spans=sample.spans, forms=forms)


def refused(key: str, check: str) -> Export:
    sample = SAMPLES[key]
    return Export(sample.layout, sample.rows, spans=sample.spans, refused=check)


def groups(*found: tuple) -> dict:
    return {"pupil_groups": (CLASSES, list(found))}


def marks(*found: tuple) -> dict:
    return {"marks": (MARKS, list(found))}


def report(above: list[str], head: list[str]) -> Export:
    cells = [[line] for line in above]
    return Export(
        "class_report",
        [*cells, head, ["5А", 20, 5, 6, 8, 1], ["5«Б»", 10, 1, 2, 7, "-"]],
        marks(("Q1", 5, "А", "physics", 20, 5, 6, 8, 1), ("Q1", 5, "Б", "physics", 10, 1, 2, 7, 0)),
    )


def subject(head: list[str]) -> Export:
    return Export(
        "subject_sheets",
        [head, ["7А", 5, 4, 3, 2, 14, "64%"], ["7Б", 1, 2, 3, 4, 10, "30%"]],
        marks(("Q1", 7, "А", "algebra", 14, 5, 4, 3, 2), ("Q1", 7, "Б", "algebra", 10, 1, 2, 3, 4)),
        {"year": "2026-2027", "period": "Q1"},
        forms=WORKBOOKS,
        sheet="Алгебра",
    )


def journal(pupils: str, month: str, finals: tuple[str, str]) -> Export:
    head = ["", pupils, month, month, "СР", *finals]
    return Export(
        "kundoluk_journal",
        [
            *(head, ["", pupils, "02", "04", "СР", *finals], []),
            [0, NAMES[0], 5, "4·4", 4.3, 4, "5"],
            [1, NAMES[1], "Н", "2·Н", 2.0, "3", None],
        ],
        marks(("Q1", 8, "А", "physics", 2, 0, 1, 1, 0), ("Q2", 8, "А", "physics", 2, 1, 0, 0, 0)),
        {"year": "2026-2027", "class": "8А"},
        forms=WORKBOOKS,
        sheet="Физика",
    )


def staff(day: str, head: list[str], course: str) -> Export:
    """The school is told in a column; persons by their codes."""
    return Export(
        "staff_courses",
        [
            *([day], [], [*head, "K-1", course]),
            [1, NAMES[0], "TF#1", "№ 5", "учитель", 12, "+", "-"],
            [2, NAMES[1], "TF#2", "№ 5", "завуч", 7.5, "12.04.2024", "да"],
        ],
        {
            "teachers": (PERSONS, [("TF#1", "учитель", 12.0), ("TF#2", "завуч", 7.5)]),
            "completions": (
                FINISHED,
                [
                    ("TF#1", "K-1", date(2026, 11, 1)),
                    ("TF#2", "K-1", date(2024, 4, 12)),
                    ("TF#2", "K-2", date(2026, 11, 1)),
                ],
            ),
        },
    )


def attendance(course: str, head: list[str]) -> Export:
    return Export(
        "attendance",
        [
            *([course], [], [*head, "12.10.2026", "13.10.2026"]),
            [1, "TA#1", NAMES[0], "№ 5", "+", "+"],
            [2, "TA#2", NAMES[1], "№ 5", "+", "н"],
        ],
        {"completions": (FINISHED, [("TA#1", "K-1", date(2026, 10, 13))])},
    )


def sheet(above: list[str], head: list[str], language: str) -> Export:
    """A child without figures was not there; nobody's noughts are made up."""
    place = ("start", 2, "А", language)
    return Export(
        "reading_sheet",
        [
            *([line] for line in above),
            *([], head),
            [1, NAMES[0], 42, 1, "4/5", 4],
            [2, NAMES[1], 0, 0, "0/5", 2],
            [3, "Кадыров Үсөн", None, None, None, None],
        ],
        {
            "reading": (
                READ,
                [
                    (*place, "tested", 42, 1, None, 5, 4, 4),
                    (*place, "tested", 0, 0, None, 5, 0, 2),
                    (*place, "absent", None, None, None, None, None, None),
                ],
            )
        },
    )


COURSES = [
    ["course_id", "name", "kind"],
    ["K-1", "Цифровые навыки учителя", "ict"],
    ["K-2", "Критериалдык баалоо негиздери", "criteria_assessment"],
]


def of_school(export: Export, number: int) -> Export:
    """The same file of a school of its own: nothing in the folder takes another's place."""
    at = str(number)
    cells = [[_moved(cell, at) for cell in row] for row in export.rows]
    truth = {
        name: (columns, [tuple(_moved(cell, at) for cell in row) for row in found])
        for name, (columns, found) in export.truth.items()
    }
    return Export(**{**vars(export), "rows": cells, "truth": truth})


def _moved(cell: object, number: str) -> object:
    if not isinstance(cell, str):
        return cell
    text = cell.replace("№ 5", f"№ {number}").replace("7-мектеп", f"{number}-мектеп")
    return text.replace("#", f"{number}-") if text[:2] in ("TF", "TA", "f#") else text
