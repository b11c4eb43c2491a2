"""Corrections in a draft: whatever files come and go, what counts follows one rule."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from hypothesis import example, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from dashboard.settings import Settings
from dashboard.spec import core
from dashboard.spec.correctable import correctable, key_read, key_text, text, typed
from dashboard.store import corrections, rows, schema
from dashboard.store import draft as drafts
from dashboard.store.corrections import Correction
from dashboard.store.transaction import Draft
from tests.conftest import SCHOOLS, marks
from tests.stores import publish

MARKS = core.tables()["marks"]
ROW = marks(group=None)
CELL = ("marks", key_text(MARKS, ROW), "n5")
KEY = key_read(MARKS, CELL[1])
FEW = st.integers(0, 2)
STEPS = st.one_of(
    st.tuples(st.just("file"), FEW),
    st.tuples(st.just("correct"), FEW),
    st.tuples(st.just("take_back"), FEW),
    st.just(("gone", 0)),
)


@pytest.fixture(scope="module")
def draft(tmp_path_factory):
    settings = Settings(store=tmp_path_factory.mktemp("corrected"), memory="256MB", threads=1)
    publish(settings, {"schools": SCHOOLS})
    with drafts.draft(settings.store, settings) as opened:
        yield opened


class _Told:
    """What should count, told again in the plainest way."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.file, self.made = draft, None, []
        rows.withdraw(draft, 1)
        draft.connection.execute(sa.delete(schema.metadata().tables["correction"]))

    def do(self, step: str, value: int) -> None:
        corrections.put_back(self.draft.connection)
        getattr(self, f"_{step}")(value)
        corrections.lay_on(self.draft.connection)

    def counts(self) -> int | None:
        last = next((one for one in self.made[::-1] if one[2]), None)
        if self.file is None or last is None or self.file != last[0]:
            return self.file
        return last[1]

    def _file(self, value: int) -> None:
        self.file = value
        rows.replace(self.draft, "marks", [{**ROW, "n5": value}], 1)

    def _gone(self, _: int) -> None:
        self.file = None
        rows.withdraw(self.draft, 1)

    def _correct(self, value: int) -> None:
        if self.file is not None:
            said = (text(self.file), text(value), "", "then", "")
            corrections.add(self.draft.connection, Correction(0, *CELL, *said))
            self.made.append((self.file, value, True))

    def _take_back(self, place: int) -> None:
        if place < len(self.made) and self.made[place][2]:
            one = corrections.all_of(self.draft.connection)[place]
            corrections.withdraw(self.draft.connection, one, "", "then")
            self.made[place] = (*self.made[place][:2], False)


def _shown(draft: Draft) -> int | None:
    found = corrections.row(draft.connection, "marks", KEY)
    return None if found is None else found["n5"]


@tried(max_examples=60)
@given(steps=st.lists(STEPS, max_size=7).map(lambda steps: [("file", 0), *steps]))
@example(steps=[("file", 0), ("correct", 1), ("file", 2)])  # the file says otherwise
@example(steps=[("file", 0), ("correct", 1), ("file", 1), ("file", 0)])  # it has said so too
@example(steps=[("file", 0), ("correct", 1), ("correct", 2), ("take_back", 1)])
@example(steps=[("file", 0), ("correct", 1), ("gone", 0), ("file", 0)])
@example(steps=[("file", 0), ("correct", 1), ("file", 2), ("correct", 0), ("file", 0)])
def test_the_last_correction_counts_while_the_file_says_what_it_said(draft, steps):
    told = _Told(draft)
    for step in steps:
        told.do(*step)
        assert _shown(draft) == told.counts()
        corrections.lay_on(draft.connection)
        assert _shown(draft) == told.counts()
    corrections.put_back(draft.connection)
    assert _shown(draft) == told.file


def test_a_class_without_a_letter_is_a_class_of_its_own(draft):
    told = _Told(draft)
    told.do("file", 3)
    rows.replace(draft, "marks", [{**ROW, "letter": None}], 1)
    told.do("correct", 2)
    whole = corrections.row(draft.connection, "marks", {**KEY, "letter": None})
    assert (_shown(draft), whole["n5"]) == (2, ROW["n5"])


def test_a_cell_that_the_program_no_longer_has_waits(draft):
    told = _Told(draft)
    told.do("file", 3)
    one = Correction(0, *CELL, "3", "2", "", "then", "")
    for odd in ({"table_name": "no_more"}, {"column_name": "no_more"}, {"key": '{"a": "b"}'}):
        corrections.add(draft.connection, replace(one, **odd))
    corrections.lay_on(draft.connection)
    assert {o.state for o in corrections.all_of(draft.connection)[-3:]} == {"waiting"}
    assert _shown(draft) == 3


VALUES = {
    "integer": st.integers(-(10**9), 10**9),
    "number": st.floats(-1e9, 1e9, allow_nan=False),
    "date": st.dates(),
    "flag": st.booleans(),
    "text": st.text(),
}


@given(data=st.data())
def test_what_is_written_is_read_back(data):
    table = data.draw(st.sampled_from([t for t in core.tables() if correctable(t)]))
    columns = core.tables()[table].columns
    column = columns[data.draw(st.sampled_from(sorted(columns)))]
    value = data.draw(st.none() | VALUES[core.TYPES[column.type]])
    assert typed(column, text(value)) == (None if value == "" else value)


@given(data=st.data())
def test_a_key_is_read_back_whatever_it_holds(data):
    table = data.draw(st.sampled_from(list(core.tables().values())))
    key = {n: data.draw(VALUES[core.TYPES[table.columns[n].type]]) for n in table.key}
    assert key_read(table, key_text(table, key)) == {
        n: v if v != "" else None for n, v in key.items()
    }
