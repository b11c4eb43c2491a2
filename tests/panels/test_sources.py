"""Behind a number: its files and rows, for those who may see them."""

from dataclasses import replace

import pytest

from dashboard import panels
from dashboard.discover import discover
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from tests.conftest import marks
from tests.made_up_rows import TEACHERS, YEAR
from tests.made_up_rows import _test as read

PAGE = next(page for page in discover("dashboard.pages", "PAGE") if page.key == "sources")
FEW = marks(school_id="S04", n5=1, n3=2)  # three pupils
ROWS = [
    marks(school_id="S01", n5=10, n4=10, n3=20),
    marks(school_id="S01", subject_id="algebra", letter=None, n5=5, n4=15, n3=20),
    marks(school_id="S02", n5=9, n4=9, n3=9),
    marks(school_id="S03", n5=9, n4=9, n3=9),
    FEW,
]
READ = [read(n, f"S0{1 + n % 2}", "start") for n in range(20)]


@pytest.fixture
def made(snapshot_of, settings):
    """A block of the page for one role, under an address."""
    snapshot = snapshot_of({"marks": ROWS, "reading": READ, "teachers": TEACHERS})

    def make(block: str, role: str = "head", options: dict | None = None, **where: list):
        filters = FilterState.from_query(PAGE.filters, where)
        used = {"metric": "quality"} | (options or {})
        view = View(filters, "en", options=tuple(sorted(used.items())))
        known = replace(settings, role=role)
        return panels.make(PAGE, PAGE.block(block), view, snapshot, known)

    return make


def _texts(panel) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in panel.rows]


def _facts(panel) -> dict[str, str]:
    return dict(_texts(panel))


def test_the_number_is_told_with_what_it_is_made_of(made):
    facts = _facts(made("number", options={"by": "school"}, school=["S01"]))
    assert facts["Value"] == "50.0%"
    assert {"40", "80"} <= {*facts.values()}
    assert facts["School"] == "№ 1 мектеп"


def test_rows_are_listed_with_their_own_cells_under_their_names(made):
    panel = made("rows", options={"by": "school.subject"}, school=["S01"], subject=["chemistry"])
    titles = [column.title for column in panel.columns]
    (row,) = _texts(panel)
    told = dict(zip(titles, row))
    assert told["School"] == "№ 1 мектеп"
    assert told["Marks “5”"] == "10"
    assert "1 row" in panel.about


def test_a_group_without_a_value_has_its_own_rows(made):
    by = {"by": "letter", "empty": "letter"}
    (row,) = made("rows", options=by, school=["S01"]).rows
    assert "Algebra" in [cell.text for cell in row]
    assert _facts(made("number", options=by, school=["S01"]))["Value"] == "50.0%"


def test_a_member_sees_where_rows_stand_but_no_cell(made):
    panel = made("rows", "member", options={"by": "school"}, school=["S01"])
    assert [column.name for column in panel.columns] == ["file", "sheet", "row"]
    assert panel.marks["cells"] == ()
    assert made("files", "member", school=["S01"]).marks == {}


def test_a_member_sees_no_row_of_a_hidden_number(made):
    where = {"options": {"by": "school"}, "school": ["S04"]}
    assert made("rows", "member", **where).empty
    assert "hidden" in made("rows", "member", **where).empty
    assert "rows" not in [c.name for c in made("files", "member", **where).columns]


def test_a_look_at_rows_of_a_hidden_number_is_to_be_logged(made):
    by = {"by": "school"}
    assert made("rows", options=by, school=["S04"]).marks["looked"]
    assert not made("rows", options=by, school=["S02"]).marks["looked"]


@pytest.mark.parametrize("key", ["reading_fluency", "load_hours"])
def test_a_member_is_not_told_how_many_rows_of_persons_a_file_has(key, made):
    """A file is of one class, one school: its rows are as much as a small group."""
    of = {"options": {"metric": key}}
    assert made("rows", "member", **of).empty
    assert "rows" not in [column.name for column in made("files", "member", **of).columns]
    assert made("rows", "methodist", **of).rows


def test_more_rows_than_are_shown_say_so(made, monkeypatch):
    monkeypatch.setattr("dashboard.panels.source_rows.SHOWN", 2)
    panel = made("rows")
    assert len(panel.rows) == 2
    assert "first 2" in panel.about
    assert "5 rows" in panel.about


def test_a_file_narrows_the_rows_to_its_own(made):
    assert len(made("rows", options={"file": "1"}).rows) == len(ROWS)
    assert made("rows", options={"file": "7"}).empty


def test_a_number_of_a_register_has_a_list_for_each_table(made):
    panel = made("rows", options={"metric": "mentored_young"})
    (switch,) = panel.switches
    assert [choice.value for choice in switch.choices] == ["teachers", "pairs"]


def test_the_other_numbers_of_the_block_are_a_click_away(made):
    panel = made("number", options={"of": "quality.pass_rate"})
    (switch,) = panel.switches
    assert [choice.value for choice in switch.choices] == ["quality", "pass_rate"]


@pytest.mark.parametrize("block", ["number", "files", "rows"])
def test_without_a_question_or_data_the_page_says_what_to_do(block, made, settings):
    assert made(block, options={"metric": ""}).empty
    view = View(FilterState.from_query(PAGE.filters, {}), "en")
    assert panels.make(PAGE, PAGE.block(block), view, None, settings).empty


def test_times_that_a_number_was_grouped_by_are_told(made):
    facts = _facts(made("number", options={"by": "year"}, year=[YEAR]))
    assert YEAR in facts.values()
