"""Who has reported what: what did not come is never a nought, and nobody owes it once closed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import panels
from dashboard.i18n import LANGUAGES, day, t
from dashboard.importer import desk
from dashboard.importer.options import Options
from dashboard.panels import View
from dashboard.panels.reported import _need, _sorted
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block, Option, Page
from dashboard.spec.panel import Cell, Column
from dashboard.store.current import Reader
from tests.conftest import SCHOOLS, marks

BLOCK = Block("reported", "reported", (), "reported", live=True)
WHEN = Option("when", ("latest",), pattern=r"[0-9]{4}-[0-9]{4}(-(Q[1-4]|H[12]|Y))?")
PAGE = Page("data", (), (BLOCK,), options=(WHEN,))
YEAR = "2026-2027"
SENT = [marks(school_id=school, year=YEAR, n4=20) for school in ("S01", "S02")]
OTHER_YEAR = [marks(school_id="S03", year="2025-2026", period="Q4", n4=20)]
PAST, AHEAD = date(2020, 1, 15), date(2999, 1, 15)


def _owed(school: str, table: str = "marks", **more: object) -> dict:
    return {"school_id": school, "year": YEAR, "period": "Q1", "table": table} | more


def _child(number: int, school: str) -> dict:
    child = {"pupil_code": f"p{number}", "school_id": school, "year": YEAR, "round": "start"}
    return child | {"grade": 2, "language": "ky", "status": "tested"}


@pytest.fixture
def panel(snapshot_of, settings):
    def made(tables, language="en", role="methodist", sort="", **options):
        chosen = tuple(sorted(options.items()))
        view = View(FilterState((), {}), language, sort=sort, options=chosen)
        asked = Settings(store=settings.store, role=role)
        return panels.make(PAGE, BLOCK, view, snapshot_of(tables), asked)

    return made


def _cells(made) -> dict[str, dict[str, Cell]]:
    names = [column.name for column in made.columns]
    return {row[0].text: dict(zip(names, row)) for row in made.rows}


def test_what_was_not_sent_is_empty_and_no_nought(panel):
    cells = _cells(panel({"marks": SENT}))
    assert (cells["№ 1 мектеп"]["marks"].text, cells["№ 1 мектеп"]["marks"].number) == ("1", 1)
    assert (cells["№ 3 мектеп"]["marks"].text, cells["№ 3 мектеп"]["marks"].number) == ("–", None)


def test_the_foot_counts_schools_that_sent_of_those_that_are_open(panel):
    made = panel({"marks": SENT})
    assert [cell.text for cell in made.rows[-1]] == [t("reported.foot", "en"), "2 / 4"]


def test_the_latest_period_with_data_is_shown_and_others_are_a_click_away(panel):
    tables = {"marks": [*SENT, *OTHER_YEAR], "reporting": [_owed("S01", due=AHEAD, period="Q2")]}
    made = panel(tables)
    assert f"{YEAR}, {t('period.Q1', 'en')}" in made.about
    years, periods = made.switches
    assert [(c.value, c.used) for c in years.choices] == [("2025-2026", False), (YEAR, True)]
    assert [(c.value, c.used) for c in periods.choices] == [("Q1", True), ("Q2", False)]
    assert years.choices[0].href == "/data?when=2025-2026-Q4&lang=en"
    before = panel(tables, when="2025-2026-Q4")
    assert _cells(before)["№ 3 мектеп"]["marks"].number == 1
    assert _cells(before)["№ 1 мектеп"]["marks"].number is None


@pytest.mark.parametrize("when", ["1999-2000-Q1", f"{YEAR}-H2", "1999-2000"])
def test_a_time_of_which_nothing_is_told_is_the_latest(panel, when):
    assert panel({"marks": SENT}, when=when) == panel({"marks": SENT})


def test_what_is_late_says_since_when_and_is_told_first(panel):
    made = panel({"marks": SENT, "reporting": [_owed("S03", due=PAST), _owed("S04", due=AHEAD)]})
    late, due = (_cells(made)[f"№ {number} мектеп"]["marks"] for number in (3, 4))
    assert (late.tone, late.text) == (-1, "was due Jan 15, 2020")
    assert (due.tone, due.text) == (0, "due Jan 15, 2999")
    assert made.sentences == ("1 school is late: № 3 мектеп.",)


def test_who_sent_it_is_not_late_whatever_was_written_down(panel):
    made = panel({"marks": SENT, "reporting": [_owed("S01", due=PAST)]})
    assert _cells(made)["№ 1 мектеп"]["marks"].tone == 1
    assert made.sentences == ()


def test_what_was_received_on_paper_is_neither_late_nor_rows(panel):
    owed = _owed("S03", due=PAST, received=date(2020, 1, 10))
    cell = _cells(panel({"marks": SENT, "reporting": [owed]}))["№ 3 мектеп"]["marks"]
    assert (cell.number, cell.text) == (None, "received Jan 10, 2020, no rows")


def test_a_table_that_we_do_not_read_can_be_owed_too(panel):
    made = panel({"marks": SENT, "reporting": [_owed("S03", "canteen", due=PAST)]})
    assert made.columns[-1].title == "canteen"
    assert _cells(made)["№ 3 мектеп"]["canteen"].tone == -1


def test_a_closed_school_owes_nothing_but_what_it_sent_stays(panel):
    closed = [school | {"closed": date(2025, 12, 1)} for school in SCHOOLS[2:]]
    tables = {"schools": [*SCHOOLS[:2], *closed], "marks": [*SENT, *OTHER_YEAR]}
    tables["marks"] += [marks(school_id="S04", year=YEAR, n4=20)]
    now = panel(tables)
    assert [row[0].text for row in now.rows[:-1]] == ["№ 1 мектеп", "№ 2 мектеп", "№ 4 мектеп"]
    assert now.rows[-1][1].text == "2 / 2"


def test_a_school_that_opens_later_is_not_expected_yet(panel):
    later = [SCHOOLS[3] | {"opened": date(2027, 1, 10)}]
    made = panel({"schools": [*SCHOOLS[:3], *later], "marks": SENT})
    assert made.rows[-1][1].text == "2 / 3"


def test_children_are_counted_for_nobody(panel):
    """Of a school that is hidden elsewhere, or hides another, their number would tell."""
    read = [_child(number, "S01" if number < 4 else "S02") for number in range(10)]
    cells = _cells(panel({"marks": SENT, "reading": read}))
    for school in ("№ 1 мектеп", "№ 2 мектеп"):
        cell = cells[school]["reading"]
        assert (cell.number, cell.text[0], cell.tone) == (None, "✓", 1)


@pytest.mark.parametrize(("role", "seen"), [("methodist", 2), ("head", 2), ("member", None)])
def test_teachers_are_counted_only_for_those_who_may_see_them(panel, role, seen):
    teachers = [{"teacher_id": f"T{n}", "school_id": "S01"} for n in (1, 2)]
    cell = _cells(panel({"marks": SENT, "teachers": teachers}, role=role))["№ 1 мектеп"]["teachers"]
    assert cell.number == seen
    assert cell.tone == 1  # that they came is no secret


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_first_import_it_says_what_to_do(settings, language):
    view = View(FilterState((), {}), language)
    made = panels.make(PAGE, BLOCK, view, None, settings)
    assert made.empty == t("reported.nothing", language)


def test_what_is_owed_is_shown_before_anything_came(panel):
    made = panel({"reporting": [_owed("S01", due=PAST)]})
    assert _cells(made)["№ 1 мектеп"]["marks"].tone == -1


def test_one_click_on_a_head_puts_what_is_missing_first(panel):
    tables = {"marks": SENT, "reporting": [_owed("S04", due=PAST), _owed("S03", due=AHEAD)]}
    names = [row[0].text for row in panel(tables, sort="-marks").rows]
    assert names[:2] == ["№ 4 мектеп", "№ 3 мектеп"]
    assert names[-1] == t("reported.foot", "en")


CELLS = st.sampled_from(
    [
        Cell("late", tone=-1.0),
        Cell("due", tone=0.0),
        Cell("–", flag="x"),
        Cell("✓", tone=1.0),
        *(Cell(str(n), n, tone=1.0) for n in (1, 5, 40)),
    ]
)


@given(st.lists(CELLS, max_size=12), st.sampled_from(["-t", "t"]))
def test_sorting_moves_rows_and_loses_none(cells, sort):
    rows = [(Cell(str(place)), cell) for place, cell in enumerate(cells)]
    found = _sorted(rows, (Column("name", ""), Column("t", "")), sort)
    assert sorted(found) == sorted(rows)
    needs = [_need(row[1]) for row in found]
    assert needs == sorted(needs, reverse=sort == "t")


def test_the_day_of_the_last_import_stands_beside_the_rows(tmp_path):
    """As a whole import writes it down."""
    settings = Settings(store=tmp_path / "store", memory="256MB", threads=1)
    (tmp_path / "schools.csv").write_text("school_id,name\nS01,№ 1\nS02,№ 2\n", encoding="utf-8")
    head = "school_id,year,period,grade,letter,subject_id,roster,n5,n4,n3,n2"
    row = f"S01,{YEAR},Q1,7,А,chemistry,20,5,6,8,1"
    (tmp_path / "marks.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    paths = [tmp_path / "schools.csv", tmp_path / "marks.csv"]
    desk.bring(paths, Options(), settings)
    view = View(FilterState((), {}), "en")
    made = panels.make(PAGE, BLOCK, view, Reader(settings).current(), settings)
    cell = _cells(made)["№ 1"]["marks"]
    assert (cell.number, cell.text) == (1, f"1 · {day(_today(settings), 'en')}")


def _today(settings: Settings) -> date:
    return datetime.fromisoformat(Reader(settings).current().created).date()
