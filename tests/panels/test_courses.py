"""The courses' page: who is trained and who not, by which rule, and what must not be told."""

from datetime import date

import pytest

from dashboard import panels
from dashboard.exports import report
from dashboard.exports.csv import write
from dashboard.i18n import LANGUAGES, t
from dashboard.pages import school
from dashboard.pages.courses import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState

ON = "2026-10-23"
SCHOOLS = [
    {
        "school_id": f"S{n:02}",
        "name": f"№ {n} мектеп",
        "district": "Ала-Бука",
        "aimak": "Ала-Бука" if n < 4 else "Ак-Там",
        "country": "KZ" if n == 5 else "KG",
        "language": "ky",
    }
    for n in range(1, 7)
]
SIZES = {"S01": 8, "S02": 6, "S03": 12, "S04": 3, "S05": 10, "S06": 5}  # S04 has few, S06 next


def teacher(name, **more):
    told = {"teacher_id": name, "school_id": name[:3], "subject_ids": "algebra;physics"}
    return told | {"experience_years": 12, "category": "жогорку"} | more


TEACHERS = [teacher(f"{code}-{n}") for code, size in SIZES.items() for n in range(1, size + 1)]
COURSES = [
    {"course_id": "LEVEL", "name": "3", "kind": "level", "provider": "Борбор", "hours": 320},
    {"course_id": "ICT", "name": "МКТ", "kind": "ict", "provider": "Кабинет", "hours": 72},
    {"course_id": "OTHER", "name": "Башка", "kind": "other", "provider": "Кичи", "hours": 10},
]
VALID = {"LEVEL": 5, "ICT": 3}  # OTHER counts for ever


def done(teacher, course, day):
    return {"teacher_id": teacher, "course_id": course, "finished": day}


COMPLETIONS = [
    *(done(f"S02-{n}", "LEVEL", date(2022, 6, 1)) for n in range(1, 7)),  # for 5 years, until 2027
    *(done(f"S02-{n}", "ICT", date(2026, 9, 10)) for n in range(1, 4)),
    *(done(f"S03-{n}", "ICT", date(2024, 3, 1)) for n in range(1, 5)),  # until March 2027
    done("S03-1", "ICT", date(2023, 12, 1)),  # the same again: one person
    *(done(f"S04-{n}", "ICT", date(2026, 9, 20)) for n in range(1, 4)),
    done("S05-1", "OTHER", date(2019, 5, 1)),
    done("S05-2", "OTHER", date(2021, 5, 1)),
]
TABLES = {
    "schools": SCHOOLS,
    "teachers": TEACHERS,
    "courses": [row | {"valid_years": VALID.get(row["course_id"])} for row in COURSES],
    "completions": [*COMPLETIONS, done("S01-9", "ICT", date.fromisoformat(ON))],  # nobody's
}
PLAN = [
    {"school_id": "S02", "year": "2026-2027", "kind": "ict", "planned": 4},
    {"school_id": "S03", "year": "2026-2027", "kind": "ict", "planned": 2},
    {"school_id": "S04", "year": "2026-2027", "kind": "ict", "planned": 3},
]
MINE = (
    *("numbers", "kinds", "zero", "schools", "subject", "experience", "category", "aimak"),
    *("uptake", "providers", "hours"),
)
EVERY = (*MINE, "plan")


@pytest.fixture
def block(snapshot_of, settings):
    def made(key, tables=TABLES, language="en", options=(), **query):
        snapshot = snapshot_of(tables)
        view = View(FilterState.from_query(PAGE.filters, query), language, options=options)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, settings)

    return made


def texts(made) -> list[list[str]]:
    return [[cell.text for cell in row] for row in made.rows]


def by_name(made) -> dict[str, list[str]]:
    return {name: others for name, *others in texts(made)}


def said(made) -> str:
    return " ".join(
        [made.title, made.about, *made.sentences, *(c for row in texts(made) for c in row)]
    )


@pytest.mark.parametrize("key", MINE)
def test_without_a_register_it_says_what_to_import(key, block):
    made = block(key, {"schools": SCHOOLS})
    assert made.empty == t(f"block.courses.{key}.empty", "en")
    assert "completions" in made.empty


def test_without_a_plan_it_says_which_table_to_import(block):
    assert "course_plan" in block("plan").empty
    assert "tirek templates" in block("plan").empty


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", EVERY)
def test_every_row_has_every_column_in_every_language(key, language, block):
    made = block(key, TABLES | {"course_plan": PLAN}, language)
    assert not made.empty
    assert all(len(row) == len(made.columns) for row in made.rows)
    assert "{" not in said(made)


