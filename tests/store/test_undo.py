"""The way back and forth: nobody takes back what somebody else has just done."""

import pytest

from dashboard.store import audit, snapshots
from tests.conftest import SCHOOLS
from tests.stores import publish


def _three(settings) -> list[str]:
    return [publish(settings, {"schools": SCHOOLS}) for _ in range(3)]


def test_redo_takes_an_undo_back_step_by_step(settings):
    made = _three(settings)
    snapshots.undo(settings.store)
    snapshots.undo(settings.store)
    assert snapshots.redo(settings.store) == made[1]
    assert snapshots.redo(settings.store) == made[2]
    with pytest.raises(snapshots.NothingToRedo):
        snapshots.redo(settings.store)


def test_after_another_import_redo_leads_to_that(settings):
    made = _three(settings)
    snapshots.undo(settings.store)
    again = publish(settings, {"schools": SCHOOLS})
    snapshots.undo(settings.store)
    assert snapshots.current(settings.store) == made[1]
    assert snapshots.redo(settings.store) == again


@pytest.mark.parametrize("move", [snapshots.undo, snapshots.redo])
def test_what_somebody_else_did_meanwhile_is_not_taken_back(move, settings):
    made = _three(settings)
    with pytest.raises(snapshots.Moved):
        move(settings.store, "Aigul", made[1])
    assert snapshots.current(settings.store) == made[2]


def test_a_second_click_takes_back_nothing_more(settings):
    made = _three(settings)
    snapshots.undo(settings.store, "Aigul", made[2])
    with pytest.raises(snapshots.Moved):
        snapshots.undo(settings.store, "Aigul", made[2])
    assert snapshots.current(settings.store) == made[1]


def test_who_went_back_and_forth_is_written_down(settings):
    made = _three(settings)
    snapshots.undo(settings.store, "Aigul")
    snapshots.redo(settings.store, "Bolot")
    told = [(one.who, one.what, one.detail) for one in audit.entries(settings.store)]
    assert told == [
        ("Aigul", snapshots.UNDONE, made[2]),
        ("Bolot", snapshots.REDONE, made[2]),
    ]
