"""What a person answered of names that nobody knew: kept, taken back, the batch checked again."""

from collections.abc import Callable
from contextlib import suppress

from flask import Flask, Response, request

from dashboard.errors import UserError
from dashboard.importer import asked_names, desk_batch, desk_report
from dashboard.roles import BRING
from dashboard.settings import Settings
from dashboard.store import aliases, batches
from dashboard.web.allowed import only
from dashboard.web.posted import back, refused
from dashboard.web.site import Site


def register_routes(server: Flask, site: Site) -> None:
    @server.post("/data/names")
    @only(site, BRING)
    def answer_names() -> Response:
        return _done(site, lambda: answered(site))

    @server.post("/data/names/back")
    @only(site, BRING)
    def take_name_back() -> Response:
        return _done(site, lambda: taken_back(site))


def answered(site: Site) -> None:
    """Whatever of the list has an answer. Of two people the second hears what the first said."""
    settings, batch = site.settings, request.form.get("batch", "")
    found = desk_report.read(settings.store, batch) if batches.find(settings.store, batch) else ()
    known = asked_names.codes(site.reader.current_or_none(), found)
    try:
        if asked_names.save(settings.store, _told(), known, site.who):
            check_again(settings, batch)
    except aliases.AnsweredMeanwhile:  # of one name; the others of the list were kept
        check_again(settings, batch)
        raise


def taken_back(site: Site) -> None:
    aliases.take_back(site.settings.store, whole(request.form.get("answer", "")), site.who)


def check_again(settings: Settings, batch: str) -> None:
    """A batch that is at work, or was loaded, says that something was answered meanwhile."""
    if batches.find(settings.store, batch) is None:
        return
    batches.answered(settings.store, batch)
    with suppress(desk_batch.BatchBusy):
        desk_batch.check_again(settings, batch)


def _told() -> list[tuple[str, str, str, int]]:
    columns = (request.form.getlist(name) for name in ("place", "kind", "text", "seen"))
    return [
        (kind, text, request.form.get(f"code-{place}", "").strip(), whole(seen))
        for place, kind, text, seen in zip(*columns)
    ]


def whole(said: str) -> int:
    """The number of an answer as a form carries it; 0 for anything else."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else 0


def _done(site: Site, work: Callable[[], None]) -> Response:
    try:
        work()
    except UserError as error:
        return refused(error, site)
    return back(site, "data", view="names", batch=request.form.get("batch", ""))