@pytest.mark.parametrize("key", EVERY)
def test_of_a_school_that_there_is_not_nothing_is_said(key, block):
    assert block(key, school=["S99"]).empty == t("empty.no_school", "en", codes="S99")


@pytest.mark.parametrize("key", EVERY)
def test_of_a_school_with_few_teachers_nothing_is_said(key, block):
    made = block(key, TABLES | {"course_plan": PLAN}, school=["S04"])
    numbers = [cell.number for row in made.rows for cell in row[1:] if cell.number is not None]
    assert not numbers
    assert made.empty or {cell.flag for row in made.rows for cell in row} >= {"c"}


@pytest.mark.parametrize("key", ["numbers", "kinds", "providers", "schools", "hours"])
def test_the_day_and_the_rule_stand_beside_the_figures(key, block):
    for valid in ("own", "law", "1y", "3y", "5y"):
        about = block(key, valid=valid).about
        assert "Oct 23, 2026" in about
        assert t(f"taken.{valid}", "en") in about


def test_another_rule_changes_every_figure(block):
    for key in ("numbers", "kinds", "schools", "hours", "providers"):
        assert texts(block(key, valid="1y")) != texts(block(key, valid="5y"))


def test_the_figures_say_their_base_and_interval(block):
    coverage, hours, zero, soon = texts(block("numbers"))
    assert coverage[1] == "34.1%"  # 6 + 4 + 3 + 2 of 44
    assert coverage[4] == "15 of 44 teachers · 21.9–48.9%"
    assert hours[4] == "2,660 hours · for 44 teachers"
    assert (zero[1], zero[4]) == ("1", "of 4 schools · 2 are hidden")
    assert (soon[1], soon[4]) == ("4", "by Apr 23, 2027 · 4 teachers are then left with none")


def test_what_ends_soon_goes_by_the_months_asked_for(block):
    assert texts(block("numbers", options=(("months", "12"),)))[3][1] == "10"
    assert texts(block("numbers", options=(("months", "1"),)))[3][1] == "0"


def test_each_number_leads_to_the_tab_that_says_more(block):
    views = [row[0].href for row in block("numbers", valid="3y").rows]
    assert all(href.startswith("/courses?valid=3y") for href in views)
    parts = ("view=groups", "view=time", "sort=value", "view=expiring")
    assert all(part in href for part, href in zip(parts, views))


def test_by_the_law_the_source_and_the_years_are_named(block):
    for key in ("kinds", "numbers", "schools"):
        about = block(key, valid="law").about
        assert "Kazakhstan: 3 years. Source: " in about
        assert "Kyrgyzstan: no period is set" in about
        assert "Source: " not in block(key, valid="3y").about


def test_the_law_of_the_day_counts(block):
    assert "Kazakhstan: 5 years." in block("kinds", valid="law", on="2021-06-01").about


def test_kinds_stand_beside_a_course_of_any_kind(block):
    made = block("kinds")
    assert [column.name for column in made.columns] == ["school", "any", "level", "ict", "other"]
    shares = by_name(made)
    assert shares["All schools"] == ["34%", "14%", "23%", "5%"]
    assert shares["№ 2 мектеп"] == ["100%", "100%", "50%", "0%"]
    assert shares["№ 4 мектеп"] == ["c"] * 4


def test_a_lone_kind_has_no_column_of_any(block):
    assert [c.name for c in block("kinds", course_kind=["ict"]).columns] == ["school", "ict"]


def test_a_click_on_a_share_narrows_the_page_to_it(block):
    row = next(row for row in block("kinds").rows if row[0].text == "№ 2 мектеп")
    assert [cell.href for cell in row[:3]] == [
        "/courses?school=S02&lang=en",
        "/courses?school=S02&lang=en",
        "/courses?course_kind=level&school=S02&lang=en",
    ]


def test_schools_where_nobody_is_trained_are_named(block):
    rows = texts(block("zero"))
    assert rows[0] == ["№ 1 мектеп", "0 of 8 teachers · 0.0–32.4%"]
    assert rows[1][0] == "3 schools where nobody has a level programme"


def test_few_teachers_are_named_nowhere(block):
    gone = [row for row in TABLES["completions"] if row["teacher_id"][:3] not in ("S04", "S06")]
    made = block("zero", TABLES | {"completions": gone})
    assert "№ 4" not in said(made)
    assert "№ 6" not in said(made)  # it would give S04 away
    assert made.marks["hint"]


