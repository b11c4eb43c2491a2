"""Snapshots kept for good or no longer, and what is no longer needed removed."""

from collections.abc import Callable
from pathlib import Path

from flask import Flask, Response, request

from dashboard.errors import UserError
from dashboard.importer.children_listed import lists_children
from dashboard.roles import BRING
from dashboard.store import frozen, prune
from dashboard.web.allowed import only
from dashboard.web.posted import back, refused
from dashboard.web.site import Site

LONGEST = 200  # letters of a reason


def register_routes(server: Flask, site: Site) -> None:
    @server.post("/data/keeping/freeze")
    @only(site, BRING)
    def freeze() -> Response:
        why = request.form.get("why", "").strip()[:LONGEST]
        return _done(site, lambda: frozen.freeze(_store(site), _snapshot(), why, site.who))

    @server.post("/data/keeping/thaw")
    @only(site, BRING)
    def thaw() -> Response:
        return _done(site, lambda: frozen.thaw(_store(site), _snapshot(), site.who))

    @server.post("/data/keeping/prune")
    @only(site, BRING)
    def take_out() -> Response:
        return _done(site, lambda: prune.prune(site.settings, lists_children, site.who))


def _done(site: Site, work: Callable[[], object]) -> Response:
    try:
        work()
    except UserError as error:
        return refused(error, site)
    return back(site, "data", view="history")


def _store(site: Site) -> Path:
    return site.settings.store


def _snapshot() -> str:
    return request.form.get("snapshot", "")
