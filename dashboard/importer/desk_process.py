"""The process that checks or loads one batch: `python -m …desk_process BATCH STATE WHO`.

It writes down how far it is; whatever happens to it, the batch says so and nothing is half loaded.
"""

import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dashboard.errors import UserError
from dashboard.importer import desk, desk_batch, desk_report
from dashboard.importer.options import Options
from dashboard.importer.reading import Received
from dashboard.importer.staged import Reader, Staged, apart, received
from dashboard.settings import Settings
from dashboard.spec.batch import Batch, FileReport
from dashboard.store import batches, files, places

NOT_KNOWN = ("unknown_layout", "sheet_not_read")
OFTEN = 0.2  # seconds between two words about how far it is
log = logging.getLogger("tirek")


def main(batch: str, state: batches.State, who: str, settings: Settings) -> None:
    """The batch is told as checked, loaded or failed when this returns; one that was given up
    meanwhile, because this process came late, is left alone."""
    store = settings.store
    with desk_batch.lock(store, batch):
        found = batches.find(store, batch)
        if found is None or found.state != state:
            return
        try:
            done = _done(batch, state, who, settings)
            _told(done, batch, state, settings)
            _finish(done, batch, state, store)
        except UserError as error:
            batches.fail(store, batch, error.key, error.about)
        except OSError as error:
            batches.fail(store, batch, "error.disk", {"reason": error.strerror or str(error)})
        except Exception:
            log.exception("unexpected")
            batches.fail(store, batch, "error.unexpected", {})


def _done(batch: str, state: batches.State, who: str, settings: Settings) -> Batch:
    said = {path: Options(**told) for path, told in batches.answers(settings.store, batch).items()}
    note = {"who": who, "batch": batch}
    call = desk.Call(state == "checking", note, _telling(settings.store, batch))
    with _laid_out(settings.store, batch) as folder:

        def found(reader: Reader) -> Iterator[Staged]:
            for file in desk.receive([folder], desk.limit(settings), reader.sheets):
                yield _staged(file, folder, said, settings.store)

        return desk.bring_staged(found, settings, call)


def _staged(file: Received, folder: Path, said: Mapping[str, Options], store: Path) -> Staged:
    """Under the name it was dropped with. What is not imported is kept for a while as well."""
    path = file.path.removeprefix(f"{folder.as_posix()}/")
    if not file.trouble:
        files.hold(store, file.data)
    return received(replace(file, path=path), said.get(path, Options()))


def _finish(done: Batch, batch: str, state: batches.State, store: Path) -> None:
    if state == "checking":
        batches.finish(store, batch, "checked")
    elif any(file.status != "rejected" for file in done.files):
        batches.finish(store, batch, "loaded", done.snapshot or "")
    else:
        batches.fail(store, batch, "error.nothing_loaded", {})


def _told(done: Batch, batch: str, state: batches.State, settings: Settings) -> None:
    """What is loaded is loaded, even where the report of it cannot be written."""
    try:
        _report(done, batch, settings)
    except Exception:
        if state != "loading":
            raise
        log.exception("the report of a batch that was loaded")


def _report(done: Batch, batch: str, settings: Settings) -> None:
    with apart(settings) as reader:
        found = [_reported(file, settings.store, reader) for file in done.files]
    desk_report.write(settings.store, batch, found)


def _reported(file: FileReport, store: Path, reader: Reader) -> desk_report.Reported:
    """Of a file or a sheet that no layout knows the first rows: a person may know what it is."""
    if not any(problem.check in NOT_KNOWN for problem in file.problems):
        return desk_report.Reported(file)
    sheets = reader.sheets(file.path.rpartition("/")[2], files.load(store, file.sha256))
    asked = {problem.sheet for problem in file.problems if problem.check == "sheet_not_read"}
    shown = [one for one in sheets if not one.is_aside and (not asked or one.name in asked)]
    known = list(map(desk_report.beginning, shown))
    return desk_report.Reported(file, tuple(one for one in known if one[1]))


@contextmanager
def _laid_out(store: Path, batch: str) -> Iterator[Path]:
    """What was dropped under the names it had; the bytes stay where they are kept. Raises
    KeptMissing, KeptChanged."""
    mine = f"tirek-{batch}-"
    for left in Path(tempfile.gettempdir()).glob(f"{mine}*"):  # by a process that was killed
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=mine) as name:
        folder = Path(name)
        for path, sha256 in batches.files(store, batch):
            files.check(store, sha256)
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            _lay(places.files(store).resolve() / sha256, place)
        yield folder


def _lay(kept: Path, place: Path) -> None:
    try:
        os.symlink(kept, place)
    except OSError:  # Windows lets few people make one
        shutil.copyfile(kept, place)


def _telling(store: Path, batch: str) -> Callable[[str, int, int], None]:
    last = ("", 0.0)

    def told(stage: str, done: int, total: int) -> None:
        nonlocal last
        if stage != last[0] or time.monotonic() - last[1] > OFTEN:
            batches.progress(store, batch, stage, done, total)
            last = (stage, time.monotonic())

    return told


if __name__ == "__main__":
    main(*sys.argv[1:4], Settings.from_env())
