"""Every query keeps the promise on its card."""

import pytest

from dashboard.metrics import metrics
from dashboard.store import sql
from tests.conftest import CLASS_OF_28

FOLDERS = ("views", "options", "attention", "sources", "mentors", "associations")
QUERIES = [name for folder in FOLDERS for name in sql.names(folder)]
EVERY = [*QUERIES, *sql.names("build")]


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


@pytest.mark.parametrize("key", metrics())
def test_every_metric_can_name_its_files(key):
    assert f"'{metrics()[key].view}' as facts" in sql.load("sources/files").text
