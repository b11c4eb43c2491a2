"""A desk of one's own: with nothing on it, and with a district known."""

import shutil
from pathlib import Path

import pytest

from dashboard.settings import Settings
from dashboard.store import draft
from tests.importer.course_lists import COURSES
from tests.importer.handmade import SCHOOLS, Desk


@pytest.fixture(autouse=True)
def _not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """That a new snapshot is read back whole before it is used is what tests/store and
    tests/torture ask; here hundreds of imports ask what comes of a file."""
    monkeypatch.setattr(draft, "_check", lambda path, rows: None)


@pytest.fixture
def bare(tmp_path: Path, settings: Settings) -> Desk:
    """Nothing imported yet."""
    folder = tmp_path / "files"
    folder.mkdir()
    return Desk(folder, settings)


@pytest.fixture(scope="session")
def known_schools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the register of schools, made once and copied."""
    folder = tmp_path_factory.mktemp("district")
    (folder / "files").mkdir()
    settings = Settings(store=folder / "store", memory="256MB", threads=1)
    Desk(folder / "files", settings).bring({"schools.csv": SCHOOLS})
    return settings.store


@pytest.fixture
def district(bare: Desk, known_schools: Path) -> Desk:
    """Four schools are known."""
    shutil.copytree(known_schools, bare.settings.store)
    return bare


@pytest.fixture
def courses(district: Desk) -> Desk:
    """Four courses are known too."""
    district.bring({"courses.csv": COURSES})
    return district
