"""The four exports of other programs, headings as they print them."""

from dashboard.importer.rows import PARTS
from tests.importer.handmade import checks

LABELS = [["Школа: № 5"], ["Учебный год:", "2026/2027"], ["Период: 1 четверть"]]
CLASS_HEADINGS = ["Класс", "Кол-во учеников", "«5»", "«4»", "«3»", "«2»", "% кач. зн.", "% успев."]
PLACE = ("school_id", "year", "period", "grade", "letter", "subject_id")
COUNTS = ("roster", "n5", "n4", "n3", "n2")


def _class_report(*rows: list) -> dict:
    return {"Лист1": [*LABELS, ["Предмет: Математика"], [], CLASS_HEADINGS, *rows]}


def test_a_class_report_is_read_with_its_labels(district):
    rows = [["5А", 20, 5, 6, 8, 1, "55,0", "95,0"], ["5-Б", 10, 1, 2, 7, "-", "30,0", "100,0"]]
    report = district.one(_class_report(*rows))
    assert (report.layout, report.problems) == ("class_report", ())
    place = ("S05", "2026-2027", "Q1", 5)
    assert district.rows("marks", *PLACE, *COUNTS) == [
        (*place, "А", "mathematics", 20, 5, 6, 8, 1),
        (*place, "Б", "mathematics", 10, 1, 2, 7, 0),
    ]


def test_a_dash_that_is_no_nought_is_a_missing_value(district):
    report = district.one(_class_report(["5А", 20, 5, 6, "-", 1, "-", "-"]))
    assert [(p.check, p.column) for p in report.problems] == [("missing_value", "«3»")]


def test_a_class_without_a_single_mark_is_passed_over(district):
    rows = [["1А", 25, "-", "-", "-", "-", "-", "-"], ["5А", 10, 1, 2, 7, 0, "30", "100"]]
    report = district.one(_class_report(*rows))
    assert (report.rows_loaded, report.rows_rejected, report.problems) == (1, 0, ())


def test_sums_are_checked_and_never_loaded(district):
    rows = [
        ["5А", 20, 5, 6, 8, 1, "55,0", "95,0"],
        ["5Б", 10, 1, 2, 7, 0, "30,0", "100,0"],
        ["5 Параллель", 30, 6, 8, 15, 1, "46,7", "96,7"],
        ["6А", 10, 1, 2, 7, 0, "30,0", "100,0"],
        ["5-9", 40, 7, 10, 22, 2, "", ""],
        ["Школа", 40, 7, 10, 22, 1, "42,5", "97,5"],
        ["Среднее", 13, 2, 3, 7, 0, "", ""],
        [],
        ["Директор мектеби: ____________ /кол тамга/"],
    ]
    report = district.one(_class_report(*rows))
    found = [(p.check, p.row, p.column, p.about["expected"]) for p in report.problems]
    assert found == [("subtotal_disagrees", 11, "«2»", 1)]
    assert report.rows_loaded == 3


def test_a_grade_without_a_letter_under_its_classes_is_their_sum(district):
    rows = [
        ["5А", 20, 5, 6, 8, 1, "", ""],
        ["5Б", 10, 1, 2, 7, 0, "", ""],
        ["5", 31, 6, 8, 15, 1, "", ""],
        ["6", 10, 1, 2, 7, 0, "", ""],
    ]
    report = district.one(_class_report(*rows))
    assert [(p.check, p.row) for p in report.problems] == [("subtotal_disagrees", 9)]
    kept = district.rows("marks", "grade", "letter", "roster")
    assert sorted(kept, key=str) == [(5, "А", 20), (5, "Б", 10), (6, None, 10)]


def test_a_printed_rate_is_checked_by_every_rule_and_not_loaded(district):
    """domain.md §1.4: 28 on the roster, 52.0 / 54.2 / 46.4 % by the three rules."""
    head = ["Класс", "Период", "Кол-во учеников", "Отл", "Хор", "Уд", "Неуд", "Н/А", "ОСВ", "ЗЧ"]
    head += ["НЗ", "Нет оценки", "% кач. зн", "СОУ (%)"]
    counts = [28, 4, 9, 10, 1, 1, 2, 0, 0, 1]
    rates = [("52,0", "54,36"), ("54,2", "56,33"), ("46,4", "48,54"), ("52%", 54), ("53", "54,4")]
    rows = [[f"7{c}", "Q1", *counts, *pair] for c, pair in zip("АБВГД", rates)]
    report = district.one({"Химия": [*LABELS, ["Предмет", "Химия"], head, *rows]})
    assert [(p.check, p.row, p.column) for p in report.problems] == [
        ("rate_disagrees", 10, "% кач. зн")
    ]
    assert report.rows_loaded == 5


