"""Exports of other programs, and what must be stored of each: counted by hand from its cells."""

from tests.importer import layout_rows as rows
from tests.importer.whole_folder_export import (
    FLAT,
    READ,
    Export,
    attendance,
    groups,
    journal,
    marks,
    refused,
    report,
    sample,
    sheet,
    staff,
    subject,
)

GRID = ["number_of_items_correct", "number_of_items_attempted", "duration", "time_remaining"]
META = ["_id", "formId", "startUnixtime", "buildId", "complete", "school", "grade", "language"]
TANGERINE = [
    [*META, *(f"orf.{name}" for name in GRID), "comp_1", "comp_2"],
    ["f#1", "f", 1789459200000, "b", "true", "№ 5", 2, "Kyrgyz", 40, 44, 60, 15, 1, 0],
    ["f#2", "f", 1789459200000, "b", "true", "№ 5", 2, "Kyrgyz", 30, 31, 60, 0, 1, 1],
]
EGRA = [
    [
        *("language", "grade", "school", "section", "student", "gender"),
        *("rp1", "rp2", "rp3", "rp4", "rptim1", "rpsto1", "rpc1", "rpc2"),
    ],
    ["K", 2, "№ 5", "A", "01", "f", 0, 0, 0, 1, "130", 0, "CORRECT", "INCORRECT"],
    ["R", 4, "№ 5", "A", "02", "m", 0, 1, 1, None, "45", 0, "NO ANSWER", "CORRECT"],
]
TABLET = {"year": "2026-2027", "round": "start"}
ALL_ALGEBRA = [("Q1", 3, 5), ("Q2", 3, 5), ("Q3", 4, 5), ("Q4", None, 5), ("Y", 3, 5)]
ALL_PHYSICS = [("Q2", 4, 4), ("Q4", 5, 5), ("Y", 4, 5)]


def _counted(subject: str, finals: list[tuple]) -> list[tuple]:
    """The marks of two pupils, told as they stand in their transcripts."""
    return [
        (period, 8, "А", subject, 2, *(last.count(mark) for mark in (5, 4, 3, 2)))
        for period, *last in finals
    ]


TEACHER = marks(("Q1", 8, "А", "physics", 20, 5, 6, 7, 1))
SCHOOL = groups((5, "А", 20, 5, 6, 8, 1), (5, "Б", 10, 1, 2, 7, 0))
KAZAKH = groups((8, "Ә", 20, 5, 6, 8, 1))
CLASS = marks(
    ("Q1", 8, "А", "algebra", 3, 1, 0, 1, 0),
    ("Q1", 8, "А", "english", 1, 1, 0, 0, 0),
    ("Q1", 8, "А", "physical_education", 2, 1, 0, 0, 0),
    ("Q1", 8, "А", "physics", 3, 0, 1, 1, 0),
)
PERIODS = marks(
    ("Q1", 8, "А", "algebra", 2, 1, 0, 1, 0),
    ("Q2", 8, "А", "algebra", 2, 0, 1, 1, 0),
    ("Q1", 8, "А", "physics", 2, 0, 1, 1, 0),
)
OF_TEACHER = marks(
    ("Q1", 8, "А", "algebra", 2, 1, 1, 0, 0), ("Q1", 8, "А", "physics", 2, 0, 1, 1, 0)
)
COUNTED = groups((8, "А", 4, 1, 1, 0, 1))

