"""`tirek rebuild`: the kept files alone give the snapshot in use again, or it says what differs."""

import os
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from dashboard.cli import main
from dashboard.cli.commands import rebuild as command
from dashboard.i18n import LANGUAGES
from dashboard.importer.rebuild import KeyMissing, Rebuilt, rebuild
from dashboard.settings import Settings
from dashboard.store import database, files, places, schema, snapshots
from tests.importer.handmade import HEADINGS, SCHOOLS, Desk
from tests.importer.layout_rows import PUPILS
from tests.importer.layout_samples import SAMPLES, written

WALKS, STEPS = (40, 12) if int(os.environ.get("TIREK_TORTURE", "300")) > 300 else (1, 3)
GOOD = "S01,2026-2027,Q1,7,А,algebra,20,5,5,5,5"
OTHER = GOOD.replace(",А,", ",Б,")
FILE = f"{HEADINGS}\n{GOOD}\n{OTHER}"
NEW_SCHOOL = "school_id,name\nS99,№ 99 мектеп"
REPORT = "Школа: S05,,,,,\nУчебный год: 2026/2027,,,,,\nПредмет: Физика,,,,,\n"
REPORT += "Класс,Кол-во учеников,5,4,3,2\n"
SHEET = {"Лист1": [list(row) for row in SAMPLES["reading"].rows]}


def _classes(*names: str) -> str:
    return REPORT + "\n".join(f"{name},20,5,5,5,5" for name in names)


def _rebuilt(desk: Desk, publish: bool = False) -> Rebuilt:
    return rebuild(desk.settings, publish)


def _told(rebuilt: Rebuilt, language: str = "en") -> str:
    return "\n".join(command.lines(rebuilt, language))


def _spoil(desk: Desk, statement: sa.Executable) -> None:
    """Something changed the rows of the snapshot in use behind the program's back."""
    path = places.database(desk.settings.store, snapshots.current(desk.settings.store))
    engine = database.writer(path, desk.settings)
    with engine.begin() as connection:
        connection.execute(statement)
    engine.dispose()


def _standing(desk: Desk) -> set[str]:
    return {path.as_posix() for path in desk.settings.store.rglob("*")}


def _kept(known_schools: Path, folder: Path, bring: Callable[[Desk], object]) -> Path:
    """A store made once, to be copied."""
    (folder / "files").mkdir()
    desk = Desk(folder / "files", Settings(store=folder / "store", memory="256MB"))
    shutil.copytree(known_schools, desk.settings.store)
    bring(desk)
    return desk.settings.store


@pytest.fixture(scope="module")
def loaded_once(known_schools: Path, tmp_path_factory) -> Path:
    return _kept(known_schools, tmp_path_factory.mktemp("loaded"), lambda desk: desk.one(FILE))


@pytest.fixture(scope="module")
def read_once(known_schools: Path, tmp_path_factory) -> Path:
    def bring(desk: Desk) -> None:
        desk.bring({"a.csv": written(SAMPLES["class"], "csv"), "b.xlsx": SHEET}, round="start")

    return _kept(known_schools, tmp_path_factory.mktemp("read"), bring)


@pytest.fixture
def loaded(bare: Desk, loaded_once: Path) -> Desk:
    """Two classes of one file."""
    shutil.copytree(loaded_once, bare.settings.store)
    return bare


@pytest.fixture
def children(bare: Desk, read_once: Path) -> Desk:
    """A list of a class and a reading sheet: files that name pupils."""
    shutil.copytree(read_once, bare.settings.store)
    return bare


def test_the_kept_files_give_the_same_and_nothing_is_published(loaded):
    before = _standing(loaded)
    told = _rebuilt(loaded, publish=True)
    assert (told.same, told.files, told.published) == (True, 2, None)
    assert _standing(loaded) == before


def test_files_that_gave_way_give_way_again_and_halves_stand_together(loaded):
    newer = f"{HEADINGS}\n{GOOD.replace('20,5,5', '20,6,4')}"
    loaded.bring({"a.csv": newer, "b.csv": _classes("7А", "7Б")}, period="Q1")
    loaded.bring({"c.csv": _classes("7А", "7В"), "d.csv": _classes("8А")}, period="Q1")
    letters = {("7", "А"), ("7", "В"), ("8", "А")}
    assert letters == {(str(g), letter) for s, g, letter in _marks(loaded) if s == "physics"}
    told = _rebuilt(loaded)
    assert (told.same, told.files) == (True, 6)


