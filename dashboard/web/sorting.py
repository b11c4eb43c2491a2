"""The heads of a table lead to the same view in another order; the address holds it."""

from dataclasses import replace

from dashboard.panels import View
from dashboard.spec.page import Page
from dashboard.spec.panel import Panel
from dashboard.web.address import write


def sortable(panel: Panel, page: Page, view: View) -> Panel:
    """`marks["sorts"]` of a panel names the columns that it can be ordered by."""
    names = panel.marks.get("sorts", ())
    links = {name: page.path + write(view, page, sort=_turned(name, view.sort)) for name in names}
    wanted = view.sort.removeprefix("-")
    way = "descending" if view.sort.startswith("-") else "ascending"
    said = {wanted: way} if wanted in names else {}
    return replace(panel, marks={**panel.marks, "sort": links, "sorted": said})


def _turned(name: str, sort: str) -> str:
    """The greatest first; a second click turns it round. Names begin at their first letter."""
    if name == "name":
        return "-name" if sort == "name" else "name"
    return name if sort == f"-{name}" else f"-{name}"
