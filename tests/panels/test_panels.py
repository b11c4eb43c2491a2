"""What the blocks say, before they are drawn."""

import pytest

from dashboard import panels
from dashboard.discover import discover
from dashboard.i18n import LANGUAGES, t
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from tests.conftest import SCHOOLS, marks
from tests.made_up_help import HELP
from tests.made_up_read import reading
from tests.made_up_trained import MORE, trained
from tests.made_up_work import METHODICAL

PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}
# Blocks of what people do now are asked about beside what they do.
BLOCKS = [
    pytest.param(page, block, id=f"{page.key}-{block.key}")
    for page in PAGES.values()
    for block in page.blocks
    if not block.live
]
ROWS = [
    marks(school_id=school, year=year, subject_id=subject, n5=good, n4=good, n3=20, n2=2)
    for year, more in (("2025-2026", 0), ("2026-2027", 6))
    for subject in ("chemistry", "physics")
    for school, good in (("S01", 4 + more), ("S02", 30), ("S03", 7), ("S04", 8))
]
# A page about schools shows nothing of them until some are chosen.
CHOSEN = {
    "compare": {"school": ["S01", "S02"]},
    "school": {"school": ["S01"]},
    "reading.screening": {"school": ["S01"]},
}
EXAMS = [
    {
        "school_id": school,
        "year": year,
        "exam": "ort",
        "subject_id": subject,
        "graduates": 60,
        "takers": 40,
        "passed": passed,
        "score_sum": 4400,
    }
    for year in ("2025-2026", "2026-2027")
    for subject in (None, "chemistry", "physics")
    for school, passed in (("S01", 12), ("S02", 30), ("S03", 16), ("S04", 20))
]
OLYMPIADS = [
    {
        "school_id": school,
        "year": "2026-2027",
        "stage": stage,
        "subject_id": subject,
        "participants": 30,
        "place1": 1,
        "place2": 2,
        "place3": 0,
    }
    for stage in ("school", "district")
    for subject in ("chemistry", "physics")
    for school in ("S01", "S02", "S03", "S04")
]
# The best and the worst fifth, and two sides of schools, are told of no fewer than ten schools.
OF_MORE = [
    row | {"school_id": school["school_id"]}
    for row in ROWS
    for school in MORE
    if row["school_id"] == "S04"
]
# The same children in grade 4 and, a year later, in grade 5.
COHORT = [
    marks(school_id=school, year=year, grade=grade, n5=good, n4=good, n3=60 - 2 * good, n2=2)
    for year, grade in (("2025-2026", 4), ("2026-2027", 5))
    for school, good in (("S01", 20), ("S02", 20), ("S03", 20), ("S04", 26 if grade == 4 else 4))
]
PUPILS = [
    {
        "school_id": school,
        "year": "2026-2027",
        "period": "Q1",
        "grade": grade,
        "letter": "А",
        "roster": 40,
        "excellent": 3,
        "good": 9,
        "one_four": 1,
        "satisfactory": 27,
        "one_three": 6,
        "failing": 1,
        "not_assessed": 0,
    }
    for school in ("S01", "S02", "S03", "S04")
    for grade in (5, 7)
]
READ = reading([f"S{n:02}" for n in range(1, 13)])


@pytest.fixture
def whole(snapshot_of, settings):
    """A district that has sent everything, for what must hold of every block."""
    tables = {"schools": [*SCHOOLS, *MORE], "pupil_groups": PUPILS}
    tables["marks"] = [*ROWS, *COHORT, *OF_MORE]
    tables |= trained(METHODICAL | HELP) | {"reading": READ}
    snapshot = snapshot_of(tables | {"exams": EXAMS, "olympiads": OLYMPIADS})

    def make(page, block, language="en", **query):
        own = CHOSEN.get(f"{page.key}.{block.key}", {})
        chosen = CHOSEN.get(page.key, own) | query
        view = View(FilterState.from_query(page.filters, chosen), language)
        return panels.make(page, block, view, snapshot, settings)

    return make


@pytest.fixture
def panel(snapshot_of, settings):
    snapshot = snapshot_of({"marks": ROWS})

    def make(page, block, language="en", sort="", **query):
        view = View(FilterState.from_query(page.filters, query), language, sort=sort)
        return panels.make(page, block, view, snapshot, settings)

    return make


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_every_block_speaks_every_language(page, block, language, whole):
    made = whole(page, block, language)
    assert made.title
    assert made.rows or made.sentences
    assert not made.empty


