"""A file's name may suggest what the file does not say; it never decides."""

import pytest

from dashboard.i18n import LANGUAGES
from dashboard.importer import report as reports
from tests.importer.handmade import Desk, checks

HEAD = ["Класс", "Кол-во учеников", "5", "4", "3", "2"]
ROW = ["8А", 20, 5, 6, 8, 1]
ALL = ["missing_school", "missing_year", "missing_period", "missing_subject"]


def _options(report) -> dict[str, str | None]:
    return {problem.check: problem.about.get("option") for problem in report.problems}


def _tried(desk: Desk, name: str, *rows: list):
    return desk.one({"Лист1": [HEAD, ROW] if not rows else list(rows)}, name=f"{name}.xlsx")


def test_a_name_never_loads_a_file(district):
    report = _tried(district, "S05_Q1_2025")
    assert (report.status, checks(report)) == ("rejected", ALL)
    assert district.rows("marks", "school_id") == []
    assert _options(report) == {
        "missing_school": "--school S05",
        "missing_year": None,
        "missing_period": "--period Q1",
        "missing_subject": None,
    }


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("№ 5 мектеп-гимназия 2025-2026", "--school S05"),
        ("5-мектеп 1-чейрек", "--school S05"),
        ("школа №5 отчет", "--school S05"),
        ("5", None),
        ("отчет 5", None),
        ("S05 S01", None),
        ("S77", None),
    ],
)
def test_a_school_is_suggested_where_one_is_meant(district, name, option):
    assert _options(_tried(district, name))["missing_school"] == option


@pytest.mark.parametrize(
    ("name", "check", "option"),
    [
        ("S05 2025-2026", "missing_year", "--year 2025-2026"),
        ("S05_2025_2026", "missing_year", "--year 2025-2026"),
        ("S05 2025-2027", "missing_year", None),
        ("S05 2026", "missing_year", None),
        ("итоги 2 четверть", "missing_period", "--period Q2"),
        ("Q1 и Q2", "missing_period", None),
        ("физика 8А", "missing_subject", "--subject physics"),
        ("Kyrgyz literature, S05", "missing_subject", "--subject kyrgyz_literature"),
    ],
)
def test_what_else_a_name_suggests(district, name, check, option):
    assert _options(_tried(district, name))[check] == option


def test_a_class_is_suggested_for_a_list_of_pupils(district):
    rows = [["ФИО", "Алгебра", "Физика"], ["Асанова Айгүл", 5, 4], ["Сапаров Бек", 4, 4]]
    report = _tried(district, "S05 8-А 1 четверть", *rows)
    assert _options(report)["missing_class"] == "--class 8А"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_message_proposes_the_option_and_the_other_way(district, language):
    report = _tried(district, "S05_Q1_2025-2026_физика")
    said = [reports.message(problem, language) for problem in report.problems]
    options = ["--school S05", "--year 2025-2026", "--period Q1", "--subject physics"]
    assert all(option in text for option, text in zip(options, said, strict=True))
    assert all(text.count("«") + text.count("“") == 1 for text in said)


def test_with_the_option_the_file_loads(district):
    told = {"school": "S05", "year": "2025-2026", "period": "Q1", "subject": "physics"}
    content = {"Лист1": [HEAD, ROW]}
    assert district.one(content, "S01_Q2.xlsx", **told).status == "loaded"
    assert district.rows("marks", "school_id", "period") == [("S05", "Q1")]
