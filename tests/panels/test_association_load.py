"""Load and plans: how evenly hours are spread, who has a plan; no teacher, no few children."""

import pytest

from dashboard import panels
from dashboard.i18n import LANGUAGES, t
from dashboard.pages.associations import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from tests.made_up_work import LOADS, METHODICAL, TEACHERS

# Four loads are hidden, and the school that they could be worked out with.
FEW = [
    {"teacher_id": f"few-{n}", "school_id": "S04", "hours_per_week": hours}
    for n, hours in enumerate((7.0, 11.0, 39.0, 41.0))
]


@pytest.fixture
def block(snapshot_of, settings):
    def made(key, tables=METHODICAL, language="en", **query):
        view = View(FilterState.from_query(PAGE.filters, query), language)
        return panels.make(PAGE, PAGE.block(key), view, snapshot_of(tables), settings)

    return made


def _cells(panel):
    """By the name of the row, its cells by the name of their column."""
    names = [column.name for column in panel.columns]
    return {row[0].text: dict(zip(names, row)) for row in panel.rows}


def _told(panel):
    return " ".join(
        [panel.title, panel.about, *panel.sentences, *(c.text for row in panel.rows for c in row)]
    )


def test_whiskers_of_the_load_are_its_middle_half(block):
    second = _cells(block("load"))["№ 2 мектеп"]
    assert second["value"].number == 23
    assert (second["value"].value.low, second["value"].value.high) == (13, 33.25)
    assert second["apart"].number == pytest.approx(20.25)
    assert second["above"].text == "4"  # above 30: the district's median is 20


def test_the_ends_are_told_only_of_enough_teachers(block):
    load = _cells(block("load"))
    assert load["№ 2 мектеп"]["ends"].text == "6.0–40.0"
    assert (load["№ 3 мектеп"]["ends"].text, load["№ 3 мектеп"]["value"].flag) == ("", "u")


def test_nothing_is_told_of_few_teachers_in_any_language(block):
    others = [row for row in TEACHERS if row["school_id"] != "S04"]
    tables = METHODICAL | {"teachers": [*others, *FEW]}
    for language in LANGUAGES:
        hidden = [r for r in block("load", tables, language).rows if r[1].flag == "c"]
        assert "№ 4 мектеп" in {row[0].text for row in hidden}
        assert {cell.text for row in hidden for cell in row[2:]} == {""}
        named = {row[0].text for row in block("evenly", tables, language).rows}
        assert not named & {row[0].text for row in hidden}


def test_who_have_very_many_hours_are_counted_by_school(block):
    made = block("evenly")
    assert [row[0].text for row in made.rows] == ["№ 2 мектеп"]
    assert made.rows[0][1].text.startswith(f"4 of {len(LOADS['S02'])} teachers")
    assert any("30.0 hours" in said for said in made.sentences)


def test_teachers_without_hours_are_told_of_and_not_counted(block):
    untold = {"teacher_id": "untold", "school_id": "S01", "hours_per_week": None}
    tables = METHODICAL | {"teachers": [*TEACHERS, untold]}
    assert any("1 teacher" in said for said in block("evenly", tables).sentences)
    assert _cells(block("load", tables))["№ 1 мектеп"]["teachers"].text == "12"


def test_no_teacher_is_named_anywhere(block):
    told = " ".join(_told(block(each.key)) for each in PAGE.blocks)
    assert not [row["teacher_id"] for row in TEACHERS if row["teacher_id"] in told]


def test_pupils_with_a_plan_by_grade_and_all_grades_together(block):
    made = _cells(block("gifted"))
    assert list(made) == [t("associations.all_grades", "en"), "5", "7"]
    whole = made[t("associations.all_grades", "en")]
    assert (whole["pupils"].text, whole["plan"].number) == ("160", pytest.approx(100 / 160))
    assert whole["improved"].number == pytest.approx(0.4)


def test_few_children_are_hidden_in_every_column(block):
    few = [
        row | {"pupils": 1, "with_plan": 1, "improved": 1}
        for row in METHODICAL["support"]
        if row["grade"] == 5
    ]
    rest = [row for row in METHODICAL["support"] if row["grade"] == 7]
    made = _cells(block("gifted", METHODICAL | {"support": [*few, *rest]}))
    assert [made["5"][name].text for name in ("pupils", "plan", "interval", "improved")] == [
        "",
        "c",
        "",
        "c",
    ]


def test_a_block_that_cannot_tell_by_area_says_so(block):
    said = t("associations.of_all_areas", "en")
    for key in ("load", "gifted", "low_attaining", "plans"):
        assert said in block(key, area=["humanities"]).about
        assert said not in block(key).about
