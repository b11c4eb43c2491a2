"""What only some roles may do, whichever way it is asked for."""

from collections.abc import Callable
from functools import wraps

from flask import Response

from dashboard.i18n import t
from dashboard.roles import may
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here


def only(site: Site, what: str) -> Callable[[Callable], Callable]:
    """Decorates a route: a role that may not do `what` is refused with a sentence."""

    def decorate(route: Callable) -> Callable:
        @wraps(route)
        def guarded(**parts: str) -> object:
            if not may(site.settings.role, what):
                words = t("frame.not_for_you", spoken_here(site.settings))
                return Response(words, 403, mimetype="text/plain")
            return route(**parts)

        return guarded

    return decorate
