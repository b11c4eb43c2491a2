"""What every answer tells the browser: take nothing from elsewhere, keep nothing of persons."""

from collections.abc import Callable, Sequence

from flask import Flask, Response, request

from dashboard.roles import LOGIN
from dashboard.web.site import Site

ALIKE = {"bootstrap", "_dash_assets.static", "serve_component_suites"}  # the same for everybody
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def declare(server: Flask, site: Site, scripts: Callable[[], Sequence[str]]) -> None:
    """`scripts` gives the hashes of those that stand in the page itself, all of them once Dash has
    seen its first request."""

    @server.after_request
    def say(answer: Response) -> Response:
        answer.headers.update(FIXED)
        inside = scripts() if answer.mimetype == "text/html" else ()
        answer.headers["Content-Security-Policy"] = policy(inside)
        if site.base.access == LOGIN and request.endpoint not in ALIKE:
            answer.headers["Cache-Control"] = "no-store"
        return answer


def policy(scripts: Sequence[str]) -> str:
    """Charts draw their pictures as data: and blob:; Dash writes styles into the page."""
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *scripts]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )
