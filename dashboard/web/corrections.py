"""Where a row that was put right by hand is sent, and where a correction is taken back."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request

from dashboard.components.correcting import ASKED, LONGEST, ROUTE, SEEN
from dashboard.errors import UserError
from dashboard.importer import correcting
from dashboard.importer.correcting import Asked
from dashboard.roles import BRING
from dashboard.store import audit
from dashboard.web.allowed import only
from dashboard.web.desk import Disk
from dashboard.web.posted import back, refused
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here

CORRECTED, TAKEN_BACK = "corrected", "correction_taken_back"
VIEW = "changes"  # the tab where they are listed


def register_routes(server: Flask, site: Site) -> None:
    @server.post(ROUTE)
    @only(site, BRING)
    def correct() -> Response:
        return _correct(site)

    @server.post("/data/corrections/<int:number>/withdraw")
    @only(site, BRING)
    def withdraw(number: int) -> Response:
        return _take_back(number, site)


def _correct(site: Site) -> Response:
    asked, language = _asked(), spoken_here(site.settings)
    work = partial(correcting.correct, site.settings, asked, language, site.who)
    return _done(work, site, CORRECTED, asked.table, request.form.get("then", ""))


def _take_back(number: int, site: Site) -> Response:
    work = partial(correcting.take_back, site.settings, number, site.who)
    return _done(work, site, TAKEN_BACK, str(number), "")


def _done(
    work: Callable[[], list[int] | None], site: Site, what: str, of: str, then: str
) -> Response:
    """Written down beside the snapshots: an undo takes back the correction, not that it was made.
    It says no value and no key, which may be a teacher's."""
    try:
        numbers = work()
    except UserError as error:
        return refused(error, site)
    except OSError as error:
        return refused(Disk(reason=error.strerror or str(error)), site)
    audit.log(site.settings.store, what, f"{of} {numbers or ''}".strip(), site.who)
    return _to(then, site)


def _asked() -> Asked:
    sent = request.form
    return Asked(
        table=sent.get("table", ""),
        key=sent.get("key", ""),
        new=_under(ASKED),
        why=sent.get("why", "")[:LONGEST],
        seen=_under(SEEN),
        sure="sure" in sent,
    )


def _under(prefix: str) -> dict[str, str]:
    sent = request.form.items()
    return {name.removeprefix(prefix): text for name, text in sent if name.startswith(prefix)}


def _to(then: str, site: Site) -> Response:
    """Where the form stood; an address that is none of our pages leads to the list."""
    address = urlsplit(then)
    ours = not (address.scheme or address.netloc)
    if ours and address.path in {page.path for page in site.pages.values()}:
        return redirect(f"{address.path}?{address.query}", 303)
    return back(site, "data", view=VIEW)
