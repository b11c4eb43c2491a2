"""A row put right by hand: read and checked as an import would, beside what the file says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from dashboard.errors import UserError
from dashboard.i18n import t
from dashboard.importer import checks, values
from dashboard.importer.facts import known_facts
from dashboard.importer.report import message
from dashboard.importer.row import Row
from dashboard.settings import Settings
from dashboard.spec import core
from dashboard.spec.core import Column, CoreTable
from dashboard.spec.correctable import correctable, key_read, key_text, text
from dashboard.spec.problem import Problem
from dashboard.store import corrections, rows, snapshots
from dashboard.store import draft as drafts
from dashboard.store.corrections import Correction
from dashboard.store.transaction import Draft

NOTHING = "–"


class NotCorrectable(UserError):
    key = "correct.error.cell"


class RowGone(UserError):
    key = "correct.error.gone"


class ChangedMeanwhile(UserError):
    key = "correct.error.meanwhile"


class NothingChanged(UserError):
    key = "correct.error.nothing"


class NoReason(UserError):
    key = "correct.error.why"


class Unfit(UserError):
    key = "correct.error.unfit"


class LooksWrong(UserError):
    key = "correct.error.wrong"


class NoCorrection(UserError):
    key = "correct.error.withdrawn"


@dataclass(frozen=True, slots=True)
class Asked:
    """`new` holds cells as a person wrote them, `seen` what stood there while they wrote."""

    table: str
    key: str  # as key_text writes it
    new: Mapping[str, str]
    why: str
    seen: Mapping[str, str] = field(default_factory=dict)
    sure: bool = False  # save it even if a check warns


@dataclass(frozen=True, slots=True)
class _Place:
    """The row in its draft; `language` is of what is said of odd values."""

    draft: Draft
    table: CoreTable
    key: Mapping[str, object]
    language: str

    def row(self) -> dict[str, object] | None:
        return corrections.row(self.draft.connection, self.table.name, self.key)


def correct(settings: Settings, asked: Asked, language: str, who: str = "") -> list[int]:
    """The numbers of the corrections, in use when this returns; none for cells that are again as
    their file says. Raises UserError."""
    snapshots.current(settings.store)
    table = _table(asked)
    key = _key(table, asked.key)
    if not asked.why.strip():
        raise NoReason
    with drafts.draft(settings.store, settings) as draft:
        place = _Place(draft, table, key, language)
        present = _present(place)
        changed = _changed(place, asked, present)
        _checked(place, present, changed, asked.sure)
        return _entered(place, changed, who, asked.why.strip())


def take_back(settings: Settings, number: int, who: str = "") -> None:
    """The cell is as its file says again, or as an earlier correction says. Raises UserError."""
    snapshots.current(settings.store)
    with drafts.draft(settings.store, settings) as draft:
        every = corrections.all_of(draft.connection)
        one = next((one for one in every if one.correction_id == number and one.live), None)
        if one is None:
            raise NoCorrection
        corrections.withdraw(draft.connection, one, who, _now())
        drafts.publish(draft, _summary([number], who) | {"withdrawn": True})


def _table(asked: Asked) -> CoreTable:
    """A closed list: what comes from outside names nothing else."""
    if not asked.new or not asked.new.keys() <= correctable(asked.table).keys():
        raise NotCorrectable
    return core.tables()[asked.table]


def _key(table: CoreTable, written: str) -> dict[str, object]:
    try:
        return key_read(table, written)
    except ValueError:
        raise NotCorrectable from None


def _present(place: _Place) -> dict[str, object]:
    """The row as people see it, with what was put right before; the draft stays as it was."""
    corrections.lay_on(place.draft.connection)
    found = place.row()
    corrections.put_back(place.draft.connection)
    if found is None:
        raise RowGone
    return found


def _changed(place: _Place, asked: Asked, present: Mapping[str, object]) -> dict[str, object]:
    """The values that are not as they were. Nobody overwrites what they have not seen."""
    found = {}
    for name, written in asked.new.items():
        column, now = place.table.columns[name], text(present[name])
        seen = asked.seen.get(name, now)
        value = _read(column, written, place.language)
        if text(value) == seen:
            continue  # left as it stood, whatever has become of it
        if seen != now:
            said = _said(name, place.language)
            raise ChangedMeanwhile(column=said, value=now or NOTHING)
        found[name] = value
    if not found:
        raise NothingChanged
    return found


def _read(column: Column, written: str, language: str) -> object:
    if values.empty(column, written):
        if column.required:
            raise Unfit(words=t("correct.empty", language, column=_said(column.name, language)))
        return None
    try:
        return values.reader(column, column.name)(written)
    except ValueError as error:
        raise Unfit(words=_unfit(column, written, str(error), language)) from None


def _unfit(column: Column, written: str, check: str, language: str) -> str:
    codes = column.choices
    names = [t(f"choice.{code}", language) for code in codes]
    names = names or [t("correct.true", language), t("correct.false", language)]
    about = {"choices": ", ".join(names)}
    heading = _said(column.name, language)
    return message(Problem(check, "error", column=heading, value=written, about=about), language)


def _checked(
    place: _Place, present: Mapping[str, object], changed: Mapping[str, object], sure: bool
) -> None:
    """What an import would refuse is refused; what it would warn of has to be meant."""
    language = place.language
    known = {message(problem, language) for problem in _problems(place, present)}
    found = _problems(place, {**present, **changed})
    fresh = [problem for problem in found if message(problem, language) not in known]
    if any(problem.severity == "error" for problem in fresh):
        raise Unfit(words=_words(fresh, language))
    if fresh and not sure:
        raise LooksWrong(words=_words(fresh, language))


def _problems(place: _Place, row: Mapping[str, object]) -> list[Problem]:
    columns = place.table.columns
    there = {name: row[name] for name in columns if row[name] is not None}
    headings = {name: _said(name, place.language) for name in columns}
    one = Row(place.table.name, row["source_sheet"] or "", row["source_row"] or 0, there, headings)
    countries = dict(rows.register(place.draft, "schools", ("school_id", "country")))
    return checks.run([one], replace(known_facts(place.draft), countries=countries))


def _words(problems: Sequence[Problem], language: str) -> str:
    return " ".join(dict.fromkeys(message(problem, language) for problem in problems))


def _entered(place: _Place, changed: Mapping[str, object], who: str, why: str) -> list[int]:
    """A cell that is as its file says needs no correction: those that stood there end."""
    draft, row, at = place.draft, place.row(), _now()
    numbers = []
    for name, value in changed.items():
        cell = (place.table.name, key_text(place.table, place.key), name)
        imported, corrected = text(row[name]), text(value)
        if corrected == imported:
            _end(draft, cell, who, at)
        else:
            one = Correction(0, *cell, imported, corrected, who, at, why)
            numbers.append(corrections.add(draft.connection, one))
    drafts.publish(draft, _summary(numbers, who))
    return numbers


def _end(draft: Draft, cell: tuple[str, str, str], who: str, at: str) -> None:
    for one in corrections.all_of(draft.connection):
        if one.cell == cell and one.live:
            corrections.withdraw(draft.connection, one, who, at)


def _summary(numbers: Sequence[int], who: str) -> dict:
    """For the history."""
    return {"files": [], "corrected": list(numbers), "who": who, "withdrawn": not numbers}


def _said(column: str, language: str) -> str:
    return t(f"column.{column}", language)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