def _marks(desk: Desk) -> list[tuple]:
    return desk.rows("marks", "subject_id", "grade", "letter")


def test_what_an_undo_took_out_stays_out(loaded):
    loaded.one(f"{HEADINGS}\n{GOOD.replace('Q1', 'Q2')}")
    snapshots.undo(loaded.settings.store)
    loaded.one(f"{HEADINGS}\n{GOOD.replace('Q1', 'Q3')}")
    told = _rebuilt(loaded)
    assert (told.same, told.files) == (True, 3)


def test_rows_that_waited_for_a_register_wait_again(district):
    waiting = f"{FILE}\n{GOOD.replace('S01', 'S99')}"
    district.one(waiting)
    district.bring({"schools.csv": NEW_SCHOOL})
    assert len(district.rows("marks", "school_id")) == 2
    assert _rebuilt(district).same
    district.one(waiting)
    assert len(district.rows("marks", "school_id")) == 3
    assert _rebuilt(district).same


def test_register_facts_manifest_and_options_of_one_call_count_again(bare):
    manifest = "file,school_id,subject_id\na.csv,S02,Химия"
    table = "\n".join((_classes("7А").splitlines()[1], *_classes("7А").splitlines()[3:]))
    files = {"a.csv": table, "b.csv": FILE, "manifest.csv": manifest, "z.csv": SCHOOLS}
    bare.bring(files, period="Q1")
    assert len(bare.rows("marks", "school_id")) == 3
    told = _rebuilt(bare)
    assert (told.same, told.files) == (True, 3)


def test_pupils_keep_their_codes(children):
    (code,) = children.rows("reading", "pupil_code")
    assert code
    assert _rebuilt(children).same


def test_without_the_key_of_the_codes_it_stops(children):
    places.pupil_key(children.settings.store).unlink()
    with pytest.raises(KeyMissing):
        _rebuilt(children)
    assert not places.pupil_key(children.settings.store).exists()


class _Later(date):
    @classmethod
    def today(cls) -> date:
        return cls(2031, 5, 5)


def test_a_year_without_a_day_ends_on_the_day_of_the_import(courses, monkeypatch):
    year = date.today().year
    head = ["№", "ФИО", "Код", "Школа", "Должность", "Стаж", f"K-1 ({year})"]
    table = [1, "Асанова Айгүл", "T-1", "№ 5", "учитель", 12, "+"]
    courses.one({"Список": [head, table]})
    assert courses.rows("completions", "finished") == [(date.today(),)]
    monkeypatch.setattr("dashboard.importer.day_of_import.date", _Later)
    assert _rebuilt(courses).same


def test_a_row_that_was_changed_is_told_by_its_file_and_number(loaded):
    marks = schema.core_table("marks")
    _spoil(loaded, sa.update(marks).where(marks.c.letter == "Б").values(n5=19))
    told = _rebuilt(loaded)
    (one,) = told.differences
    assert (one.table, one.in_use, one.anew) == ("marks", 1, 1)
    kept = files.fingerprint(FILE.encode())[:12]
    assert f"kept file {kept}…, row 3, S01, 2026-2027, Q1, 7, algebra" in _told(told)


def test_rows_that_went_or_came_or_stand_twice_are_told(loaded):
    marks, schools = schema.core_table("marks"), schema.core_table("schools")
    columns = [column.name for column in schools.columns]
    _spoil(loaded, sa.delete(marks).where(marks.c.letter == "Б"))
    _spoil(loaded, sa.insert(schools).from_select(columns, sa.select(schools).limit(1)))
    _spoil(loaded, sa.insert(schools).values(school_id="S77", name="№ 77", source_id=9))
    counts = {one.table: (one.in_use, one.anew) for one in _rebuilt(loaded).differences}
    assert counts == {"marks": (0, 1), "schools": (2, 0)}


