"""Which column is which, as a person tells it: shown, kept as a layout, changed, removed."""

from collections.abc import Callable

from flask import Flask, Response, request

from dashboard.errors import UserError
from dashboard.importer import desk_report, told_columns
from dashboard.importer.told_columns import ColumnsLacking, ColumnTwice, Place
from dashboard.panels.desk_columns import column_words
from dashboard.roles import BRING
from dashboard.store import batches, own_layouts
from dashboard.web.allowed import only
from dashboard.web.desk_names import check_again, whole
from dashboard.web.posted import back, refused
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here

STEPS = ("file", "sheet", "row", "high", "table")
COLUMN = "column-"


def register_routes(server: Flask, site: Site) -> None:
    @server.post("/data/columns/show")
    @only(site, BRING)
    def show_columns() -> Response:
        steps = {key: request.form.get(key, "") for key in STEPS}
        return back(site, "data", view="columns", batch=_batch(), **steps)

    @server.post("/data/columns")
    @only(site, BRING)
    def tell_columns() -> Response:
        return _done(site, lambda: told(site))

    @server.post("/data/columns/change")
    @only(site, BRING)
    def change_columns() -> Response:
        return _done(site, lambda: changed(site))

    @server.post("/data/columns/remove")
    @only(site, BRING)
    def remove_columns() -> Response:
        seen = whole(request.form.get("layout", ""))
        return _done(site, lambda: own_layouts.remove(site.settings.store, seen, site.who))


def told(site: Site) -> None:
    """The headings are read from the batch's own report, never from what a browser sends."""
    store, place = site.settings.store, _place()
    found = desk_report.read(store, _batch()) if batches.find(store, _batch()) else ()
    _, _, rows = told_columns.sheet_at(found, place)
    said = (request.form.get("name", ""), site.who)
    told_columns.save(store, rows, place, _chosen(), said)


def changed(site: Site) -> None:
    seen, name = whole(request.form.get("layout", "")), request.form.get("name", "")
    told_columns.change(site.settings.store, seen, _chosen(), name, site.who)


def _done(site: Site, work: Callable[[], None]) -> Response:
    try:
        work()
    except (ColumnsLacking, ColumnTwice) as error:
        language = spoken_here(site.settings)
        words = ", ".join(column_words(name, language) for name in error.about["columns"])
        return refused(type(error)(columns=words), site)
    except UserError as error:
        return refused(error, site)
    check_again(site.settings, _batch())
    return back(site, "data", view="columns", batch=_batch())


def _place() -> Place:
    file, sheet, row, high = (whole(request.form.get(key, "")) for key in STEPS[:4])
    return Place(file, sheet, row - 1 if row else 0, high, request.form.get("table", ""))


def _chosen() -> dict[int, str]:
    said = request.form.items()
    named = {key.removeprefix(COLUMN): v for key, v in said if v and key.startswith(COLUMN)}
    return {int(place): named[place] for place in named if place.isascii() and place.isdecimal()}


def _batch() -> str:
    return request.form.get("batch", "")