def test_of_level_programmes_alone_it_is_said_once(block):
    assert [row[0] for row in texts(block("zero", course_kind=["level"]))] == [
        "№ 3 мектеп",
        "№ 5 мектеп",
        "№ 1 мектеп",
    ]


def test_where_somebody_is_trained_everywhere_that_is_said(block):
    made = block("zero", school=["S02"])
    assert made.sentences == (t("courses.nobody_untrained", "en"),)


def test_uptake_counts_each_person_once_whatever_still_counts(block):
    made = block("uptake")
    counts = {name: int(count) for name, count in texts(made)}
    assert len(counts) == 36
    assert counts["November, 2023"] == 8  # finished before the months shown
    assert counts["December, 2023"] == 9
    assert counts["February, 2024"] == 9
    assert counts["March, 2024"] == 12
    assert counts["October, 2026"] == 15


def test_uptake_has_a_line_for_each_of_several_kinds(block):
    assert len(block("uptake", course_kind=["ict"]).columns) == 2
    assert [c.name for c in block("uptake", course_kind=["ict", "level"]).columns] == [
        "month",
        "any",
        "level",
        "ict",
    ]


def test_those_who_left_are_in_no_figure(block):
    left = [
        row | {"until": "2026-08-31"} if "S02" in row["teacher_id"] else row for row in TEACHERS
    ]
    made = TABLES | {"teachers": left}
    assert texts(block("numbers", made))[0][4].startswith("9 of 38 teachers")
    assert texts(block("uptake", made))[-1][1] == "9"
    assert by_name(block("schools", made))["№ 2 мектеп"][0] == "–"


def test_providers_of_few_are_told_together(block):
    rows = texts(block("providers"))
    assert rows[-1][0] == "2 providers of few teachers, together"
    assert "Кичи" not in said(block("providers"))


def test_a_plan_stands_beside_what_was_done_in_its_year(block):
    made = block("plan", TABLES | {"course_plan": PLAN})
    assert texts(made) == [["ICT and computer literacy", "6", "3", "50%"]]  # S04 is left out
    assert "2 schools have a plan, 2 have none." in made.about


def test_the_latest_plan_is_shown_where_the_year_has_none(block):
    made = block("plan", TABLES | {"course_plan": [row | {"year": "2023-2024"} for row in PLAN]})
    assert texts(made)[0][1:] == ["6", "4", "67%"]
    assert "2023-2024" in made.about


def test_a_plan_of_few_teachers_is_hidden(block):
    made = block("plan", TABLES | {"course_plan": PLAN[2:]})
    assert made.empty == t("courses.hidden", "en", limit=5)


def test_a_teacher_of_no_category_stands_in_a_row_that_says_so(block):
    some = [row | {"category": None} if "S03" in row["teacher_id"] else row for row in TEACHERS]
    rows = block("category", TABLES | {"teachers": some}).rows
    assert "Not told" in [row[0].text for row in rows]
    assert not any(row[0].href for row in rows)  # the page has no such filter


def test_gaps_are_in_teachers(block):
    assert "Gap, in teachers" in [column.title for column in block("schools").columns]


def test_the_export_says_the_rule(snapshot_of, settings):
    snapshot = snapshot_of(TABLES)
    view = View(FilterState.from_query(PAGE.filters, {"valid": "3y"}), "en")
    text = write(report.make(PAGE, view, snapshot, settings)).decode("utf-8-sig")
    assert t("taken.3y", "en") in text


def of_school(snapshot, settings, code):
    view = View(FilterState.from_query(school.PAGE.filters, {"school": code}), "en")
    return panels.make(school.PAGE, school.PAGE.block("courses"), view, snapshot, settings)


def test_the_passport_tells_how_many_hold_a_course(snapshot_of, settings):
    made = of_school(snapshot_of(TABLES), settings, "S02")
    ((first, kinds),) = made.rows
    assert first.text == "Trained on courses: 100.0% (6 of 6 teachers · 61.0–100.0%)"
    assert first.href == "/courses?school=S02&lang=en"
    assert kinds.text == "Level programmes – 6 · ICT and computer literacy – 3"


def test_the_passport_of_few_teachers_tells_nothing(snapshot_of, settings):
    made = of_school(snapshot_of(TABLES), settings, "S04")
    assert made.empty == t("courses.hidden", "en", limit=5)