def test_only_when_asked_it_takes_the_place_with_a_note_and_can_be_undone(loaded):
    _spoil(loaded, sa.delete(schema.core_table("marks")))
    before, spoilt = _standing(loaded), snapshots.current(loaded.settings.store)
    told = _rebuilt(loaded)
    assert (told.same, told.published, _standing(loaded)) == (False, None, before)
    told = _rebuilt(loaded, publish=True)
    assert snapshots.current(loaded.settings.store) == told.published != spoilt
    assert len(_marks(loaded)) == 2
    note = snapshots.describe(loaded.settings.store, told.published)
    assert (note["rebuilt_from"], note["parent"]) == (spoilt, spoilt)
    assert note["differing"] == {"marks": {"in_use": 0, "anew": 2}}
    assert snapshots.undo(loaded.settings.store) == spoilt


class _OneSecond(datetime):
    @classmethod
    def now(cls, zone: object = None) -> datetime:
        return cls(2026, 11, 23, tzinfo=UTC)


def test_the_rebuilt_one_is_rebuilt_as_well(district, monkeypatch):
    """It holds which files came together, however soon one after the other."""
    monkeypatch.setattr("dashboard.importer.desk.datetime", _OneSecond)
    district.one(_classes("7А", "7Б"), period="Q1")
    district.one(_classes("7В"), period="Q1")
    _spoil(district, sa.delete(schema.core_table("marks")))
    _rebuilt(district, publish=True)
    assert (_rebuilt(district).same, district.rows("marks", "letter")) == (True, [("В",)])


@pytest.mark.parametrize("harm", ["missing", "changed"])
def test_without_a_kept_file_it_says_which_and_stops(loaded, harm):
    path = places.files(loaded.settings.store) / files.fingerprint(FILE.encode())
    path.unlink() if harm == "missing" else path.write_bytes(b"x")
    before = _standing(loaded)
    expected = files.KeptMissing if harm == "missing" else files.KeptChanged
    with pytest.raises(expected) as told:
        _rebuilt(loaded, publish=True)
    assert (told.value.about["path"], _standing(loaded)) == (path, before)


def test_a_difference_names_no_person_in_any_language(children):
    reading = schema.core_table("reading")
    _spoil(children, sa.update(reading).values(pupil_code=PUPILS[0], words_correct=1))
    told = _rebuilt(children)
    for language in LANGUAGES:
        said = _told(told, language)
        assert "reading" in said
        assert not [part for name in PUPILS for part in name.split() if part in said]


def test_the_command_says_so_in_every_language(loaded, monkeypatch, capsys):
    for language in LANGUAGES[:1]:
        monkeypatch.setenv("TIREK_LANGUAGE", language)
        assert main(["rebuild", "--store", str(loaded.settings.store)]) == 0
        assert snapshots.current(loaded.settings.store) in capsys.readouterr().out
    same = Rebuilt("20261123", 2, (), {})
    assert len({_told(same, language) for language in LANGUAGES}) == len(LANGUAGES)


def _some_import(desk: Desk, chance: random.Random) -> None:
    """Any of the ways in which a store grows, or goes a step back."""
    grade = chance.randint(5, 7)
    row = f"S0{chance.choice('129')},2026-2027,Q{chance.randint(1, 2)},{grade},А,algebra,20,5,5,5,5"
    some = {
        "table.csv": f"{HEADINGS}\n{GOOD}\n{row}",
        "report.csv": _classes(*chance.sample(("5А", "6А", "7А"), 2)),
        "class.csv": written(SAMPLES["class"], "csv"),
        "reading.xlsx": SHEET,
        "schools.csv": chance.choice((NEW_SCHOOL.replace("99", "09"), SCHOOLS)),
    }
    names = chance.sample(sorted(some), chance.randint(1, 3))
    desk.bring({name: some[name] for name in names}, period=f"Q{chance.randint(1, 2)}")
    if not chance.randrange(4) and len(snapshots.history(desk.settings.store)) > 1:
        with suppress(snapshots.NothingToUndo):  # refused at the first one, which then stands
            snapshots.undo(desk.settings.store)


@pytest.mark.parametrize("seed", range(WALKS))
def test_however_a_store_grew_it_is_the_same_again(bare, seed):
    chance = random.Random(seed)
    bare.bring({"schools.csv": SCHOOLS})
    bare.one(FILE)
    for _ in range(STEPS):
        _some_import(bare, chance)
    assert _told(_rebuilt(bare)).startswith("The same")
