"""Every query keeps the promise on its card."""

import re

import pytest

from dashboard.metrics import metrics
from dashboard.metrics.counts import takes
from dashboard.spec import core
from dashboard.store import provenance, sql
from tests.conftest import CLASS_OF_28

FOLDERS = (
    *("views", "options", "attention", "sources", "mentors", "associations"),
    *("courses", "surveys", "checks"),
)
COUNTED_ROWS = sorted(
    f"rows/{path.parent.name}/{path.stem}" for path in sql.QUERIES.glob("rows/*/*.sql")
)
QUERIES = [*(name for folder in FOLDERS for name in sql.names(folder)), *COUNTED_ROWS]
MADE = [*sql.names("build"), *sql.names("derived")]
EVERY = [*QUERIES, *MADE]
PERIODS = {name for name in QUERIES if name.endswith("_periods")}
VIEWS = [name for name in sql.names("views") if name not in PERIODS]
BUILT = {name.split("_", 1)[1]: name for name in MADE}
REFERENCE = {name for name, table in core.tables().items() if table.kind == "reference"}
# a kind of course is no teacher's: of whoever could have taken it all are counted
NOT_OF = {"teachers": {"course_kind"}}
ASKED_BY_ALL = {"schools", "subjects"} | REFERENCE  # no figure is counted from them


def _periods(view: str) -> str:
    return f"views/{sql.load(view).card.get('periods', view.removeprefix('views/'))}_periods"


def _reads(name: str) -> set[str]:
    """The canonical tables behind a query, through whatever was built of them."""
    asked = set(re.findall(r"\b(?:from|join)\s+(\w+)", sql.load(name).text))
    tables = {table.removeprefix("core_") for table in asked if table.startswith("core_")}
    return tables.union(*(_reads(BUILT[view]) for view in asked & BUILT.keys()))


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_returns_the_columns_on_its_card(name, snapshot_of):
    snapshot = snapshot_of({"marks": [CLASS_OF_28]})
    query = sql.load(name)
    with snapshot.engine.connect() as connection:
        answer = connection.execute(query.statement, sql.bound(query, {}))
        assert tuple(column[0] for column in answer.cursor.description) == query.columns


@pytest.mark.parametrize("name", EVERY)
def test_a_card_says_what_the_query_answers(name):
    assert {"answers", "grain"} <= sql.load(name).card.keys()


@pytest.mark.parametrize("name", EVERY)
def test_sql_is_portable_and_never_built_from_values(name):
    text = sql.load(name).text.lower()
    for forbidden in ("{", "group by all", "pivot", "exclude", "select *"):
        assert forbidden not in text


@pytest.mark.parametrize("key", metrics())
def test_a_metric_weighs_columns_that_its_view_counts(key):
    card = metrics()[key]
    counted = set(sql.load(f"views/{card.view}").columns)
    assert {card.pupils, *card.numerator} <= counted
    assert card.ruled or set(card.denominator) <= counted


@pytest.mark.parametrize("view", [v for v in VIEWS if "hidden_as" in sql.load(v).card])
def test_a_view_hidden_as_another_has_its_axes_and_its_children(view):
    card = sql.load(view).card
    other = sql.load(f"views/{card['hidden_as']}").card
    for of_axes in ("own_axes", "apart_axes", "axes_alone", "same_children"):
        assert card.get(of_axes) == other.get(of_axes)
    assert takes(view.removeprefix("views/")) == takes(card["hidden_as"])
    assert card["present"].items() <= other["present"].items()


def test_every_view_knows_its_times_and_all_times_are_of_a_view():
    assert {_periods(view) for view in VIEWS} == PERIODS


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_names_the_tables_that_it_reads(view):
    """`tables` are those whose files are told; `looks_up` are read too, their files are not."""
    card = sql.load(view).card
    named = {*card["tables"], *card.get("looks_up", ())}
    read = _reads(view)
    assert read - ASKED_BY_ALL <= named <= read | _reads(_periods(view))


@pytest.mark.parametrize("name", COUNTED_ROWS)
def test_counted_rows_are_named_by_the_key_of_their_table(name):
    _, view, table = name.split("/")
    assert sql.load(name).columns == core.tables()[table].key
    assert table in sql.load(f"views/{view}").card["tables"]


@pytest.mark.parametrize("view", VIEWS)
def test_rows_are_narrowed_by_all_that_their_view_is(view):
    name = view.removeprefix("views/")
    for table in provenance.tables(name):
        filters = {n for n, kind in sql.load(view).card["params"].items() if kind.endswith("[]")}
        assert filters - provenance.named(name, table) <= NOT_OF.get(table, set())


@pytest.mark.parametrize("view", VIEWS)
def test_the_files_behind_a_view_can_be_told(view):
    assert set(sql.load(view).card["tables"]) <= {said for said, _ in _imported()}


def test_imported_rows_call_each_table_by_its_name_and_once():
    said, read = zip(*_imported())
    assert said == read
    assert len(said) == len(set(said))
    assert set(said) <= core.tables().keys()


def _imported() -> list[tuple[str, str]]:
    """For each part of the rows that were imported: what it says it is, what it reads."""
    text = sql.load(BUILT["imported_rows"]).text
    return re.findall(r"'(\w+)' as table_name.*?\bfrom core_(\w+)", text, re.DOTALL)
