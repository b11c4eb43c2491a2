"""Where a form leads: back to a page, or a sentence that says why nothing was done."""

from urllib.parse import urlencode

from flask import Response, redirect

from dashboard.errors import UserError
from dashboard.i18n import t
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here


def back(site: Site, page: str, **beside: str) -> Response:
    """To a page in the language of the request; `beside` stands in its address, empty ones not."""
    said = {key: value for key, value in beside.items() if value}
    query = urlencode({**said, "lang": spoken_here(site.settings)})
    return redirect(f"{site.pages[page].path}?{query}", 303)


def refused(error: UserError, site: Site) -> Response:
    """assets/tirek.js shows it above the page, which stays as it is."""
    words = t(error.key, spoken_here(site.settings), **error.about)
    return Response(words, 422, content_type="text/plain; charset=utf-8")