@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_a_block_without_data_says_why(page, block, whole):
    made = whole(page, block, school=["S99"])
    assert made.empty or made.sentences or not any(c.number for row in made.rows for c in row[1:2])


@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_rows_are_as_wide_as_the_head(page, block, whole):
    made = whole(page, block)
    assert {len(row) for row in made.rows} <= {len(made.columns)}


def _names(made):
    return [row[0].text for row in made.rows]


def test_schools_stand_by_name_until_the_address_says_otherwise(panel):
    page = PAGES["quality"]
    block = page.block("schools")
    assert _names(panel(page, block)) == [f"№ {n} мектеп" for n in (1, 2, 3, 4)]
    assert _names(panel(page, block, sort="-value"))[0] == "№ 2 мектеп"
    assert _names(panel(page, block, sort="value"))[-1] == "№ 2 мектеп"
    assert _names(panel(page, block, sort="nonsense")) == _names(panel(page, block))


def test_the_change_is_on_the_same_period_a_year_ago(panel):
    page = PAGES["overview"]
    row = panel(page, page.block("numbers"), school=["S01"]).rows[0]
    assert row[1].number == pytest.approx(20 / 42)
    assert row[2].number == pytest.approx(20 / 42 - 8 / 30)


def test_only_what_is_beyond_chance_stands_out(panel):
    page = PAGES["quality"]
    made = panel(page, page.block("told"))
    assert _names(made) == ["№ 2 мектеп"]
    assert "1 school is higher" in made.sentences[0]
    assert "3" in made.sentences[-1]


def test_what_is_hidden_is_counted_in_the_words(snapshot_of, settings):
    page = PAGES["quality"]
    few = marks(school_id="S04", year="2026-2027", subject_id="physics", n5=1, n4=1, n3=1, n2=0)
    rows = [row for row in ROWS if row["school_id"] != "S04"]
    view = View(FilterState.from_query(page.filters, {}), "en")
    snapshot = snapshot_of({"marks": [*rows, few]})
    made = panels.make(page, page.block("told"), view, snapshot, settings)
    assert "hidden" in made.sentences[-1]


def test_nothing_is_said_of_the_change_of_a_hidden_value(snapshot_of, settings):
    page = PAGES["overview"]
    few = marks(school_id="S04", year="2026-2027", subject_id="physics", n5=1, n4=1, n3=1, n2=0)
    view = View(FilterState.from_query(page.filters, {}), "en")
    snapshot = snapshot_of({"marks": [few]})
    row = panels.make(page, page.block("numbers"), view, snapshot, settings).rows[0]
    assert (row[1].flag, row[2].text) == ("c", "")


def test_a_change_without_an_interval_has_no_colour(panel):
    page = PAGES["overview"]
    rows = panel(page, page.block("numbers"), school=["S01"]).rows
    changes = {row[0].text: row[2] for row in rows}
    assert changes["Mean mark"].number
    assert changes["Mean mark"].tone == 0


@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_a_choice_without_data_is_not_called_a_lack_of_groups(page, block, whole):
    made = whole(page, block, school=["S99"])
    assert not made.empty or made.empty == t("empty.no_school", "en", codes="S99")


def test_a_cell_leads_to_the_page_narrowed_to_it(panel):
    page = PAGES["quality"]
    cell = panel(page, page.block("cells"), period=["Q1"]).rows[0][1]
    assert cell.href == "/quality?period=Q1&school=S01&subject=chemistry&lang=en"


def test_the_districts_value_stays_when_a_school_is_chosen(panel):
    page = PAGES["quality"]
    block = page.block("schools")
    assert panel(page, block, school=["S01"]).reference == panel(page, block).reference


def test_ordinary_differences_between_schools_are_not_news(snapshot_of, settings):
    """Twelve schools that differ as schools do, and one far below: only that one is named."""
    shares = [40, 44, 47, 50, 52, 55, 58, 60, 42, 49, 53, 57, 8]
    schools = [{"school_id": f"S{n:02}", "name": f"№ {n} мектеп"} for n in range(len(shares))]
    rows = [
        marks(school_id=school["school_id"], n4=3 * share, n3=300 - 3 * share)
        for school, share in zip(schools, shares)
    ]
    page = PAGES["quality"]
    view = View(FilterState.from_query(page.filters, {}), "en")
    snapshot = snapshot_of({"schools": schools, "marks": rows})
    made = panels.make(page, page.block("told"), view, snapshot, settings)
    assert _names(made) == ["№ 12 мектеп"]
    assert "usual spread" in made.about
