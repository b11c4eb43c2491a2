"""A cell put right by hand: what counts, what the file says, and what becomes of it later."""

import pytest

from dashboard.importer import correcting
from dashboard.importer.correcting import Asked, correct, take_back
from dashboard.importer.rebuild import rebuild
from dashboard.settings import Settings
from dashboard.spec import core
from dashboard.spec.correctable import key_text
from dashboard.store import corrections, database, derived, places, snapshots
from dashboard.store import draft as drafts
from dashboard.store.current import Reader
from tests.importer.corrected import (
    CLASS,
    FILE,
    GOOD,
    KEY,
    MOVED,
    OTHER,
    WHY,
    asked_for,
    corrected,
    counts,
)
from tests.importer.handmade import HEADINGS, Desk
from tests.made_up_reading import child, tables
from tests.stores import publish


@pytest.fixture
def loaded(district: Desk) -> Desk:
    """Two classes of one file."""
    district.one(FILE)
    return district


def _states(desk: Desk) -> list[str]:
    return [one.state for one in corrections.of_snapshot(Reader(desk.settings).current())]


def _file(marks: str) -> str:
    """A newer file of both classes, in which the first has these marks."""
    return f"{HEADINGS}\n{GOOD.replace('20,5,5,5,5', f'20,{marks}')}\n{OTHER}"


def test_the_corrected_value_counts_and_what_the_file_says_is_kept_beside_it(loaded):
    numbers = corrected(loaded, MOVED)
    assert counts(loaded) == (6, 4)
    assert counts(loaded, "Б") == (5, 5)
    found = corrections.of_snapshot(Reader(loaded.settings).current())
    assert [one.correction_id for one in found] == numbers == [1, 2]
    said = [(o.column_name, o.imported, o.corrected, o.who, o.why, o.state) for o in found]
    assert said == [
        ("n5", "5", "6", "Aigul", WHY, "used"),
        ("n4", "5", "4", "Aigul", WHY, "used"),
    ]


def test_what_pages_count_from_counts_the_corrected_value(settings):
    """The derived tables hold it too, and no longer once it is taken back."""
    publish(settings, tables([child("a"), child("b")]))
    before = _derived(settings)
    key = key_text(core.tables()["reading"], child("a"))
    asked = asked_for({"words_correct": "51"}, table="reading", key=key)
    (number,) = correct(settings, asked, "en")
    assert [name for name, rows in _derived(settings).items() if rows != before[name]]
    take_back(settings, number)
    assert _derived(settings) == before


def _derived(settings: Settings) -> dict[str, list[tuple]]:
    path = places.database(settings.store, snapshots.current(settings.store))
    engine = database.reader(path, settings)
    with engine.connect() as connection:
        every = {
            name: sorted(connection.exec_driver_sql(f'from "{name}"').fetchall(), key=str)
            for name in derived.tables()
        }
    engine.dispose()
    return every


def test_undo_takes_a_correction_back(loaded):
    corrected(loaded, MOVED)
    snapshots.undo(loaded.settings.store)
    assert (counts(loaded), _states(loaded)) == ((5, 5), [])


def test_a_correction_outlives_the_import_of_other_files(loaded):
    corrected(loaded, MOVED)
    loaded.one(f"{HEADINGS}\n{GOOD.replace('Q1', 'Q2')}")
    assert (counts(loaded), _states(loaded)) == ((6, 4), ["used", "used"])


def test_the_same_file_once_more_is_unchanged_and_the_correction_stands(loaded):
    corrected(loaded, MOVED)
    assert loaded.one(FILE).status == "unchanged"
    assert counts(loaded) == (6, 4)


def test_a_newer_file_that_says_the_same_keeps_the_correction(loaded):
    corrected(loaded, MOVED)
    loaded.one(f"{FILE}\n{GOOD.replace('7,А', '8,А')}")
    assert (counts(loaded), _states(loaded)) == ((6, 4), ["used", "used"])


def test_a_newer_file_that_says_otherwise_has_the_last_word_until_somebody_looks(loaded):
    corrected(loaded, MOVED)
    loaded.one(_file("7,3,5,5"))
    assert (counts(loaded), _states(loaded)) == ((7, 3), ["stale", "stale"])
    loaded.one(FILE)
    assert (counts(loaded), _states(loaded)) == ((6, 4), ["used", "used"])


def test_a_newer_file_that_says_the_corrected_value_settles_it(loaded):
    corrected(loaded, MOVED)
    loaded.one(_file("6,4,5,5"))
    assert (counts(loaded), _states(loaded)) == ((6, 4), ["settled", "settled"])


def test_a_row_that_is_gone_makes_its_correction_wait_and_comes_back_corrected(district):
    district.one(_report("7А", "7Б"), period="Q1")
    key = KEY.replace("algebra", "physics").replace("S01", "S05")
    corrected(district, MOVED, key=key)
    district.one(_report("7Б"), period="Q1")
    assert (counts(district), _states(district)) == ((), ["waiting", "waiting"])
    district.one(_report("7А", "7Б"), period="Q1")
    assert (counts(district), _states(district)) == ((6, 4), ["used", "used"])


