"""No pupil's name leaves the files that were received: not into the store, the reports, the logs.

Every layout that names pupils is imported, in every form of file, with names that no word of the
program is like; then they are looked for in every byte and every text.
"""

import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest
import sqlalchemy as sa

from dashboard.i18n import LANGUAGES
from dashboard.importer import report
from dashboard.importer.rebuild import rebuild
from dashboard.settings import Settings
from dashboard.spec.batch import Batch
from dashboard.store import places, schema, snapshots
from dashboard.store.current import Reader
from tests.importer.course_lists import COURSES
from tests.importer.handmade import HEADINGS, Desk, workbook
from tests.importer.layout_forms import FORMS
from tests.importer.layout_rows import OF_CLASS, PUPILS
from tests.importer.layout_samples import SAMPLES
from tests.torture.originals import originals

NAMES = (
    "Жыргалбекова Өңүрбүбү",
    "Шаршеналиев Чыңгызбек",
    "Zhumatayeva Қарлығаш",
    "Щукин-Ёлкин Эрнст",
)
WORDS = tuple(word for name in NAMES for word in name.split())
OF_PUPILS = dict(zip(PUPILS, NAMES))
SPOILT = (  # a child's name where none is expected
    [*HEADINGS.split(",")],
    ["S05", "2026-2027", "Q1", NAMES[0], "А", "physics", 20, 5, 6, 8, 1],
    ["S05", NAMES[1], "Q1", 5, "А", NAMES[2], NAMES[3], 5, 6, 8, 1],
)


@dataclass(frozen=True)
class Imported:
    desk: Desk
    batches: tuple[Batch, ...]
    logged: str


def _renamed(rows: list) -> list[list]:
    """The sample's pupils under names that are looked for."""
    return [[_other_name(cell) for cell in row] for row in rows]


def _other_name(cell: object) -> object:
    for name, other in OF_PUPILS.items():
        cell = cell.replace(name, other) if isinstance(cell, str) else cell
    return cell


def _files() -> dict[str, bytes]:
    """Each layout that names pupils, in one of its forms of file in turn."""
    named = {key: one for key, one in SAMPLES.items() if _renamed(one.rows) != list(one.rows)}
    found = {}
    for number, sample in enumerate(named.values()):
        form = sample.forms[number % len(sample.forms)]
        found[f"{number}.{form}"] = FORMS[form](_renamed(sample.rows), sample.spans)
    for one in originals():
        if one.form and one.name.split(".")[0] in ("staff", "attendance"):
            found[one.name] = FORMS[one.form](_renamed(one.rows), ())
    found["journal.xlsx"] = workbook({"Физика": _renamed([*OF_CLASS, *SAMPLES["journal"].rows])})
    return found | {"odd.csv": FORMS["csv"](SPOILT, ())}


@pytest.fixture(scope="module")
def imported(known_schools: Path, tmp_path_factory) -> Imported:
    """Without options, with options, and once more with a name in the options."""
    folder = tmp_path_factory.mktemp("names")
    (folder / "files").mkdir()
    desk = Desk(folder / "files", Settings(store=folder / "store", memory="256MB"))
    shutil.copytree(known_schools, desk.settings.store)
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    files = _files()
    batches = (
        desk.bring({"courses.csv": COURSES}),
        desk.bring(files),
        desk.bring(files, year="2026-2027", period="Q1", round="start", school="S05"),
    )
    rebuild(desk.settings)
    logging.getLogger().removeHandler(heard)
    return Imported(desk, batches, "\n".join(heard.lines))


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _named_in(text: str) -> list[str]:
    """Each part alone, however it is written."""
    folded = text.casefold()
    return [word for word in WORDS if word.casefold() in folded]


def _encoded() -> set[bytes]:
    """Each part in each way in which it could stand in a file."""
    texts = {form for word in WORDS for form in (word, word.upper(), word.lower())}
    found = {text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le")}
    escaped = {text.encode("unicode_escape") for text in texts if not text.isascii()}
    return found | escaped | {text.encode("cp1251") for text in texts if _is_russian(text)}


def _is_russian(text: str) -> bool:
    return all("А" <= sign <= "я" or sign in "ёЁ-" for sign in text)


def test_the_files_name_pupils_and_are_loaded(imported):
    """Else the other promises would be empty."""
    kept = places.files(imported.desk.settings.store)
    named = [path for path in kept.iterdir() if "".join(WORDS[:1]).encode() in path.read_bytes()]
    loaded = [file for batch in imported.batches for file in batch.files if file.status == "loaded"]
    assert named
    assert {"class_list", "reading_sheet", "kundoluk_journal"} <= {one.layout for one in loaded}
    assert imported.desk.rows("reading", "pupil_code")


def test_no_byte_of_the_store_outside_the_kept_files_names_a_pupil(imported):
    store = imported.desk.settings.store
    outside = [
        path
        for path in store.rglob("*")
        if path.is_file() and places.files(store) not in path.parents
    ]
    assert len(outside) > 5
    wanted = _encoded()
    found = [path.name for path in outside for word in wanted if word in path.read_bytes()]
    assert not found


def test_no_text_of_any_table_names_a_pupil(imported):
    with Reader(imported.desk.settings).current().engine.connect() as connection:
        for table in sa.inspect(connection).get_table_names():
            for column in sa.inspect(connection).get_columns(table):
                text = sa.cast(sa.column(column["name"]), sa.Text)
                told = connection.execute(sa.select(text).select_from(sa.table(table)).distinct())
                assert not _named_in("\n".join(str(value) for (value,) in told)), (table, column)
    assert len(schema.metadata().tables) > 20


def test_no_log_and_no_history_names_a_pupil(imported):
    history = orjson.dumps(snapshots.history(imported.desk.settings.store)).decode()
    assert not _named_in(history)
    assert not _named_in(imported.logged)


def test_a_sheet_that_is_called_by_a_pupil_is_kept_without_that_name(district):
    sheet = _renamed([*OF_CLASS, *SAMPLES["class"].rows[len(OF_CLASS) :]])
    assert district.one({NAMES[0]: sheet}).status == "loaded"
    assert not _named_in(str(district.rows("marks", "source_sheet")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_report_of_a_sound_file_names_a_pupil(imported, language):
    """A cell where a name is not expected is shown to who brings the file: it must be found."""
    for batch in imported.batches:
        sound = Batch(batch.snapshot, tuple(f for f in batch.files if "odd" not in f.path))
        told = orjson.dumps(report.as_json(sound, language)).decode()
        assert not _named_in("\n".join((told, *report.as_text(sound, language))))
