"""Who comes in: asked before any route, whatever it is. What is not open here is closed."""

from ipaddress import ip_address
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, g, redirect, request
from flask.testing import FlaskClient
from flask_login import current_user
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.i18n import t
from dashboard.roles import LOGIN
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here

OURS = "tirek.ours"  # in the WSGI environment, where no header of a client can put it
OPEN = {"login", "enter", "logout", "healthz", "bootstrap", "_dash_assets.static"}  # endpoints
PAGES = {"/", "/<path:path>"}  # Dash answers these with the page itself
SAFE = {"GET", "HEAD", "OPTIONS"}
THIS_MACHINE = {"localhost", "127.0.0.1", "[::1]"}


def close(server: Flask, site: Site) -> None:
    """Every request passes here first, those to addresses that do not exist as well."""
    if site.base.proxies:
        told = dict.fromkeys(("x_for", "x_proto", "x_host"), site.base.proxies)
        server.wsgi_app = ProxyFix(server.wsgi_app, **told)

    @server.before_request
    def ask() -> Response | None:
        g.ours = OURS in request.environ
        if g.ours:
            return None
        if forged():
            return _refused("door.forged", 403, site)
        return _known(site) if site.base.access == LOGIN else _near(site)


def inside(server: Flask) -> FlaskClient:
    """For the process itself, which need not log in."""
    client = server.test_client()
    client.environ_base[OURS] = True
    return client


def forged() -> bool:
    """Whether another site's page sent this. Programs that are no browser say nothing of it."""
    if request.method in SAFE:
        return False
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host


def ours(address: str) -> str:
    """Where to go after the log-in: a path of our own, else the first page."""
    odd = not address.isprintable() or "\\" in address
    if odd or not address.startswith("/") or address.startswith(("//", "/login", "/logout")):
        return "/"
    return address


def _known(site: Site) -> Response | None:
    if request.endpoint in OPEN:
        return None
    if current_user.is_authenticated:
        g.person = current_user.person
        return None
    rule = request.url_rule
    if request.method == "GET" and rule is not None and rule.rule in PAGES:
        return redirect(to_login(request.full_path.removesuffix("?"), site), 303)
    return _refused("door.first", 401, site, address=request.url_root + "login")


def to_login(after: str, site: Site) -> str:
    """The address of the log-in, which leads on to `after`."""
    return "/login?" + urlencode({"next": after, "lang": spoken_here(site.settings)})


def _near(site: Site) -> Response | None:
    """Without a log-in only this machine is answered, and only under its own name: a page of
    another site may have its name lead here."""
    if _loops_back(request.remote_addr or "") and _own_name(request.host):
        return None
    return _refused("door.elsewhere", 403, site)


def _loops_back(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


def _own_name(host: str) -> bool:
    name, _, port = host.rpartition(":")
    return (name if port.isdigit() else host).lower() in THIS_MACHINE


def _refused(key: str, status: int, site: Site, **about: str) -> Response:
    words = t(key, spoken_here(site.settings), **about)
    return Response(words, status, content_type="text/plain; charset=utf-8")