EXPORTS: dict[str, Export] = {
    "school report": sample("school", SCHOOL),
    "Kundelik school, kk": sample("kundelik school", KAZAKH),
    "Kundelik school, ru": sample("kundelik school, ru", KAZAKH),
    "results of a school": sample(
        "results", groups((5, "А", 20, 5, 6, 8, 1), (6, "А", 10, 1, 2, 7, 0))
    ),
    "teacher, kk": sample("teacher, kk", TEACHER),
    "teacher, ru": sample("teacher, ru", TEACHER),
    "subject, kk": sample("subject, kk", TEACHER),
    "subject, ru": sample("subject, ru", TEACHER),
    "class list": sample("class", CLASS),
    "class list, periods": sample("class, periods", PERIODS),
    "class teacher, kk": sample("class teacher, kk", OF_TEACHER),
    "class teacher, ru": sample("class teacher, ru", OF_TEACHER),
    "transcripts": sample(
        "transcripts",
        marks(*_counted("algebra", ALL_ALGEBRA), *_counted("physics", ALL_PHYSICS)),
        FLAT,
    ),
    "pupil counts, ru": sample("pupil counts", COUNTED),
    "pupil counts, kk": sample("pupil counts, kk", COUNTED),
    "statistics, ru": report(
        ["Школа: № 5", "Учебный год: 2026/2027", "Период: 1 четверть", "Предмет: Физика"],
        ["Класс", "Кол-во учеников", "5", "4", "3", "2"],
    ),
    "statistics, ky": report(
        ["Мектеп: № 5", "Окуу жылы: 2026-2027", "Мезгил: 1-чейрек", "Предмет: Физика"],
        ["Класс", "Окуучулардын саны", "5 алгандар", "4 алгандар", "3 алгандар", "2 алгандар"],
    ),
    "statistics, kk": report(
        ["Мектеп: № 5", "Оқу жылы: 2026-2027", "Тоқсан: 1 тоқсан", "Пән: Физика"],
        ["Сынып", "Оқушылар саны", "Үзд", "Жақ", "Орт", "Жеткіліксіз"],
    ),
    "statistics, en": report(
        ["School: № 5", "School year: 2026-2027", "Period: Q1", "Subject: Physics"],
        ["Class", "Number of pupils", "5", "4", "3", "2"],
    ),
    "sheets of subjects, ru": subject(["Класс", "5", "4", "3", "2", "Всего", "Качество %"]),
    "sheets of subjects, kk": subject(["Сынып", "5", "4", "3", "2", "Барлығы", "Сапа %"]),
    "journal, ru": journal("Ученики", "Сентябрь", ("1 ЧТ", "2 ЧТ")),
    "journal, ky": journal("Окуучулар", "Сентябрь", ("1-чейрек", "2-чейрек")),
    "staff, ru": staff(
        "Дата: 01.11.2026",
        ["№", "ФИО", "Код", "Школа", "Должность", "Стаж"],
        "Критериальное оценивание",
    ),
    "staff, ky": staff(
        "01.11.2026-жылга карата",
        ["Катар №", "Аты-жөнү", "Коду", "Мектеп", "Кызматы", "Стажы"],
        "Критериалдык баалоо негиздери",
    ),
    "staff, kk": staff(
        "Күні: 01.11.2026",
        ["Р/с", "Аты-жөні", "Коды", "Мектеп", "Лауазымы", "Өтілі"],
        "Критериалды бағалау",
    ),
    "staff, en": staff(
        "Date: 01.11.2026", ["No", "Name", "Code", "School", "Position", "Experience"], "K-2"
    ),
    "attendance, ru": attendance("Курс: K-1", ["№", "Код", "ФИО", "Школа"]),
    "attendance, ky": attendance("Курс: K-1", ["Катар №", "Коду", "Аты-жөнү", "Мектеп"]),
    "attendance, kk": attendance("Курс: K-1", ["Р/с", "Коды", "Аты-жөні", "Мектеп"]),
    "attendance, en": attendance("Course: K-1", ["No", "Code", "Name", "School"]),
    "reading sheet, ru": sheet(
        ["Школа: № 5", "Класс: 2А", "Учебный год: 2026/2027", "Срез: начало года", "Язык: русский"],
        ["№", "ФИО", "Скорость чтения", "Ошибки", "Понимание", "Почерк"],
        "ru",
    ),
    "reading sheet, ky": sheet(
        ["Мектеп: № 5", "Класс: 2А", "Окуу жылы: 2026-2027", "Текшерүү: башы", "Тили: кыргызча"],
        ["Катар №", "Аты-жөнү", "Окуу ылдамдыгы", "Каталар", "Түшүнүү", "Кол жазма"],
        "ky",
    ),
    "reading sheet, kk": sheet(
        ["Мектеп: № 5", "Сынып: 2А", "Оқу жылы: 2026-2027", "Кесінді: басы", "Тілі: қазақша"],
        ["Р/с", "Аты-жөні", "Оқу жылдамдығы", "Қателер", "Түсінуі", "Көркем жазу"],
        "kk",
    ),
    "reading sheet, en": sheet(
        ["School: № 5", "Class: 2А", "School year: 2026-2027", "Round: start", "Language: Uzbek"],
        ["No", "Name", "Words per minute", "Errors", "Comprehension", "Handwriting"],
        "uz",
    ),
    "Tangerine": Export(
        "tangerine",
        TANGERINE,
        {
            "reading": (
                ("pupil_code", *READ),
                [
                    ("f#1", "start", 2, None, "ky", "tested", 40, 4, 45.0, 2, 1, None),
                    ("f#2", "start", 2, None, "ky", "tested", 30, 1, 60.0, 2, 2, None),
                ],
            )
        },
        TABLET,
    ),
    "Kyrgyz EGRA": Export(
        "kyrgyz_egra",
        EGRA,
        {
            "reading": (
                ("pupil_code", *READ),
                [
                    ("2-A-01", "start", 2, "А", "ky", "tested", 3, 1, 90.0, 2, 1, None),
                    ("4-A-02", "start", 4, "А", "ru", "tested", 1, 2, 45.0, 2, 1, None),
                ],
            )
        },
        TABLET,
    ),
    "percent of classes": refused("results in percent", "percent_only"),
    "percent of papers": refused("papers in percent", "percent_only"),
    "papers": refused("papers", "papers_only"),
    "external tests": refused("external", "percent_only"),
    "parallels of a district": refused("parallels", "no_school"),
}


