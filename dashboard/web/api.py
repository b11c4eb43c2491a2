"""`/api/metrics/<metric>.<json|csv>`: the rows of `tirek query`, for Excel and other programs."""

from flask import Flask, Response, abort, request

from dashboard import questions
from dashboard.errors import UserError, WrongCall
from dashboard.i18n import t
from dashboard.metrics import ask, listing
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here

FORMATS = {
    "json": (listing.as_json, "application/json"),
    "csv": (listing.as_csv, "text/csv; charset=utf-8"),
}


def register_routes(server: Flask, site: Site) -> None:
    @server.get("/api/metrics/<metric>.<form>")
    def api(metric: str, form: str) -> Response:
        if form not in FORMATS:
            abort(404)
        question = questions.addressed(metric, request.args.to_dict(flat=False))
        write, mime = FORMATS[form]
        try:
            answer = ask(question, site.reader.current(), site.settings)
        except UserError as error:
            return _refusal(error, spoken_here(site.settings))
        return Response(write(answer), mimetype=mime)


def _refusal(error: UserError, language: str) -> Response:
    """Never a page for a program: one sentence, and a status that says whose fault it is."""
    status = 404 if isinstance(error, WrongCall) else 503
    return Response(t(error.key, language, **error.about), status, mimetype="text/plain")
