"""How much is kept: each snapshot with its size, what stays for good, what would go next."""

from collections.abc import Mapping

from dashboard.i18n import clock, integer, number, plural, t
from dashboard.importer.children_listed import lists_children
from dashboard.panels.view import Asking, View
from dashboard.settings import Settings
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.store import frozen, places, prune, snapshots
from dashboard.store.frozen import Freezing
from dashboard.store.prune import Plan

MEGABYTE = 1 << 20


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    language, settings = view.language, asking.settings
    stem = f"block.{page.key}.{block.key}"
    found = snapshots.history(settings.store)[::-1]
    if not found:
        return Panel(t(stem, language), "", empty=t("keeping.empty", language))
    plan = prune.plan(settings, lists_children)
    kept = frozen.frozen(settings.store)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=(
            Column("name", t("keeping.column.snapshot", language)),
            Column("size", t("keeping.column.size", language), unit="number"),
            Column("state", t("keeping.column.state", language)),
        ),
        rows=tuple(_row(one, kept, plan, settings, language) for one in found),
        sentences=_sentences(found, plan, settings, language),
        marks={
            "keeping": tuple((one["id"], one["id"] in kept) for one in found),
            "prune": not plan.is_empty,
        },
    )


def _row(
    one: Mapping, kept: Mapping[str, Freezing], plan: Plan, settings: Settings, language: str
) -> tuple[Cell, ...]:
    size = _size(settings, one["id"])
    return (
        Cell(clock(one["created"], language)),
        Cell(_megabytes(size, language), size / MEGABYTE, "number", 1),
        Cell(_state(one, kept.get(one["id"]), plan, language)),
    )


def _state(one: Mapping, freezing: Freezing | None, plan: Plan, language: str) -> str:
    """«in use», «kept for good since 12 Nov (R. Aalieva): shown to the collegium», «goes next»."""
    said = [t("keeping.in_use", language)] if one["in_use"] else []
    if freezing:
        said.append(_frozen(freezing, language))
    if one["id"] in plan.snapshots:
        said.append(t("keeping.goes", language))
    return "; ".join(said)


def _frozen(freezing: Freezing, language: str) -> str:
    words = t("keeping.since", language, at=clock(freezing.at, language))
    words += f" ({freezing.who})" if freezing.who else ""
    return f"{words}: {freezing.why}" if freezing.why else words


def _sentences(found: list[dict], plan: Plan, settings: Settings, language: str) -> tuple[str, ...]:
    """How much there is, how much of it would go, and how long lists of children stay."""
    there = sum(_size(settings, one["id"]) for one in found)
    many = plural("prune.snapshots", len(found), language, number=integer(len(found), language))
    sizes = {"size": _megabytes(there, language), "files": _originals(settings, language)}
    said = [t("keeping.there", language, snapshots=many, **sizes)]
    said.append(_would(plan, language))
    days = settings.keep_originals_days
    if days > 0:
        said.append(plural("keeping.days", days, language, number=integer(days, language)))
    return tuple(said)


def _would(plan: Plan, language: str) -> str:
    if plan.is_empty:
        return t("keeping.nothing_goes", language)
    counts = {
        what: plural(f"prune.{what}", len(names), language, number=integer(len(names), language))
        for what in ("snapshots", "originals", "children", "reports")
        if (names := getattr(plan, what))
    }
    size = _megabytes(plan.size, language)
    return t("keeping.would_go", language, what=", ".join(counts.values()), size=size)


def _originals(settings: Settings, language: str) -> str:
    """The size of the files as they were received."""
    found = (path.stat().st_size for path in places.files(settings.store).glob("*"))
    return _megabytes(sum(found), language)


def _size(settings: Settings, snapshot: str) -> int:
    path = places.database(settings.store, snapshot)
    return path.stat().st_size if path.exists() else 0


def _megabytes(size: int, language: str) -> str:
    return t("prune.megabytes", language, size=number(size / MEGABYTE, language, 1))
