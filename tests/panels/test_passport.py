"""A school's passport: what it is, its figures beside the district's; of a hidden one nothing."""

import pytest

from dashboard import panels
from dashboard.exports import report
from dashboard.exports.csv import write
from dashboard.i18n import LANGUAGES
from dashboard.pages.school import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from tests.conftest import marks

BLOCKS = [block.key for block in PAGE.blocks]
SCHOOLS = [
    {
        "school_id": "S01",
        "name": "№ 1 мектеп",
        "aimak": "Ала-Бука",
        "locality": "Ак-Суу",
        "kind": "gymnasium",
        "language": "ky",
        "rural": True,
        "base_school": False,
        "pupils": 1105,
    },
    {"school_id": "S02", "name": "№ 2 мектеп"},
    {"school_id": "S03", "name": "№ 3 мектеп"},
    {"school_id": "S04", "name": "№ 4 мектеп", "pupils": 4, "kind": "primary"},
    {"school_id": "S05", "name": "№ 5 мектеп", "pupils": 300},
]
MARKS = [
    row
    for subject in ("chemistry", "physics")
    for year, good in (("2025-2026", 60), ("2026-2027", 80))
    for row in (
        marks(school_id="S01", year=year, subject_id=subject, n4=good, n3=100 - good),
        marks(school_id="S02", year=year, subject_id=subject, n4=40, n3=60),
        marks(school_id="S03", year=year, subject_id=subject, n4=20, n3=20),
        marks(school_id="S04", year=year, subject_id=subject, n4=1, n3=3),
    )
]


@pytest.fixture
def snapshot(snapshot_of):
    return snapshot_of({"schools": SCHOOLS, "marks": MARKS})


def view_of(language="en", **query) -> View:
    return View(FilterState.from_query(PAGE.filters, query), language)


@pytest.fixture
def panel(snapshot, settings):
    def make(key, language="en", **query):
        view = view_of(language, **query)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, settings)

    return make


def texts(made) -> list[list[str]]:
    return [[cell.text for cell in row] for row in made.rows]


def test_without_a_school_all_are_offered_by_name(panel):
    made = panel("facts")
    assert made.marks["choose"]
    assert [row[0].text for row in made.rows] == [f"№ {n} мектеп" for n in range(1, 6)]
    assert made.rows[0][0].href == "/school?school=S01&lang=en"


@pytest.mark.parametrize("key", [key for key in BLOCKS if key != "facts"])
def test_the_other_blocks_wait_for_a_choice(key, panel):
    assert "No school is chosen yet" in panel(key).empty


def test_the_register_tells_what_the_school_is(panel):
    made = panel("facts", school=["S01"])
    assert made.title == "№ 1 мектеп"
    assert texts(made) == [
        ["Aiyl aimak", "Ала-Бука"],
        ["Locality", "Ак-Суу"],
        ["Kind", "Gymnasium"],
        ["Language", "Kyrgyz"],
        ["Rural", "yes"],
        ["Base school", "no"],
        ["Pupils", "1,105"],
    ]


def test_what_the_register_does_not_know_is_left_out(panel):
    assert texts(panel("facts", school=["S02"])) == []


def test_it_leads_to_the_comparison_and_to_quality(panel):
    links = dict(panel("facts", school=["S01"]).marks["links"])
    assert set(links.values()) == {
        "/compare?school=S01&lang=en",
        "/quality?school=S01&lang=en",
    }


def test_figures_stand_beside_the_districts(panel):
    quality = texts(panel("figures", school=["S01"]))[0]
    assert quality == [
        "Quality of knowledge, %",
        "80.0%",
        "71.1–86.7%",
        "57.8%",
        "+22",
        "▲ +20.0 points, real",
    ]


def test_a_change_within_chance_is_not_called_real(panel):
    change = texts(panel("figures", school=["S02"]))[0][-1]
    assert change == "● 0.0 points, may be chance"


