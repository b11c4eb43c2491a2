"""A small file in every layout."""

from dataclasses import dataclass

from tests.importer import layout_rows as rows
from tests.importer.handmade import HEADINGS
from tests.importer.layout_forms import FORMS, Rows, Span


@dataclass(frozen=True)
class Sample:
    """`rows` stand in the file; `spans` are merged where the format can merge."""

    layout: str
    rows: Rows
    spans: tuple[Span, ...] = ()
    forms: tuple[str, ...] = ("csv", "xlsx", "html")


def written(sample: Sample, form: str) -> bytes:
    return FORMS[form](sample.rows, sample.spans)


SAMPLES = {
    "school": Sample(
        "school_report", [*rows.LABELS, *rows.SCHOOL_HEAD, *rows.SCHOOL_ROWS], rows.SCHOOL_SPANS
    ),
    "kundelik school": Sample(
        "school_report", [*rows.KAZAKH, rows.KUNDELIK_SCHOOL, *rows.KUNDELIK_ROWS]
    ),
    "kundelik school, ru": Sample(
        "school_report", [*rows.KAZAKH, rows.KUNDELIK_SCHOOL_RU, *rows.KUNDELIK_ROWS]
    ),
    "results": Sample("school_report", [*rows.LABELS, *rows.RESULTS]),
    "results in percent": Sample(
        "class_percents", [["Класс", "Качество", "Успеваемость"], ["5А", "55%", "95%"], ["итог"]]
    ),
    "teacher, kk": Sample("teacher_report", [*rows.OF_SUBJECT, rows.TEACHER_KK, rows.TEACHER_ROW]),
    "teacher, ru": Sample("teacher_report", [*rows.OF_SUBJECT, rows.TEACHER_RU, rows.TEACHER_ROW]),
    "subject, kk": Sample("teacher_report", [*rows.OF_SUBJECT, rows.SUBJECT_KK, rows.SUBJECT_ROW]),
    "subject, ru": Sample("teacher_report", [*rows.OF_SUBJECT, rows.SUBJECT_RU, rows.SUBJECT_ROW]),
    "parallels": Sample("parallel_report", rows.PARALLEL, rows.PARALLEL_SPANS),
    "class": Sample("class_list", [*rows.OF_CLASS, *rows.CLASS_LIST]),
    "class, periods": Sample(
        "class_list",
        [*rows.LABELS[:2], ["Класс: 8А"], *rows.MANY_PERIODS],
        tuple(
            (top, column, bottom, column) for column in (0, 1) for top, bottom in ((4, 6), (7, 8))
        ),
    ),
    "class teacher, kk": Sample("class_list", [*rows.OF_CLASS, *rows.CLASS_TEACHER]),
    "class teacher, ru": Sample("class_list", [*rows.OF_CLASS, *rows.CLASS_TEACHER_RU]),
    "transcripts": Sample("transcript", rows.TRANSCRIPTS, rows.TRANSCRIPT_SPANS, ("csv", "xlsx")),
    "pupil counts": Sample("pupil_counts", [*rows.OF_CLASS, *rows.PUPIL_COUNTS]),
    "pupil counts, kk": Sample("pupil_counts", [*rows.OF_CLASS, *rows.PUPIL_COUNTS_KK]),
    "papers in percent": Sample("class_percents", rows.PAPERS),
    "papers": Sample("assessments", rows.PAPER_MARKS),
    "external": Sample("external_percents", rows.EXTERNAL, rows.EXTERNAL_SPANS),
    "journal": Sample("kundoluk_journal", rows.JOURNAL),
    "statistics": Sample(
        "class_report",
        [
            *rows.OF_SUBJECT,
            ["Класс", "Кол-во учеников", "5", "4", "3", "2"],
            ["5А", 20, 5, 6, 8, 1],
        ],
    ),
    "subject sheet": Sample(
        "subject_sheets",
        [["Сынып", "5", "4", "3", "2", "Барлығы", "Сапа %"], ["7А", 5, 5, 5, 5, 20, "50%"]],
    ),
    "groups": Sample(
        "pupil_groups",
        [
            [
                "school_id",
                "year",
                "period",
                "class",
                "roster",
                "excellent",
                "good",
                "satisfactory",
                "failing",
            ],
            ["S05", "2026-2027", "Q1", "5А", 20, 5, 6, 8, 1],
        ],
    ),
    "marks": Sample(
        "marks",
        [
            HEADINGS.split(","),
            ["S05", "2026-2027", "Q1", 5, "А", "physics", 20, 5, 6, 8, 1],
        ],
    ),
    "reading": Sample(
        "reading_sheet",
        [
            *rows.OF_CLASS,
            ["Язык: русский"],
            ["№", "ФИО", "Скорость чтения", "Ошибки", "Почерк"],
            [1, rows.PUPILS[0], 42, 1, 4],
        ],
    ),
}