def test_a_teacher_report_has_two_rows_of_headings_and_names_a_class_once(district):
    text = """Школа: № 5;;;;;;;;;;;;
Учебный год: 2026/2027;;;;;;;;;;;;
Предмет: Физика;;;;;;;;;;;;
Класс;Период;Кол-во учеников;Успеваемость;;;;;;;;;Средний балл
;;;Отл;Хор;Уд;Неуд;Н/А;ОСВ;ЗЧ;НЗ;Нет оценки;
7А;1 четверть;20;5;6;7;1;1;0;0;0;0;"3,79"
;2 четверть;21;5;6;8;1;0;1;0;0;0;"3,75"
7 Параллель;1 четверть;20;5;6;7;1;1;0;0;0;0;-
;2 четверть;21;5;6;8;1;0;1;0;0;0;-
"""
    report = district.one(text)
    assert (report.layout, report.problems) == ("teacher_report", ())
    columns = ("grade", "letter", "period", "roster", "not_assessed", "exempt")
    assert district.rows("marks", *columns) == [(7, "А", "Q1", 20, 1, 0), (7, "А", "Q2", 21, 0, 1)]


def test_the_kazakh_teacher_report_is_read(district):
    head = [
        "сыныптың атауы",
        "есептік кезең",
        "сынып оқушыларының жалпы саны",
        "пән бойынша үздіктердің саны",
        "… жақсы оқитын оқушылардың саны",
        "… үлгеретіндер саны",
        "… үлгермегендер саны",
        "«А/Ө»",
        "«БОС»",
        "«ЕСП»",
        "«ЕСЖ»",
        "бағасы жоқ оқушылардың саны",
    ]
    rows = [["Мектеп: 7-мектеп", "Оқу жылы: 2026-2027", "Пән: Физика"], head]
    rows += [["8«Ә»", "1 тоқсан", 20, 5, 6, 7, 1, 1, 0, 0, 0, 0]]
    report = district.one({"Есеп": rows})
    assert (report.layout, report.problems) == ("teacher_report", ())
    assert district.rows("marks", *PLACE) == [("K07", "2026-2027", "Q1", 8, "Ә", "physics")]


def test_a_workbook_of_subjects_takes_the_subject_from_the_sheet(district):
    head = ["Сынып", "5", "4", "3", "2", "Барлығы", "Сапа %", "Үлгерім %"]
    row = ["7А", 5, 5, 5, 5, 20, "50%", "75%"]
    book = {"Физика": [head, row, ["Барлығы", 5, 5, 5, 5, 20, "50%", "75%"]], "Лист2": []}
    report = district.one(book, school="№5", year="2026-2027", period="Q1")
    assert (report.layout, report.problems) == ("subject_sheets", ())
    assert district.rows("marks", *PLACE) == [("S05", "2026-2027", "Q1", 7, "А", "physics")]


def test_a_sheet_name_cut_at_31_letters_counts_where_one_name_begins_so(district):
    name = "Очень длинный предмет " * 3
    district.bring({"more.csv": f"subject_id,area,name_ru\nlong,humanities,{name}"})
    head = ["Класс", "5", "4", "3", "2", "Всего", "Качество %", "Успеваемость %"]
    row = ["7А", 5, 5, 5, 5, 20, "50%", "75%"]
    said = {"school": "S05", "year": "2026-2027", "period": "Q1"}
    cut = name[:31]
    assert district.one({cut: [head, row]}, **said).status == "loaded"
    report = district.one({cut[:30]: [head, row]}, **said)
    assert checks(report) == ["unknown_subject"]


def _journal(*pupils: list) -> list[list]:
    months = ["", "Ученики", "Сентябрь", "Сентябрь", "Октябрь", "СР", "1 ЧТ", "2 ЧТ"]
    days = ["", "Ученики", "02", "04", "02", "СР", "1 ЧТ", "2 ЧТ"]
    rows = [[place, f"Окуучу {place:02}", *pupil] for place, pupil in enumerate(pupils)]
    return [months, days, [], *rows]


JOURNAL = _journal(
    ["", "2·Н", 4, 2.8, 3, "5"],
    ["Н", "", 4, 0, "Н/А", "осв"],
    ["", "4·4", 4, 4.5, "4", 0],
    ["", "", "", "", "", "зч"],
    ["", "", "", "", "-", "нз"],
    ["", "", "", "", 2, 4.0],
)
SAID = {"school": "S05", "year": "2026-2027", "class_": "8А"}


