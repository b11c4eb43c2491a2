"""`/login` and `/logout`: a person says who they are, and that they go."""

from datetime import timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Flask, Response, redirect, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from dashboard.errors import UserError
from dashboard.i18n import t
from dashboard.roles import LOGIN
from dashboard.store import attempts, audit, users
from dashboard.store.users import Person
from dashboard.web import login_page
from dashboard.web.door import ours
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here

LONGEST = 16 * 1024  # bytes of a log-in


class Visitor(UserMixin):
    """What flask-login knows of a person: the cookie holds the visit, not the name."""

    def __init__(self, person: Person, visit: str) -> None:
        self.person, self.id = person, visit


def register_routes(server: Flask, site: Site) -> None:
    """Nothing where everybody sits at this machine."""
    if site.base.access != LOGIN:
        return
    _sign(server, site)

    @server.get("/login")
    def login() -> Response:
        if current_user.is_authenticated:
            return redirect(ours(request.args.get("next", "/")), 303)
        return _page(site, request.args.get("next", "/"))

    @server.post("/login")
    def enter() -> Response:
        request.max_content_length = LONGEST
        try:
            return _enter(site)
        except attempts.TooMany as error:
            return _said(site, error, 429)

    @server.post("/logout")
    def logout() -> Response:
        if current_user.is_authenticated:
            _end_visit(site, current_user.person, current_user.id)
        return redirect(f"/login?lang={spoken_here(site.settings)}", 303)


def _sign(server: Flask, site: Site) -> None:
    """Sessions are signed cookies that hold nothing but the name of a visit."""
    server.config.update(
        SECRET_KEY=site.base.secret_key,
        SESSION_COOKIE_NAME="tirek",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=site.base.session_hours),
    )
    server.session_interface.get_cookie_secure = lambda _app: request.is_secure
    manager = LoginManager(server)
    manager.session_protection = None  # a phone changes its address on the way

    @manager.user_loader
    def load(visit: str) -> Visitor | None:
        person = users.visiting(site.base.store, visit, site.base.session_hours)
        return Visitor(person, visit) if person else None


def _enter(site: Site) -> Response:
    """Raises TooMany."""
    store, name = site.base.store, request.form.get("name", "")
    address = request.remote_addr or ""
    knock = attempts.Knock.of(name, address, site.base.secret_key)
    attempts.begin(store, knock)
    person = users.check(store, name, request.form.get("password", ""))
    if person is None:
        audit.log(store, users.REFUSED, address)  # not the name: it may be a password
        return _said(site, WrongName(), 401)
    attempts.forget(store, knock)
    _begin_visit(site, person, address)
    return redirect(spoken_in(ours(request.form.get("next", "/")), spoken_here(site.settings)), 303)


class WrongName(UserError):
    key = "error.wrong_log_in"


def _begin_visit(site: Site, person: Person, address: str) -> None:
    session.clear()
    session.permanent = True
    login_user(Visitor(person, users.welcome(site.base.store, person)))
    audit.log(site.base.store, users.CAME, address, person.name)


def _end_visit(site: Site, person: Person, visit: str) -> None:
    users.leave(site.base.store, visit, site.base.session_hours)
    audit.log(site.base.store, users.WENT, request.remote_addr or "", person.name)
    logout_user()
    session.clear()


def spoken_in(address: str, language: str) -> str:
    """The same page in the language that was chosen at the door."""
    parts = urlsplit(address)
    kept = [pair for pair in parse_qsl(parts.query) if pair[0] != "lang"]
    return f"{parts.path}?{urlencode([*kept, ('lang', language)])}"


def _page(site: Site, after: str, said: str = "", status: int = 200) -> Response:
    language = spoken_here(site.settings)
    page = login_page.page(language, ours(after), said, request.form.get("name", ""))
    return Response(page, status, mimetype="text/html")


def _said(site: Site, error: UserError, status: int) -> Response:
    words = t(error.key, spoken_here(site.settings), **error.about)
    return _page(site, request.form.get("next", "/"), words, status)
