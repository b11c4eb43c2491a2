"""`/original/<source_id>`: a file as it was received, bit for bit, for those who bring them."""

import io
from pathlib import PurePosixPath

from flask import Flask, Response, abort, send_file

from dashboard.errors import UserError
from dashboard.i18n import t
from dashboard.roles import BRING
from dashboard.store import audit, files, provenance
from dashboard.web.allowed import only
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here

TAKEN = "original_taken"


def register_routes(server: Flask, site: Site) -> None:
    @server.get("/original/<int:source_id>")
    @only(site, BRING)
    def original(source_id: int) -> Response:
        try:
            return _answer(source_id, site)
        except UserError as error:
            words = t(error.key, spoken_here(site.settings), **error.about)
            return Response(words, 404, mimetype="text/plain")


def _answer(source_id: int, site: Site) -> Response:
    """Written down before it leaves: it holds the names of children."""
    found = provenance.source(site.reader.current(), source_id)
    if found is None:
        abort(404)
    sha256, name = found
    data = files.load(site.settings.store, sha256)
    audit.log(site.settings.store, TAKEN, f"{name} {sha256}", who=site.who)
    return send_file(
        io.BytesIO(data),
        mimetype="application/octet-stream",  # never opened by the browser itself
        as_attachment=True,
        download_name=own_name(name),
        max_age=0,
    )


def own_name(name: str) -> str:
    """The last part of whatever path the file came by, in signs that a header may hold."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(sign if sign.isprintable() else " " for sign in last).strip() or "file"
