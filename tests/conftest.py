"""What tests share: a store of one's own, and rows put into it without any file."""

import gc
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import hypothesis
import pytest

from dashboard.settings import Settings
from dashboard.store.current import Reader, Snapshot
from dashboard.store.snapshots import current, current_or_none
from tests.stores import publish as publish_rows
from tests.stores import publish_more

hypothesis.settings.register_profile("tirek", deadline=None)  # no test is timed: machines are noisy
hypothesis.settings.load_profile("tirek")

LONG = ("web", "torture", "store", "panels")  # folders of tests, the longest first
SCHOOLS = [
    {"school_id": "S01", "name": "№ 1 мектеп", "aimak": "Ала-Бука", "language": "ky"},
    {"school_id": "S02", "name": "№ 2 мектеп", "aimak": "Ала-Бука", "language": "ky"},
    {"school_id": "S03", "name": "№ 3 мектеп", "aimak": "Ак-Там", "language": "uz"},
    {"school_id": "S04", "name": "№ 4 мектеп", "aimak": "Ак-Там", "language": "ru"},
]
NOTHING = dict.fromkeys(
    ("n5", "n4", "n3", "n2", "not_assessed", "exempt", "credited", "not_credited", "no_mark"), 0
)
# domain.md §1.4: the class on which the three rules differ
CLASS_OF_28 = {
    "school_id": "S01",
    "year": "2026-2027",
    "period": "Q1",
    "grade": 7,
    "letter": "А",
    "subject_id": "chemistry",
    "roster": 28,
    "n5": 4,
    "n4": 9,
    "n3": 10,
    "n2": 1,
    "not_assessed": 1,
    "exempt": 2,
    "credited": 0,
    "not_credited": 0,
    "no_mark": 1,
}


def marks(**changes: object) -> dict:
    """One row of marks; `roster` is the sum of its parts unless it is given."""
    row = CLASS_OF_28 | NOTHING | changes
    if "roster" not in changes:
        row["roster"] = sum(row[name] for name in NOTHING)
    return row


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=tmp_path / "store", memory="256MB", threads=1)


@pytest.fixture(scope="session")
def published(tmp_path_factory) -> dict[str, Path]:
    """Stores that were made in this session, by their rows."""
    return {}


@pytest.fixture
def snapshot_of(
    settings: Settings, published: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Mapping[str, list[dict]]], Snapshot]:
    """Publish the given rows of canonical tables on top of what the store holds, and open it.

    The first store of the same rows is copied: hundreds of tests ask for the same few. The rows
    that are in use already are not put in once more.
    """
    laid: dict[str, str] = {}  # the snapshot that these very rows were last put into

    def lay(key: str, tables: Mapping[str, list[dict]]) -> None:
        first = not settings.store.exists()
        if first and key in published:
            shutil.copytree(published[key], settings.store)
            return
        put = publish_rows if current_or_none(settings.store) is None else publish_more
        put(settings, {"schools": SCHOOLS, **tables})
        if first:
            published[key] = tmp_path_factory.mktemp("published") / "store"
            shutil.copytree(settings.store, published[key])

    def publish(tables: Mapping[str, list[dict]]) -> Snapshot:
        key = repr(tables)
        if key not in laid or laid[key] != current_or_none(settings.store):
            lay(key, tables)
            laid[key] = current(settings.store)
        return Reader(settings).current()

    return publish


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest first: at the end one worker would wait for the other. As collected they
    are handed out only with --no-loadscope-reorder (Makefile)."""
    items.sort(key=lambda item: _turn(item.path.parent.name))


def _turn(folder: str) -> int:
    return LONG.index(folder) if folder in LONG else len(LONG)


def pytest_collection_finish() -> None:
    """What was collected stays to the end: garbage is not looked for among ten thousand tests."""
    gc.freeze()