def test_a_journal_is_counted_by_period_with_group_and_roster(district):
    report = district.one({"Алгебра (1 гр.)": JOURNAL, "РЯЗ": JOURNAL[:4]}, **SAID)
    assert (report.layout, report.problems) == ("kundoluk_journal", ())
    assert district.rows("marks", "subject_id", "group", "period", "roster", *PARTS) == [
        ("algebra", "1", "Q1", 6, 0, 1, 1, 1, 1, 0, 0, 0, 2),
        ("algebra", "1", "Q2", 6, 1, 1, 0, 0, 0, 1, 1, 1, 1),
        ("russian_language", None, "Q1", 1, 0, 0, 1, 0, 0, 0, 0, 0, 0),
        ("russian_language", None, "Q2", 1, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    ]


def test_no_name_of_a_journal_leaves_the_reader(district):
    report = district.one({"Алгебра": _journal(["", "", "", "", "семь", 5])}, **SAID)
    (problem,) = report.problems
    assert (problem.check, problem.row, problem.column, problem.value) == (
        "bad_mark",
        4,
        "1 ЧТ",
        "семь",
    )
    assert (report.rows_loaded, report.rows_rejected) == (1, 1)
    store = b"".join(p.read_bytes() for p in district.settings.store.glob("snapshots/*"))
    assert "Окуучу".encode() not in store
    assert "Окуучу" not in str(report)


def test_percentages_alone_are_refused(district):
    text = "Класс,Учеников,Качество,Успеваемость\n7А,20,55%,95%"
    report = district.one(text, school="S05")
    assert (report.status, checks(report)) == ("rejected", ["percent_only"])


def test_a_report_of_the_whole_district_names_no_school(district):
    text = (
        "№ п/п,Класс,Количество на начало 2025 уч.года,Успеваемость,,,,Из них,,,"
        "Количество на конец 2025 уч.года,Качество знаний %\n"
        ',,,"На ""5""","На ""4"" и ""5""","На ""3""","На ""2""","с одной ""2""","с одной ""3""",'
        '"с одной ""4""",,\n1,5,100,10,20,60,10,1,2,3,100,30'
    )
    assert checks(district.one(text)) == ["no_school"]


def test_tables_below_each_other_have_labels_of_their_own(district):
    rows = [["5А", 20, 5, 6, 8, 1, "55,0", "95,0"]]
    sheet = [*LABELS, ["Предмет: Физика"], CLASS_HEADINGS, *rows, []]
    sheet += [["Предмет:", "Химия"], CLASS_HEADINGS, *rows]
    district.one({"Лист1": sheet})
    assert district.rows("marks", "subject_id") == [("chemistry",), ("physics",)]


def test_labels_outside_the_table_of_a_page_count(district):
    page = "<h1>Школа: № 5</h1><p>Учебный год: 2026/2027</p><div>1 четверть</div><table><tr>"
    page += "".join(f"<th>{text}</th>" for text in CLASS_HEADINGS) + "</tr><tr>"
    page += "".join(f"<td>{text}</td>" for text in ["5А", 20, 5, 6, 8, 1, "55,0", "95,0"])
    report = district.one(f"{page}</tr></table>", name="report.xls", subject="Физика")
    assert (report.status, report.problems) == ("loaded", ())
    assert district.rows("marks", *PLACE) == [("S05", "2026-2027", "Q1", 5, "А", "physics")]


def test_plain_lines_above_a_table_need_no_label(district):
    lines = [["№ 5 мектеп"], ["2026-2027-окуу жылы"], ["1 чейрек"], ["Предмет: Физика"]]
    district.one({"Барак1": [*lines, CLASS_HEADINGS, ["5А", 20, 5, 6, 8, 1, "", ""]]})
    assert district.rows("marks", *PLACE) == [("S05", "2026-2027", "Q1", 5, "А", "physics")]


def test_counts_that_do_not_make_up_the_roster_are_told_and_loaded(district):
    report = district.one(_class_report(["5А", 21, 5, 6, 8, 1, "", ""]))
    assert [(p.check, p.severity) for p in report.problems] == [("counts_disagree", "warning")]
    assert district.rows("marks", *COUNTS) == [(21, 5, 6, 8, 1)]


def test_marks_in_a_grade_that_carries_none_are_told(district):
    report = district.one(_class_report(["2А", 20, 5, 6, 8, 1, "", ""]))
    assert [(p.check, p.severity) for p in report.problems] == [("marks_not_expected", "warning")]


def test_in_another_country_the_same_grade_carries_marks(district):
    row = ["2А", 20, 5, 6, 8, 1]
    sheet = [["Школа: 7-мектеп"], *LABELS[1:], ["Предмет: Математика"], CLASS_HEADINGS, row]
    assert not district.one({"Лист1": sheet}).problems
