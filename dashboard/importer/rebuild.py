"""The snapshot in use once more, from the kept files alone: are its rows the same?

Its sources tell which file was loaded with which options, when and in which order. Files that an
undo took out are not among them; those whose rows gave way later are, and give way again.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from dashboard.errors import UserError
from dashboard.importer import desk, ledger, own_layouts
from dashboard.importer.day_of_import import on_the_day
from dashboard.importer.options import Options
from dashboard.importer.staged import Reader, Staged, apart, read
from dashboard.settings import Settings
from dashboard.store import again, corrections, files, places, removed, snapshots, sources
from dashboard.store import draft as drafts
from dashboard.store.again import Difference
from dashboard.store.pupil_key import pupil_key
from dashboard.store.sources import Source
from dashboard.store.transaction import Draft


class KeyMissing(UserError):
    key = "error.pupil_key_missing"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """`published` is the new snapshot, where one was asked for and differs."""

    snapshot: str
    files: int
    differences: tuple[Difference, ...]
    sha256: dict[int, str]  # of the sources that the differences name
    published: str | None = None

    @property
    def same(self) -> bool:
        return not self.differences


def rebuild(settings: Settings, publish: bool = False) -> Rebuilt:
    """Imports wait meanwhile. Raises NoSnapshot, KeptMissing, KeptChanged,
    KeptRemoved, KeyMissing."""
    snapshots.current(settings.store)
    with drafts.draft(settings.store, settings) as draft:
        known = sources.all_sources(draft)
        _all_there(draft, known)
        again.empty(draft)
        with apart(settings) as reader:
            for batch in _batches(known):
                _bring_again(draft, batch, reader)
        corrections.lay_on(draft.connection)
        found = tuple(again.differences(draft))
        told = Rebuilt(draft.parent, len(known), found, {s.source_id: s.sha256 for s in known})
        return _published(draft, told) if publish and found else told


def _published(draft: Draft, told: Rebuilt) -> Rebuilt:
    tables = {one.table: {"in_use": one.in_use, "anew": one.anew} for one in told.differences}
    note = {"files": [], "rebuilt_from": told.snapshot, "differing": tables}
    snapshot = drafts.publish(draft, note)
    return Rebuilt(told.snapshot, told.files, told.differences, told.sha256, snapshot)


def _all_there(draft: Draft, known: Sequence[Source]) -> None:
    """Before anything is read: a file that is missing stops it all."""
    wanted = sorted({source.sha256 for source in known})
    removed.all_there(draft.store, wanted)
    for sha256 in wanted:
        files.load(draft.store, sha256)


def _key(store: Path) -> bytes:
    """A new one would make other codes of the same pupils."""
    if not places.pupil_key(store).exists():
        raise KeyMissing(path=places.pupil_key(store))
    return pupil_key(store)


def _batches(known: Sequence[Source]) -> list[list[Source]]:
    """The files that came together: of registers and facts in one call either knows the other."""
    return [list(batch) for _, batch in groupby(known, key=lambda source: source.imported)]


def _bring_again(draft: Draft, batch: Sequence[Source], reader: Reader) -> None:
    """In the order in which they were entered, by the numbers that they had."""
    then = batch[0].imported
    with on_the_day(then), own_layouts.standing(draft.store, then):
        staged = {source.source_id: read(_staged(draft, source), reader) for source in batch}
        found = desk.outcomes(draft, staged, partial(_key, draft.store))
        book = ledger.opened(draft)
        for source in batch:
            book.next_id = source.source_id
            book.enter(found[source.source_id](), source.imported, keep=False)
    sources.date_back(draft, batch)


def _staged(draft: Draft, source: Source) -> Staged:
    data = files.load(draft.store, source.sha256)
    return Staged(source.name, source.sha256, data, _options(source), Options())


def _options(source: Source) -> Options:
    return Options(**json.loads(source.options))
