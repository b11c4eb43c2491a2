"""The sources of a draft: which file is as it was, which takes the place of another."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from dashboard.importer.columns.coded import Columns
from dashboard.importer.compared import compared
from dashboard.importer.jumps import jumps
from dashboard.importer.kept import kept
from dashboard.importer.names import answered_otherwise
from dashboard.importer.outcome import Outcome
from dashboard.importer.row import Row
from dashboard.importer.staged import Staged
from dashboard.spec.batch import FileReport
from dashboard.store import files, rows, sources
from dashboard.store.sources import Source
from dashboard.store.transaction import Draft


@dataclass(slots=True)
class Ledger:
    """`fresh` is what this very import has brought, by source."""

    draft: Draft
    sources: list[Source]
    next_id: int
    fresh: dict[int, Outcome] = field(default_factory=dict)
    stale: frozenset[int] = frozenset()  # sources that would be read otherwise now

    def unchanged(self, file: Staged) -> Source | None:
        """The source of the same bytes and options, if nothing of it waits and all of it stands."""
        for source in reversed(self.sources):
            if self._same(source, file) and not source.rows_waiting and source.rows_loaded:
                if source.source_id in self.stale:
                    return None
                standing = rows.standing(self.draft, source.source_id)
                return source if standing == source.rows_loaded else None
        return None

    def enter(self, outcome: Outcome, now: str, keep: bool) -> FileReport:
        """Write the rows down, and the file that they are of."""
        if outcome.refused or not (outcome.loads or outcome.waiting):
            return _rejected(compared(self.draft, outcome))
        if outcome.is_list:
            outcome = replace(outcome, rows=kept(self.draft, outcome.rows))
        replaced = sum(self._withdraw(source) for source in self._superseded(outcome))
        number, self.next_id = self.next_id, self.next_id + 1
        for table, found in outcome.tables().items():
            replaced += rows.replace(self.draft, table, [_stored(row) for row in found], number)
        if outcome.columns:
            replaced += _replace_columns(self.draft, outcome.columns, number)
        if outcome.counts["marks"]:
            jumped = jumps(self.draft, outcome.staged, number)
            outcome = replace(outcome, problems=(*outcome.problems, *jumped))
        self._note(outcome, number, now)
        if keep:
            file = outcome.staged
            files.keep(self.draft.store, file.data, _name(file), file.options.said())
        return _loaded(outcome, replaced)

    def _note(self, outcome: Outcome, number: int, now: str) -> None:
        file = outcome.staged
        source = Source(
            source_id=number,
            sha256=file.sha256,
            name=_name(file),
            layout=file.layout or "",
            options=file.options.text(),
            scope=outcome.scope,
            rows_loaded=outcome.loads,
            rows_waiting=outcome.waiting,
            imported=now,
        )
        sources.add(self.draft, source)
        sources.note(self.draft, number, outcome.problems)
        self.sources.append(source)
        self.fresh[number] = outcome

    def _superseded(self, outcome: Outcome) -> list[Source]:
        return [source for source in self.sources if self._gives_way(source, outcome)]

    def _gives_way(self, source: Source, outcome: Outcome) -> bool:
        """Of two files of one scope the later counts.

        Two files that come together and share no row are two halves of one thing: both stand.
        """
        if self._same(source, outcome.staged):
            return bool(outcome.scope)
        if not outcome.scope or source.scope != outcome.scope:
            return False
        beside = self.fresh.get(source.source_id)
        return beside is None or not beside.grains().isdisjoint(outcome.grains())

    def _withdraw(self, source: Source) -> int:
        self.sources.remove(source)
        return rows.withdraw(self.draft, source.source_id)

    def _same(self, source: Source, file: Staged) -> bool:
        return source.sha256 == file.sha256 and source.options == file.options.text()


def opened(draft: Draft) -> Ledger:
    known = sources.all_sources(draft)
    stale = answered_otherwise(draft.store, known)
    return Ledger(draft, known, sources.next_id(draft), stale=stale)


def as_it_was(source: Source, file: Staged) -> FileReport:
    return FileReport(file.path, file.sha256, source.layout or None, "unchanged")


def _loaded(outcome: Outcome, replaced: int) -> FileReport:
    return FileReport(
        path=outcome.staged.path,
        sha256=outcome.staged.sha256,
        layout=outcome.staged.layout,
        status="loaded" if outcome.loads else "rejected",
        tables=dict(outcome.counts),
        rows_loaded=outcome.loads,
        rows_rejected=outcome.rejected + outcome.waiting,
        problems=outcome.problems,
        replaced=replaced,
    )


def _rejected(outcome: Outcome) -> FileReport:
    return FileReport(
        path=outcome.staged.path,
        sha256=outcome.staged.sha256,
        layout=outcome.staged.layout,
        status="rejected",
        rows_rejected=outcome.rejected,
        problems=outcome.problems,
    )


def _stored(row: Row) -> Mapping[str, object]:
    return {**row.values, "source_sheet": row.sheet or None, "source_row": row.number}


def _replace_columns(draft: Draft, columns: Columns, number: int) -> int:
    cells = {name: (coded.values, coded.codes) for name, coded in columns.cells.items()}
    return rows.replace_coded(
        draft, columns.table, cells, (columns.sheet or None, columns.numbers), number
    )


def _name(file: Staged) -> str:
    """Told apart by its folders, without where on this machine they lie."""
    return "/".join(PurePath(file.path).parts[-3:]).removeprefix("/")