def test_without_last_year_it_is_said(panel):
    change = texts(panel("figures", school=["S01"], year=["2025-2026"]))[0][-1]
    assert change == "No data for this period a year ago"


def test_years_that_marked_other_grades_are_compared_in_those_of_both(snapshot_of, settings):
    """From 2025-2026 on grade 3 carries no marks in Kyrgyzstan."""
    rows = [
        marks(school_id="S01", year=year, grade=grade, n4=good, n3=100 - good)
        for year, grade, good in (("2024-2025", 3, 100), ("2024-2025", 7, 50), ("2025-2026", 7, 50))
    ]
    known = [{**SCHOOLS[0], "country": "KG"}]
    snapshot = snapshot_of({"schools": known, "marks": rows})
    view = view_of(school=["S01"], year=["2025-2026"])
    made = panels.make(PAGE, PAGE.block("figures"), view, snapshot, settings)
    assert texts(made)[0][-1] == "● 0.0 points, may be chance (grades 7)"


def test_subjects_stand_beside_the_same_subject_of_the_district(panel):
    made = panel("subjects", school=["S01"])
    assert texts(made)[0] == ["Chemistry", "80.0%", "71.1–86.7%", "57.8%", "+22"]
    assert made.rows[0][1].tone > 0


def test_of_two_schools_in_an_address_it_is_the_first(panel):
    assert panel("facts", school=["S02", "S01"]).title == "№ 1 мектеп"
    assert texts(panel("figures", school=["S02", "S01"])) == texts(panel("figures", school=["S01"]))


@pytest.mark.parametrize("key", ["trend", "classes"])
def test_the_second_sheet_names_the_school(key, snapshot_of, settings):
    rows = [{**row, "period": period} for row in MARKS for period in ("Q1", "Q2")]
    snapshot = snapshot_of({"schools": SCHOOLS, "marks": rows})
    made = panels.make(PAGE, PAGE.block(key), view_of(school=["S01"]), snapshot, settings)
    assert made.about.startswith("№ 1 мектеп. ")


def test_a_hidden_school_says_that_it_is_and_why(panel):
    made = panel("facts", school=["S04"])
    assert "groups of fewer than 5 pupils" in made.sentences[0]
    assert ["Pupils", "fewer than 5"] in texts(made)


@pytest.mark.parametrize("key", ["subjects", "cohort", "trend", "classes"])
def test_of_a_hidden_school_nothing_more_is_shown(key, panel):
    made = panel(key, school=["S04"])
    assert "hidden" in made.empty
    assert not made.rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_of_a_hidden_school_is_in_its_figures(language, panel):
    for row in panel("figures", language, school=["S04"]).rows:
        own, between, _, gap, change = row[1:]
        assert (own.text, own.number, between.text) == ("c", None, "")
        assert (gap.text, gap.number, change.text) == ("", None, "")


def test_the_file_of_a_hidden_school_is_the_same_whatever_its_marks(snapshot_of, settings):
    view, made = view_of(school=["S04"]), set()
    others = [row for row in MARKS if row["school_id"] not in ("S04", "S03")]
    for good in (1, 3):
        moved = [
            marks(school_id="S04", n4=good, n3=4 - good),
            marks(school_id="S03", n4=20 - good, n3=20 + good),
        ]
        snapshot = snapshot_of({"schools": SCHOOLS, "marks": [*others, *moved]})
        text = write(report.make(PAGE, view, snapshot, settings)).decode()
        made.add("\n".join(line for line in text.splitlines() if snapshot.id not in line))
    assert len(made) == 1


def test_a_school_that_sent_nothing_says_so(panel):
    assert "sent no marks" in panel("facts", school=["S05"]).sentences[0]
    assert "no data" in panel("figures", school=["S05"]).empty


def test_a_school_that_nobody_knows_has_no_data(panel):
    for key in BLOCKS:
        assert "no such school" in panel(key, school=["S99"]).empty
