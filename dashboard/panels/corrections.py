"""What was put right by hand: by whom, when and why, and whether it counts now."""

from collections.abc import Sequence

from dashboard.i18n import integer, moment, plural, t
from dashboard.panels.correction_words import NOTHING, row, said
from dashboard.panels.view import Asking, View
from dashboard.spec import core
from dashboard.spec.correctable import typed
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.store import corrections
from dashboard.store.corrections import STALE, USED, WITHDRAWN, Correction
from dashboard.store.current import Snapshot

COLUMNS = ("row", "column", "imported", "corrected", "state", "who", "at", "why")
SHOWN = 200  # the last ones; the others are counted


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`marks` hold of each row: `numbers`, `live` (it can be taken back), `of` (table and key),
    `again` (what the form wants of a cell that somebody has to look at again)."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    title, about = t(stem, language), t(f"{stem}.about", language)
    every = corrections.of_snapshot(asking.snapshot) if asking.snapshot else ()
    if not every:
        return Panel(title, about, empty=t("corrections.empty", language))
    found = every[::-1][:SHOWN]
    return Panel(
        title,
        about,
        tuple(Column(name, t(f"corrections.{name}", language)) for name in COLUMNS),
        tuple(_row(one, asking.snapshot, language) for one in found),
        tuple(_sentences(every, language)),
        marks={
            "numbers": tuple(one.correction_id for one in found),
            "live": tuple(one.live for one in found),
            "of": tuple((one.table_name, one.key_values()) for one in found),
            "again": tuple(_again(one, asking.snapshot) for one in found),
            "then": page.path + view.search(page),
        },
    )


def _sentences(every: Sequence[Correction], language: str) -> list[str]:
    told = [
        plural(key, count, language, number=integer(count, language))
        for key, state in (("corrections.sum", USED), ("corrections.look", STALE))
        if (count := sum(one.state == state for one in every)) or state == USED
    ]
    if len(every) > SHOWN:
        number = {"shown": integer(SHOWN, language), "all": integer(len(every), language)}
        told.append(t("corrections.first", language, **number))
    return told


def _row(one: Correction, snapshot: Snapshot, language: str) -> tuple[Cell, ...]:
    key = one.key_values()
    of_row = one.key if key is None else row(one.table_name, key, snapshot, language)
    texts = (
        f"{t(f'table.{one.table_name}', language)}: {of_row}",
        t(f"column.{one.column_name}", language),
        _value(one, one.imported, language),
        _value(one, one.corrected, language),
        _state(one, snapshot, language),
        one.who or t("corrections.nobody", language),
        moment(one.at, language),
        one.why,
    )
    return tuple(map(Cell, texts))


def _value(one: Correction, written: str, language: str) -> str:
    """As it was written where the program has no such column any more."""
    column = core.tables()[one.table_name].columns.get(one.column_name)
    return said(column, written, language) if column else written or NOTHING


def _state(one: Correction, snapshot: Snapshot, language: str) -> str:
    about: dict[str, str] = {}
    if one.state == STALE:
        now = corrections.said_now(snapshot, one) or ""
        about = {"now": _value(one, now, language)}
    elif one.state == WITHDRAWN:
        about = {"at": moment(one.withdrawn_at, language), "who": one.withdrawn_by}
    return t(f"corrections.state.{one.state}", language, **about).rstrip(" ,")


def _again(one: Correction, snapshot: Snapshot) -> tuple | None:
    """Table, key and cell for the form, of what the file now says otherwise."""
    if one.state != STALE:
        return None
    column = core.tables()[one.table_name].columns[one.column_name]
    now = typed(column, corrections.said_now(snapshot, one) or "")
    return one.table_name, one.key_values(), {one.column_name: now}
