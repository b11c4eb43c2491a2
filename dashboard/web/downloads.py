"""`/export/<page>.<format>?<the page's own query>`: a link, not a callback. One block alone leaves
by `/export/<page>/<block>.<format>`."""

from dataclasses import replace

from flask import Flask, Response, abort, request

from dashboard.errors import UserError
from dashboard.exports import FORMATS, report
from dashboard.i18n import t
from dashboard.spec.page import Page
from dashboard.store import audit
from dashboard.web import address
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here


def register_routes(server: Flask, site: Site) -> None:
    @server.get("/export/<key>.<form>")
    def export(key: str, form: str) -> Response:
        if key not in site.pages or form not in FORMATS:
            abort(404)
        return _answer(site.pages[key], key, form, site)

    @server.get("/export/<key>/<part>.<form>")
    def export_block(key: str, part: str, form: str) -> Response:
        if key not in site.pages or form not in FORMATS:
            abort(404)
        page = site.pages[key]
        blocks = tuple(block for block in page.blocks if block.key == part)
        if not blocks:
            abort(404)
        return _answer(replace(page, blocks=blocks), f"{key}-{part}", form, site)


def _answer(page: Page, name: str, form: str, site: Site) -> Response:
    """`page` may have only some of its blocks."""
    language = spoken_here(site.settings)
    view = address.read(page, request.args.to_dict(flat=False), language, site.settings)
    try:
        made = report.make(page, view, site.reader.current(), site.settings)
    except UserError as error:
        return Response(t(error.key, language, **error.about), 503, mimetype="text/plain")
    if view.small or any(panel.marks.get("looked") for _, panel in made.panels):
        audit.log(site.settings.store, audit.SMALL_EXPORTED, request.full_path, site.who)
    answer = Response(FORMATS[form].write(made), content_type=FORMATS[form].MIME)
    answer.headers["Content-Disposition"] = f'attachment; filename="tirek-{name}.{form}"'
    return answer
