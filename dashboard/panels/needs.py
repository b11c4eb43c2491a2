"""Which subjects of which schools need help: their quality is low beyond chance, district-wide."""

from dataclasses import dataclass

from dashboard.metrics.registers import subjects
from dashboard.panels import apart, spread
from dashboard.panels.crossing import crossing
from dashboard.panels.view import Asking, View
from dashboard.settings import Settings
from dashboard.spec.answer import Taken, Value
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Page
from dashboard.statistics.assignment import Need
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

METRIC, BY = "quality", ("school", "subject")


@dataclass(frozen=True, slots=True)
class Low:
    """A need, and the shown value that it stands on beside the district's (0-1)."""

    need: Need
    value: Value
    district: float


@dataclass(frozen=True, slots=True)
class Needs:
    low: tuple[Low, ...]  # where most pupils are concerned first
    taken: Taken
    use: spread.Used
    compared: int  # cells that could be looked at; hidden ones never are


def needs(page: Page, asking: Asking) -> Needs:
    """By the same limits as on the page of quality; the filters of this page do not narrow them,
    and what is hidden stays out even where small numbers are shown."""
    chance = spread.wanted(page, asking.view)
    return _needs(asking.snapshot, asking.settings, asking.view.rule, chance)


def cells(asking: Asking) -> list[apart.Beside]:
    """What needs are sought among: of the whole district, without what is hidden."""
    whole = _whole(asking.snapshot, asking.settings, asking.view.rule)
    return apart.shown(crossing(METRIC, BY, whole))


def low(cell: apart.Beside, snapshot: Snapshot) -> Low:
    """A cell below the district as a need of its school."""
    school, subject = cell.value.key
    need = Need(school, subject, subjects(snapshot)[subject].area, max(1, -cell.gap))
    return Low(need, cell.value, cell.district)


def is_asked(need: Need, asking: Asking) -> bool:
    """Whether it is of the chosen subjects and directions."""
    where, own = asking.view.filters.where(), {"subject": need.subject, "direction": need.area}
    return all(code in where[key] for key, code in own.items() if where.get(key))


def _whole(snapshot: Snapshot, settings: Settings, rule: str) -> Asking:
    return Asking(snapshot, settings, View(FilterState((), {}), settings.language, rule))


def _read(snapshot: Snapshot, settings: Settings, rule: str, chance: bool) -> Needs:
    asking = _whole(snapshot, settings, rule)
    found = crossing(METRIC, BY, asking)
    shown = apart.shown(found)
    use = spread.settled(*apart.usual(METRIC, found, shown, asking), chance)
    lower, _ = apart.sides(shown, use.spread)
    return Needs(tuple(low(cell, snapshot) for cell in lower), found.answer.taken, use, len(shown))


_needs = Kept(_read, size=16)
