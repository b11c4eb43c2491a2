"""`/healthz`: is there something to show, and how old is it?"""

from datetime import UTC, datetime

from flask import Flask, Response, jsonify

from dashboard.errors import UserError
from dashboard.i18n import t
from dashboard.roles import LOGIN
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here


def register_routes(server: Flask, site: Site) -> None:
    @server.get("/healthz")
    def healthz() -> tuple[Response, int]:
        try:
            snapshot = site.reader.current()
        except UserError as error:
            return jsonify(snapshot=None, **_reason(error, site)), 503
        age = datetime.now(UTC) - datetime.fromisoformat(snapshot.created)
        return jsonify(
            snapshot=snapshot.id, created=snapshot.created, age_seconds=int(age.total_seconds())
        ), 200


def _reason(error: UserError, site: Site) -> dict[str, str]:
    """Whoever watches a server from outside need not know more than that it has nothing."""
    if site.settings.access == LOGIN:
        return {}
    return {"reason": t(error.key, spoken_here(site.settings), **error.about)}
