"""The import desk: files → one new snapshot, whole or not at all."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from dashboard.importer import ledger
from dashboard.importer.facts import Facts, known_facts
from dashboard.importer.names import Names, names
from dashboard.importer.options import Options
from dashboard.importer.outcome import Outcome, settled
from dashboard.importer.reading import receive
from dashboard.importer.staged import Reader, Staged, apart, read, received
from dashboard.settings import Settings
from dashboard.spec.batch import Batch, FileReport
from dashboard.spec.core import tables
from dashboard.store import draft as drafts
from dashboard.store import snapshots
from dashboard.store.pupil_key import pupil_key
from dashboard.store.transaction import Draft

MEGABYTE = 1 << 20


def bring(
    paths: Sequence[Path], options: Options, settings: Settings, check: bool = False
) -> Batch:
    """Read, check and load. With `check` everything is done and nothing kept."""
    with _store(settings, check) as opened, drafts.draft(opened.store, opened) as draft:
        with apart(settings) as reader:
            found = receive(paths, _limit(settings), reader.sheets)
            files = [received(file, options) for file in found]
            reports = _load(draft, files, reader, check)
        snapshot = draft.parent
        if not check and any(report.status == "loaded" for report in reports):
            snapshot = drafts.publish(draft, {"files": [_summary(r) for r in reports]})
    return Batch(snapshot if not check else snapshots.current_or_none(settings.store), reports)


def _load(
    draft: Draft, files: Sequence[Staged], reader: Reader, check: bool
) -> tuple[FileReport, ...]:
    """In the order of the registers; reported in the order in which the files came."""
    book = ledger.opened(draft)
    as_before = {
        place: found for place, file in enumerate(files) if (found := book.unchanged(file))
    }
    reports = {place: ledger.as_it_was(as_before[place], files[place]) for place in as_before}
    staged = {place: read(file, reader) for place, file in enumerate(files) if place not in reports}
    found = outcomes(draft, staged, partial(pupil_key, draft.store, keep=not check))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for place in sorted(found, key=lambda place: staged[place].order):
        twin = book.unchanged(files[place])  # the same file twice in one call
        reports[place] = (
            ledger.as_it_was(twin, files[place])
            if twin
            else book.enter(found[place](), now, keep=not check)
        )
    return tuple(reports[place] for place in range(len(files)))


def outcomes(
    draft: Draft, staged: Mapping[int, Staged], key: Callable[[], bytes]
) -> dict[int, Callable[[], Outcome]]:
    """To be asked for in turn: what was entered before a file is known when it is checked."""
    facts = known_facts(draft)
    known, refused = _known(draft, staged, facts)
    known = replace(known, key=cache(key))
    countries = {code: entry.country for code, entry in known.schools.entries.items()}
    facts = replace(facts, countries=countries)
    return {
        place: partial(settled, file, known, facts)
        if place not in refused
        else partial(refused.get, place)
        for place, file in staged.items()
    }


def _known(
    draft: Draft, staged: Mapping[int, Staged], facts: Facts
) -> tuple[Names, dict[int, Outcome]]:
    """The names of the registers at hand. A file that is refused names nothing."""
    registers = {place: file for place, file in staged.items() if _has_register(file)}
    everything = names(draft, _fresh(registers.values()))
    refused = {
        place: outcome
        for place, file in registers.items()
        if (outcome := settled(file, everything, facts)).refused
    }
    if not refused:
        return everything, {}
    left = [file for place, file in registers.items() if place not in refused]
    return names(draft, _fresh(left)), refused


def _has_register(file: Staged) -> bool:
    return any(tables()[table.heading.layout.table].kind == "register" for table, _ in file.parts)


def _fresh(files: Iterable[Staged]) -> dict[str, list[Mapping]]:
    found: dict[str, list[Mapping]] = {}
    for file in files:
        for _, reading in file.parts if not file.refusals else ():
            for row in reading.rows:
                found.setdefault(row.table, []).append(row.values)
    return found


def _summary(report: FileReport) -> dict:
    """For the history; never a cell's value."""
    return {
        "path": Path(report.path).name,
        "sha256": report.sha256,
        "layout": report.layout,
        "status": report.status,
        "tables": dict(report.tables),
        "rows_loaded": report.rows_loaded,
        "rows_rejected": report.rows_rejected,
        "replaced": report.replaced,
        "problems": len(report.problems),
    }


@contextmanager
def _store(settings: Settings, check: bool) -> Iterator[Settings]:
    """A check leaves no trace, not even an empty store."""
    if not check or settings.store.exists():
        yield settings
        return
    with tempfile.TemporaryDirectory() as folder:
        yield replace(settings, store=Path(folder))


def _limit(settings: Settings) -> int:
    return settings.largest_file * MEGABYTE