def _report(*classes: str) -> str:
    """Of it a newer one takes out what it does not name."""
    head = "Школа: S05,,,,,\nУчебный год: 2026/2027,,,,,\nПредмет: Физика,,,,,\n"
    head += "Класс,Кол-во учеников,5,4,3,2\n"
    return head + "\n".join(f"{name},20,5,5,5,5" for name in classes)


def test_of_two_corrections_of_one_cell_the_later_counts_and_both_are_listed(loaded):
    corrected(loaded, MOVED)
    (number,) = corrected(loaded, {"n5": "4"}, sure=True)
    assert (counts(loaded), _states(loaded)) == ((4, 4), ["replaced", "used", "used"])
    found = corrections.of_snapshot(Reader(loaded.settings).current())
    assert found[-1].imported == "5"  # the file's, not the earlier correction's
    take_back(loaded.settings, number)
    assert (counts(loaded), _states(loaded)) == ((6, 4), ["used", "used", "withdrawn"])


def test_a_correction_that_is_taken_back_gives_the_files_value_again(loaded):
    corrected(loaded, MOVED)
    take_back(loaded.settings, 1, "Bek")
    assert counts(loaded) == (5, 4)
    first = corrections.of_snapshot(Reader(loaded.settings).current())[0]
    assert (first.state, first.withdrawn_by) == ("withdrawn", "Bek")
    assert first.withdrawn_at


@pytest.mark.parametrize("number", [1, 7])
def test_nothing_is_taken_back_twice(loaded, number):
    corrected(loaded, MOVED)
    take_back(loaded.settings, 1)
    before = snapshots.current(loaded.settings.store)
    with pytest.raises(correcting.NoCorrection):
        take_back(loaded.settings, number)
    assert snapshots.current(loaded.settings.store) == before


def test_to_write_what_the_file_says_takes_the_corrections_back(loaded):
    corrected(loaded, MOVED)
    assert corrected(loaded, {"n5": "5", "n4": "5"}) == []
    assert (counts(loaded), _states(loaded)) == ((5, 5), ["withdrawn", "withdrawn"])


def test_the_kept_files_and_the_corrections_give_the_same_again(loaded):
    corrected(loaded, MOVED)
    loaded.one(f"{HEADINGS}\n{GOOD.replace('Q1', 'Q2')}")
    told = rebuild(loaded.settings, publish=True)
    assert (told.same, told.published) == (True, None)


def test_a_rebuilt_snapshot_holds_the_corrections(loaded):
    corrected(loaded, MOVED)
    path = places.database(loaded.settings.store, snapshots.current(loaded.settings.store))
    engine = database.writer(path, loaded.settings)
    with engine.begin() as connection:
        connection.exec_driver_sql("delete from core_marks where letter = 'Б'")
    engine.dispose()
    assert rebuild(loaded.settings, publish=True).published
    assert (counts(loaded), counts(loaded, "Б")) == ((6, 4), (5, 5))
    assert _states(loaded) == ["used", "used"]


def test_an_import_sees_the_rows_as_the_files_say(loaded):
    """And a draft that is thrown away changes nothing."""
    corrected(loaded, MOVED)
    with drafts.draft(loaded.settings.store, loaded.settings) as draft:
        row = corrections.row(draft.connection, "marks", CLASS | {"group": None})
        assert (row["n5"], row["n4"]) == (5, 5)
    assert counts(loaded) == (6, 4)


def test_the_register_is_put_right_too_and_a_list_of_teachers_takes_nothing_from_it(district):
    """What a list leaves out stays as the registers say, not as somebody corrected it."""
    register = "teacher_id,school_id,experience_years\nT-1,S01,12"
    district.bring({"teachers.csv": register})
    key = key_text(core.tables()["teachers"], {"teacher_id": "T-1"})
    asked = Asked("teachers", key, {"experience_years": "12,5", "young_specialist": "да"}, WHY)
    correct(district.settings, asked, "ru")
    assert district.rows("teachers", "experience_years", "young_specialist") == [(12.5, True)]
    head = ["№", "ФИО", "Код", "Школа", "Должность", "Категория"]
    district.one({"Список": [head, [1, "Асанова Айгүл", "T-1", "№ 1", "учитель", "высшая"]]})
    district.bring({"teachers.csv": register.replace("12", "13")})
    assert _states(district) == ["stale", "used"]
    assert district.rows("teachers", "experience_years", "young_specialist") == [(13.0, True)]


def test_the_history_names_the_correction_and_who_made_it(loaded):
    numbers = corrected(loaded, MOVED)
    note = snapshots.describe(loaded.settings.store, snapshots.current(loaded.settings.store))
    assert (note["corrected"], note["who"], note["files"]) == (numbers, "Aigul", [])
