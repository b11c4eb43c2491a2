"""Nothing that is done to a file brings the importer down, makes it hang or loads half of it.

300 spoilt files in the suite; TIREK_TORTURE=20000 (`make torture`) for as many as one likes.
Spoilt file number N is always the same: `spoilt(N)` gives it again.
"""

import os
import shutil
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from dashboard.i18n import LANGUAGES
from dashboard.importer import desk, report, staged
from dashboard.importer.facts import Facts, expected_marks
from dashboard.importer.names import Names, names
from dashboard.importer.options import Options
from dashboard.importer.outcome import Outcome, settled
from dashboard.settings import Settings
from dashboard.spec.batch import Batch
from dashboard.spec.problem import Problem
from dashboard.store import draft as drafts
from dashboard.store import places, rows, snapshots, sources
from dashboard.store.current import Reader
from tests.torture.originals import SAID, originals

COUNT = int(os.environ.get("TIREK_TORTURE", "300"))
TOGETHER = 15  # files of one import
EVERY = 10  # of so many groups one is imported whole
SECONDS = 60  # for one file: far more than any needs
GROUPS = range(-(-COUNT // TOGETHER))


def spoilt(number: int) -> tuple[str, bytes]:
    """Its name and its bytes."""
    original = originals()[number % len(originals())]
    return original.name, original.spoilt(Random(number))


@contextmanager
def _in_time(number: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError(f"spoilt({number}) took more than {SECONDS} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def known(known_schools: Path, tmp_path_factory) -> tuple[Names, Facts]:
    """What an import into a known district knows."""
    settings = Settings(store=tmp_path_factory.mktemp("known") / "store", memory="256MB")
    shutil.copytree(known_schools, settings.store)
    with drafts.draft(settings.store, settings) as opened:
        facts = Facts(expected=expected_marks(opened))
        return replace(names(opened, {}), key=lambda: b"k" * 32), facts


def _outcome(number: int, known: tuple[Names, Facts]) -> Outcome:
    name, data = spoilt(number)
    said = SAID if number % 3 else Options()
    return settled(staged.read(staged.Staged(name, "", data, said, Options())), *known)


def _troubles(numbers: range, known: tuple[Names, Facts]) -> list[str]:
    """Of each file that is not just read or refused, what came of it."""
    found = []
    for number in numbers:
        try:
            with _in_time(number):
                _judged(_outcome(number, known))
        except Exception:  # noqa: BLE001 - the torture is to find every one
            found.append(f"spoilt({number}) {spoilt(number)[0]}: {traceback.format_exc(limit=-3)}")
    return found


def _judged(outcome: Outcome) -> None:
    """Refused whole, with a sentence; or what is loaded has each key once."""
    if outcome.refused:
        assert (outcome.loads, bool(outcome.problems)) == (0, True)
    assert all(isinstance(problem, Problem) for problem in outcome.problems)
    grains = outcome.grains()
    assert len(grains) == outcome.loads
    for language in LANGUAGES:
        for problem in outcome.problems[:3]:
            assert report.place(problem, language) + report.message(problem, language)


@pytest.mark.parametrize("group", GROUPS)
def test_a_spoilt_file_is_read_or_refused_with_a_sentence(group, known):
    troubles = _troubles(range(group * TOGETHER, (group + 1) * TOGETHER), known)
    assert not troubles, "\n\n".join(troubles)


@pytest.mark.parametrize("group", GROUPS[::EVERY])
def test_spoilt_files_are_loaded_whole_or_not_at_all(group, bare, known_schools):
    shutil.copytree(known_schools, bare.settings.store)
    before = _sources(bare.settings)
    for number in range(group * TOGETHER, (group + 1) * TOGETHER):
        name, data = spoilt(number)
        (bare.folder / f"{number}-{name}").write_bytes(data)
    with _in_time(group * TOGETHER):
        batch = desk.bring([bare.folder], SAID, bare.settings)
    assert {file.status for file in batch.files} <= {"loaded", "unchanged", "rejected"}
    _as_reported(batch, bare.settings, before)
    told = report.as_json(batch, "ru")
    assert report.as_text(batch, "ky")
    assert len(told["files"]) == len(batch.files)


def _sources(settings: Settings) -> int:
    with drafts.draft(settings.store, settings) as opened:
        return sources.next_id(opened)


def _as_reported(batch: Batch, settings: Settings, first: int) -> None:
    """What is said to be loaded stands, but for rows that gave way; nothing of a rejected file."""
    by_bytes = {file.sha256: file for file in batch.files if file.status == "loaded"}
    with drafts.draft(settings.store, settings) as opened:
        fresh = [one for one in sources.all_sources(opened) if one.source_id >= first]
        for one in fresh:
            assert (places.files(settings.store) / one.sha256).exists()
            standing = rows.standing(opened, one.source_id)
            assert standing <= one.rows_loaded
            assert one.rows_loaded == (by_bytes[one.sha256].rows_loaded if one.rows_loaded else 0)
        standing = sum(rows.standing(opened, one.source_id) for one in fresh)
    loaded = sum(file.rows_loaded for file in batch.files)
    gone = sum(file.replaced for file in batch.files)
    assert loaded - gone <= standing <= loaded
    assert snapshots.current(settings.store) == batch.snapshot
    assert Reader(settings).current().id == batch.snapshot
