"""Which names of a batch does nobody know, and what did people answer of others before?"""

from collections.abc import Sequence

from dashboard.i18n import clock, integer, order, plural, t
from dashboard.importer import asked_names, desk_report
from dashboard.importer.asked_names import Asked, Codes
from dashboard.metrics.registers import subjects
from dashboard.panels import desk_words
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.store import aliases
from dashboard.store.aliases import KINDS, Answer
from dashboard.store.batches import Dropped

NEAREST = 4  # candidates that stand apart from all the others
FILES = 3  # that are named of those where a name stands
COLUMNS = ("text", "kind", "code", "given", "state")

Choice = tuple[str, str]


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Rows are the answers given; `marks["asked"]` what is asked, by kind."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    batch = desk_words.chosen(page, asking)
    running = batch is not None and batch.is_running
    found = desk_report.read(asking.settings.store, batch.id) if batch and not running else ()
    known = asked_names.codes(asking.snapshot, found)
    given = aliases.answers(asking.settings.store)
    asked = asked_names.asked(found)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=tuple(Column(key, t(f"names.column.{key}", language)) for key in COLUMNS),
        rows=tuple(_row(one, known, asking) for one in given),
        sentences=_said(batch, asked, language),
        marks={
            "batch": batch.id if batch else "",
            "state": batch.state if running else "",  # of one that is at work
            "files": desk_words.to_files(batch, page, view),
            "asked": _by_kind(asked, known, given, asking),
            "answers": [(one.id, not one.ended_at) for one in given],
        },
    )


def _said(batch: Dropped | None, asked: Sequence[Asked], language: str) -> tuple[str, ...]:
    if batch is None:
        return (t("names.no_batch", language),)
    if batch.is_running:
        return (desk_words.progress(batch, language),)
    if not asked:
        return (t("names.none", language),)
    if batch.state == "loaded":
        return (t("names.loaded", language),)
    return (t("names.how", language),)


def _by_kind(
    asked: Sequence[Asked], known: Codes, given: Sequence[Answer], asking: Asking
) -> list[dict]:
    """Only kinds of which something is asked. Without a register nothing can be answered."""
    language = asking.view.language
    words = {kind: _words(kind, known, asking) for kind in KINDS}
    stands = {(one.kind, one.skeleton): one for one in given if not one.ended_at}
    found = []
    for kind in KINDS:
        mine = [one for one in asked if one.kind == kind]
        lines = [
            _line(one, words[kind], stands.get((kind, one.skeleton)), language) for one in mine
        ]
        missing = "" if words[kind] else t(f"names.no_register.{kind}", language)
        if lines:
            title = t(f"names.kind.{kind}", language)
            found.append({"kind": kind, "title": title, "missing": missing, "lines": lines})
    return found


def _line(one: Asked, words: dict[str, str], stands: Answer | None, language: str) -> dict:
    """`chosen` is what a person answered already: a likeness alone never is."""
    near = [code for code in one.candidates if code in words][:NEAREST]
    others = sorted(words.keys() - set(near), key=lambda code: order(words[code], language))
    rows = plural("names.rows", one.rows, language, number=integer(one.rows, language))
    return {
        "text": one.text,
        "about": f"{rows} · {_files(one.files, language)}",
        "nearest": [(code, words[code]) for code in near],
        "others": [(code, words[code]) for code in others],
        "chosen": stands.code if stands and stands.code in words else "",
        "seen": stands.id if stands else 0,
    }


def _files(paths: Sequence[str], language: str) -> str:
    named = ", ".join(path.rpartition("/")[2] for path in paths[:FILES])
    left = len(paths) - FILES
    if left <= 0:
        return named
    return f"{named}, {plural('names.more_files', left, language, number=integer(left, language))}"


def _words(kind: str, known: Codes, asking: Asking) -> dict[str, str]:
    """«№ 5 мектеп-гимназия (S05)»; a subject in the language of the page."""
    names = dict(known[kind])
    if kind == "subject" and asking.snapshot:
        found = subjects(asking.snapshot)
        names |= {code: one.name(asking.view.language) for code, one in found.items()}
    return {code: f"{name or code} ({code})" for code, name in names.items()}


def _row(one: Answer, known: Codes, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    words = _words(one.kind, known, asking)
    whom = ", ".join(filter(None, (clock(one.at, language), one.who)))
    return (
        Cell(one.text),
        Cell(t(f"names.one.{one.kind}", language)),
        Cell(words.get(one.code, one.code)),
        Cell(whom),
        Cell(_state(one, one.code in words, language)),
    )


def _state(one: Answer, is_known: bool, language: str) -> str:
    if one.ended_at:
        whom = ", ".join(filter(None, (clock(one.ended_at, language), one.ended_by)))
        return t("names.state.ended", language, whom=whom)
    return t("names.state.used" if is_known else "names.state.unknown", language)
