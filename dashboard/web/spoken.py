"""Which language a request is answered in: the address, the browser, the setting."""

from flask import g, has_request_context, request

from dashboard.i18n import LANGUAGES, known
from dashboard.settings import Settings


def spoken(asked: object, settings: Settings) -> str:
    """`asked` is whatever stands in the address; several or unknown ones are dropped."""
    language = known(asked) or _browser() or known(settings.language) or LANGUAGES[0]
    if has_request_context():
        g.language = language
    return language


def spoken_here(settings: Settings) -> str:
    """The language that this request has already been answered in, else what it asks for."""
    if not has_request_context():
        return known(settings.language) or LANGUAGES[0]
    return g.get("language") or spoken(request.args.get("lang"), settings)


def _browser() -> str | None:
    return request.accept_languages.best_match(LANGUAGES) if has_request_context() else None