KYRGYZ = [["Мектеп: № 5"], ["Окуу жылы: 2026-2027"], ["Мезгил: 1-чейрек"]]
ENGLISH = [["School: № 5"], ["School year: 2026-2027"], ["Period: Q1"]]
KAZAKH_ABOVE = [["Мектеп: № 5"], ["Оқу жылы: 2026-2027"], ["Тоқсан: 1 тоқсан"]]
LISTED = rows.CLASS_TEACHER[1:3]
COUNTS = [row[:5] for row in rows.PUPIL_COUNTS[1:]]


def _in_kazakh(cell: object) -> object:
    """The words of a transcript, whole or before a colon."""
    text = cell if isinstance(cell, str) else ""
    for russian, kazakh in TRANSCRIPT_KK.items():
        text = text.replace(russian, kazakh)
    return text if isinstance(cell, str) else cell


TRANSCRIPT_KK = {
    "Табель успеваемости учащегося": "Оқушының үлгерім табелі",
    "Учебный год": "Оқу жылы",
    "Учебные периоды": "Оқу кезеңдері",
    "Школа": "Мектеп",
    "Класс": "Сынып",
    "Ученик": "Оқушы",
    "Предмет": "Пән",
    "Четверть": "тоқсан",
    "Гос. экз. оценка": "Мемлекеттік емтихан бағасы",
    "Экз. оценка": "Емтихан бағасы",
    "Год. оценка": "Жылдық баға",
    "Итог. оценка": "Қорытынды баға",
    "Средний балл": "Орташа балл",
    "Итог": "Қорытынды",
}
KYRGYZ_TEACHER = [
    *("Класстын аты", "Мезгил", "Окуучулардын саны", "Эң жакшы", "Жакшы"),
    *("Канааттандыраарлык", "Канааттандыраарлык эмес", "Н/А", "Бошотулган", "Баа жок"),
]

EXPORTS |= {
    "school report, ky": Export(
        "school_report",
        [
            *KYRGYZ,
            [
                "Класстын аты",
                "Окуучулардын саны",
                "Отличниктер",
                "Жакшы окугандар",
                "Үч менен окугандар",
                "Үлгүрбөгөндөр",
            ],
            *(["5А", 20, 5, 6, 8, 1], ["5Б", 10, 1, 2, 7, 0], ["Мектеп", 30, 6, 8, 15, 1]),
        ],
        SCHOOL,
    ),
    "teacher, ky": Export(
        "teacher_report",
        [*KYRGYZ, ["Предмет: Физика"], KYRGYZ_TEACHER, [*rows.TEACHER_ROW[:9], 0]],
        TEACHER,
    ),
    "class list, ky": Export(
        "class_list",
        [
            *(*KYRGYZ, ["Класс: 8А"]),
            ["Окуучунун аты-жөнү", "Алгебра", "Физика", "Орточо балл", "Орун"],
            *LISTED,
        ],
        OF_TEACHER,
    ),
    "class list, en": Export(
        "class_list",
        [
            *(*ENGLISH, ["Class: 8А"]),
            ["Full name", "Algebra", "Physics", "Average", "Place"],
            *LISTED,
        ],
        OF_TEACHER,
    ),
    "transcripts, kk": Export(
        "transcript",
        [[_in_kazakh(cell) for cell in row] for row in rows.TRANSCRIPTS],
        EXPORTS["transcripts"].truth,
        spans=rows.TRANSCRIPT_SPANS,
        forms=FLAT,
    ),
    "pupil counts, ky": Export(
        "pupil_counts",
        [
            *(*KYRGYZ, ["Класс: 8А"]),
            ["Катар №", "Окуучулардын аты-жөнү", "«5» саны", "«4» саны", "«3» саны", "Үлгүрүү %"],
            *([*row, rate] for row, rate in zip(COUNTS, ("100%", "100%", "92%", "0%"))),
        ],
        COUNTED,
    ),
    "pupil counts, en": Export(
        "pupil_counts",
        [
            *(*ENGLISH, ["Class: 8А"]),
            ["No", "Name", "Number of 5", "Number of 4", "Number of 3", "Number of 2"],
            *([*row, failing] for row, failing in zip(COUNTS, (0, 0, 1, 0))),
        ],
        COUNTED,
    ),
    "sheets of subjects, ky": subject(["Класс", "5", "4", "3", "2", "Бардыгы", "Билим сапаты %"]),
    "sheets of subjects, en": subject(["Class", "5", "4", "3", "2", "Total", "Mean"]),
    "journal, kk": journal("Оқушылар", "Қыркүйек", ("1 тоқсан", "2 тоқсан")),
    "percent of classes, ky": Export(
        "class_percents",
        [["Класс", "Билим сапаты %", "Үлгүрүү %"], ["5А", "55%", "95%"]],
        refused="percent_only",
    ),
    "papers, kk": Export(
        "assessments",
        [
            ["Сынып", "Бағалау түрі", "Оқушылар саны", "«5»", "«4»", "«3»", "«2»"],
            *(["8А", paper, 20, 5, 5, 5, 5] for paper in ("БЖБ 1", "ТЖБ")),
        ],
        refused="papers_only",
    ),
}
