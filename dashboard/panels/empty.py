"""Why a block has nothing to show, and what to do."""

from dashboard.i18n import has, t
from dashboard.metrics import metric, metrics
from dashboard.metrics.counts import periods
from dashboard.metrics.registers import schools
from dashboard.metrics.times import taken
from dashboard.metrics.unmarked import unmarked_grades
from dashboard.panels import lives
from dashboard.panels.view import Asking
from dashboard.spec.page import Block, Page


def why(page: Page, block: Block, asking: Asking) -> str:
    """A block whose data few districts import names what to import, if there never were any:
    `block.<page>.<key>.empty`. Else the choice is too narrow."""
    language, own = asking.view.language, f"block.{page.key}.{block.key}.empty"
    never = not periods(asking.snapshot, metric(block.metrics[0]).view)
    return t(own, language) if never and has(own, language) else nothing(asking)


def said(why: str, asking: Asking) -> str:
    """`panel.<why>`; of a choice without data the reason."""
    return nothing(asking) if why == "empty" else t(f"panel.{why}", asking.view.language)


def nothing(asking: Asking) -> str:
    """Why a choice has no data: no such school, no such year, a school that was not open, grades
    that carry no marks; else that it is too narrow or its exports were not imported."""
    known = no_school(asking) or _no_year(asking) or lives.all_away(asking)
    return known or _no_marks(asking) or _too_narrow(asking)


def no_school(asking: Asking) -> str:
    """That none of the chosen schools is registered; empty where one is or none is chosen."""
    chosen = asking.view.filters.where().get("school", ())
    known = schools(asking.snapshot)
    if not chosen or any(code in known for code in chosen):
        return ""
    return t("empty.no_school", asking.view.language, codes=", ".join(chosen))


def _no_year(asking: Asking) -> str:
    chosen = asking.view.filters.where().get("year", ())
    views = {card.view for card in metrics().values()}
    known = {row.get("year") for view in views for row in periods(asking.snapshot, view)}
    if not chosen or known & {*chosen}:
        return ""
    return t("empty.no_year", asking.view.language, year=", ".join(chosen))


def _no_marks(asking: Asking) -> str:
    where = asking.view.filters.where()
    year = taken(asking.snapshot, metric("quality"), (), {}).year
    year = next(iter(where.get("year", ())), year)
    grades = where.get("grade", ())
    if not grades or not year or {*grades} - {*unmarked_grades(asking.snapshot, year)}:
        return ""
    return t("empty.no_marks", asking.view.language, grades=", ".join(map(str, grades)), year=year)


def _too_narrow(asking: Asking) -> str:
    return t("panel.empty", asking.view.language)
