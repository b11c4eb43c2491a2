"""The import desk: files → one new snapshot, whole or not at all."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from dashboard.importer import ledger, own_layouts
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
from dashboard.store.sources import moment
from dashboard.store.transaction import Draft

MEGABYTE = 1 << 20
Told = Callable[[str, int, int], None]  # what is being done, how many files are done, of how many


def silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody waits to hear how far it is."""


@dataclass(frozen=True, slots=True)
class Call:
    """How files are brought. `note` goes into the history; `told` hears how far it is."""

    check: bool = False
    note: Mapping[str, str] = field(default_factory=dict)
    told: Told = silent


def bring(
    paths: Sequence[Path], options: Options, settings: Settings, check: bool = False
) -> Batch:
    """Read, check and load. With `check` everything is done and nothing kept."""

    def found(reader: Reader) -> Iterator[Staged]:
        for file in receive(paths, limit(settings), reader.sheets):
            yield received(file, options)

    return bring_staged(found, settings, Call(check))


def bring_staged(
    found: Callable[[Reader], Iterable[Staged]], settings: Settings, call: Call
) -> Batch:
    """The same for files that were received otherwise."""
    with _store(settings, call.check) as opened, drafts.draft(opened.store, opened) as draft:
        with apart(settings) as reader, own_layouts.standing(draft.store, moment(draft)):
            reports = _load(draft, list(found(reader)), reader, call)
        snapshot = draft.parent
        if not call.check and any(report.status == "loaded" for report in reports):
            call.told("publishing", len(reports), len(reports))
            files = {"files": [_summary(report) for report in reports]}
            snapshot = drafts.publish(draft, files | dict(call.note))
    return Batch(snapshot if not call.check else snapshots.current_or_none(settings.store), reports)


def _load(
    draft: Draft, files: Sequence[Staged], reader: Reader, call: Call
) -> tuple[FileReport, ...]:
    """In the order of the registers; reported in the order in which the files came."""
    book = ledger.opened(draft)
    as_before = {
        place: found for place, file in enumerate(files) if (found := book.unchanged(file))
    }
    reports = {place: ledger.as_it_was(as_before[place], files[place]) for place in as_before}
    staged = {}
    for place, file in enumerate(files):
        call.told("reading", place, len(files))
        if place not in reports:
            staged[place] = read(file, reader)
    found = outcomes(draft, staged, partial(pupil_key, draft.store, keep=not call.check))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for place in sorted(found, key=lambda place: staged[place].order):
        call.told("entering", len(reports), len(files))
        twin = book.unchanged(files[place])  # the same file twice in one call
        reports[place] = (
            ledger.as_it_was(twin, files[place])
            if twin
            else book.enter(found[place](), now, keep=not call.check)
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


def limit(settings: Settings) -> int:
    """Bytes of one file, unpacked."""
    return settings.largest_file * MEGABYTE
