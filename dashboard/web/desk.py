"""What is sent from the import desk: files dropped, a batch checked, answered, loaded, undone."""

from collections.abc import Callable
from functools import partial

from flask import Flask, Response, abort, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.errors import UserError
from dashboard.importer import desk_batch, desk_waiting
from dashboard.importer.desk import MEGABYTE
from dashboard.panels.desk_asked import KEYS
from dashboard.panels.desk_words import progress
from dashboard.roles import BRING
from dashboard.store import batches, snapshots
from dashboard.web.allowed import only
from dashboard.web.posted import back, refused
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here

MOST_FILES = 20_000  # of one drop: a whole oblast's folder
ASKED = frozenset(KEYS.values())


def register_routes(server: Flask, site: Site) -> None:
    for name, (work, view) in WORK.items():
        route = only(site, BRING)(partial(_done, site, work, view))
        server.add_url_rule(f"/data/{name}", f"data_{name}", route, methods=["POST"])

    @server.get("/data/batch/<batch>.json")
    @only(site, BRING)
    def far(batch: str) -> Response:
        try:
            found = desk_batch.look(site.settings, batch)
        except UserError:
            abort(404)
        words = progress(found, spoken_here(site.settings))
        return jsonify(state=found.state, done=found.done, total=found.total, words=words)


def dropped(site: Site) -> str:
    """The id of a new batch of the files that were sent."""
    request.max_content_length = site.settings.largest_drop * MEGABYTE
    request.max_form_parts = MOST_FILES
    given = [(file.filename, file.stream) for file in request.files.getlist("files")]
    try:
        return desk_batch.receive([one for one in given if one[0]], site.settings, site.who)
    finally:
        request.close()  # each larger file holds a place among those that a process may open


def again(site: Site) -> str:
    """Rows of files loaded before wait for a name: as a batch of its own."""
    kept = desk_waiting.waiting(site.reader.current_or_none())
    return desk_batch.again(kept, site.settings, site.who)


def checked(site: Site) -> str:
    desk_batch.check_again(site.settings, _batch())
    return _batch()


def loaded(site: Site) -> str:
    desk_batch.load(site.settings, _batch(), site.who)
    return _batch()


def discarded(site: Site) -> str:
    desk_batch.discard(site.settings, _batch())
    return ""


def answered(site: Site) -> str:
    """Of each file its own answer, else the one for all; then the batch is checked again."""
    told = []
    for place, key, path in zip(*map(request.form.getlist, ("place", "key", "path"))):
        own, for_all = (request.form.get(k, "").strip() for k in (f"own-{place}", f"all-{key}"))
        value = own or for_all  # an empty field may arrive as the end of a line
        told += [(path, key, value)] if value and key in ASKED else []
    desk_batch.answer(site.settings, _batch(), told, site.who)
    if told:
        desk_batch.check_again(site.settings, _batch())
    return _batch()


def undone(site: Site) -> str:
    return _moved(site, snapshots.undo)


def redone(site: Site) -> str:
    return _moved(site, snapshots.redo)


def _moved(site: Site, move: Callable[..., str]) -> str:
    """Only from what the person saw: a second click takes back nothing more."""
    store = site.settings.store
    if any(batch.state == "loading" for batch in batches.batches(store)):
        raise desk_batch.BatchBusy
    move(store, site.who, request.form.get("snapshot", ""))
    return ""


def _batch() -> str:
    return request.form.get("batch", "")


def _done(site: Site, work: Callable[[Site], str], view: str) -> Response:
    """To the batch; or why nothing was done, in a sentence."""
    try:
        return back(site, "data", view=view, batch=work(site))
    except UserError as error:
        return refused(error, site)
    except RequestEntityTooLarge:
        return refused(TooMuch(limit=site.settings.largest_drop), site)
    except OSError as error:
        return refused(Disk(reason=error.strerror or str(error)), site)


class TooMuch(UserError):
    key = "error.drop_too_large"


class Disk(UserError):
    key = "error.disk"


# By the end of its address what is done, and the tab where it leads.
WORK: dict[str, tuple[Callable[[Site], str], str]] = {
    "drop": (dropped, ""),
    "again": (again, ""),
    "check": (checked, ""),
    "load": (loaded, ""),
    "discard": (discarded, ""),
    "answer": (answered, ""),
    "undo": (undone, "history"),
    "redo": (redone, "history"),
}
