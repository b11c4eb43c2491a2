"""Every import: who, when, which files, rows in and out; the latest can be taken back."""

from collections import Counter
from collections.abc import Mapping

from dashboard.i18n import clock, integer, plural, t
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.store import snapshots

COLUMNS = (
    *(("who", "text"), ("what", "text"), ("files", "text")),
    *(("in", "count"), ("out", "count"), ("state", "text")),
)
# By a key of a snapshot's summary what it was made by.
KINDS = ("corrected", "rebuilt_from", "upgraded_from")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    language, stem = view.language, f"block.{page.key}.{block.key}"
    found = snapshots.history(asking.settings.store)[::-1]
    if not found:
        return Panel(t(stem, language), "", empty=t(f"{stem}.empty", language))
    states = _states(found)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=(
            Column("name", t("desk.when", language)),
            *(Column(key, t(f"desk.column.{key}", language), unit=unit) for key, unit in COLUMNS),
        ),
        rows=tuple(_row(one, states[one["id"]], language) for one in found),
        marks={"history": _moves(found, states)},
    )


def _states(found: list[dict]) -> dict[str, str]:
    """Of each whether it is in use, stands in it, or was taken back."""
    by_id = {one["id"]: one for one in found}
    now = next((one["id"] for one in found if one["in_use"]), None)
    states = dict.fromkeys(by_id, "undone")
    place = now
    while place in by_id:
        states[place] = "stands"
        place = by_id[place]["parent"]
    return states | ({now: "in_use"} if now else {})


def _moves(found: list[dict], states: Mapping[str, str]) -> list[dict]:
    """What can be done with each: the one in use undone, one undone from it brought back."""
    now = next((one["id"] for one in found if one["in_use"]), None)
    there = {one["id"] for one in found}
    back = next((one["id"] for one in found if now and one["parent"] == now), None)
    return [
        {
            "snapshot": one["id"],
            "now": now,
            "undo": states[one["id"]] == "in_use" and one["parent"] in there,
            "redo": one["id"] == back,
        }
        for one in found
    ]


def _row(one: Mapping, state: str, language: str) -> tuple[Cell, ...]:
    came = sum(file.get("rows_loaded", 0) for file in one["files"])
    left = sum(file.get("rows_rejected", 0) for file in one["files"])
    return (
        Cell(clock(one["created"], language)),
        Cell(one.get("who") or "—"),
        Cell(_what(one, language)),
        Cell(_files(one, language)),
        Cell(integer(came, language), came, "count"),
        Cell(integer(left, language), left, "count"),
        Cell(t(f"desk.history.{state}", language)),
    )


def _what(one: Mapping, language: str) -> str:
    kind = next((key for key in KINDS if key in one), "import")
    return t(f"desk.kind.{kind}", language)


def _files(one: Mapping, language: str) -> str:
    """«46 files, 3 of them refused»"""
    files = one["files"]
    if not files:
        return "—"
    counts = Counter(file["status"] for file in files)
    said = plural("import.files", len(files), language)
    if not counts["rejected"]:
        return said
    number = integer(counts["rejected"], language)
    return f"{said}, {plural('desk.rejected', counts['rejected'], language, number=number)}"
