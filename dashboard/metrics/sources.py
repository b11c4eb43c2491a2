"""Which files and rows the numbers of a view come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.metrics.cards import metric
from dashboard.metrics.counts import narrows
from dashboard.spec.answer import Answer
from dashboard.store import provenance, sql
from dashboard.store.current import Snapshot

EMPTY: Mapping[str, object] = {"grade": -1, "band": -1}  # as queries/rows choose what is empty
# Each row is a person: how many of them a file has is as much as a number of few.
OF_CHILDREN = frozenset({"reading"})
OF_STAFF = frozenset({"teachers", "completions", "mentors", "pairs", "mentor_events"})


@dataclass(frozen=True, slots=True)
class File:
    """One imported file; `rows` are those of it that the filters take in, of all periods."""

    name: str
    layout: str
    imported: str
    rows: int


def sources(key: str, where: Mapping[str, tuple], snapshot: Snapshot) -> list[File]:
    """The files behind a metric under some filters, in the order of their names."""
    view = metric(key).view
    narrow = {name: values for name, values in where.items() if name in narrows(view)}
    tables = sql.load(f"views/{view}").card["tables"]
    rows = sql.run("sources/files", {"tables": tables, **narrow}, snapshot.engine)
    return [File(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Counted:
    """The very rows that an answer was counted from.

    `empty` are dimensions of which a group has no value: a class without a letter.
    """

    answer: Answer
    snapshot: Snapshot
    empty: tuple[str, ...] = ()

    @property
    def view(self) -> str:
        return metric(self.answer.question.metric).view

    @property
    def tables(self) -> list[str]:
        return provenance.tables(self.view)

    @property
    def of_persons(self) -> bool:
        return bool({*self.tables} & (OF_CHILDREN | OF_STAFF))

    def files(self, table: str) -> list[provenance.File]:
        """Each with how many of its rows are counted."""
        if self._no_time:
            return []
        return provenance.files(self.snapshot, self._choice(table))

    def rows(
        self, table: str, limit: int | None = None, file: int | None = None
    ) -> list[provenance.Row]:
        if self._no_time:
            return []
        return provenance.rows(self.snapshot, self._choice(table), limit, file)

    @property
    def _no_time(self) -> bool:
        """A time that is not there, as the year before the first."""
        return any(values == (None,) for values in self._times().values())

    def _times(self) -> dict[str, tuple]:
        """Those that are not grouped by are one."""
        question = self.answer.question
        times = (name for name in metric(question.metric).times if name not in question.by)
        return {name: (getattr(self.answer.taken, name),) for name in times}

    def _choice(self, table: str) -> provenance.Choice:
        return provenance.Choice(self.view, table, self._params(table))

    def _params(self, table: str) -> dict[str, object]:
        question = self.answer.question
        asked = {*narrows(self.view), *question.by}
        where = {name: values for name, values in question.where if name in asked}
        empty = {name: (EMPTY.get(name, ""),) for name in self.empty}
        named = provenance.named(self.view, table)
        grouped = {name: name.removeprefix("by_") in question.by for name in _flags(named)}
        return where | self._times() | empty | grouped | {"metric": question.metric}


def _flags(named: Iterable[str]) -> Iterable[str]:
    return (name for name in named if name.startswith("by_"))
