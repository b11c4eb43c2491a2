"""The door: without a log-in nothing is answered but the log-in; nothing from another site."""

from dataclasses import replace
from itertools import product

import pytest

from dashboard.i18n import LANGUAGES, t
from dashboard.settings import Settings
from dashboard.store import audit
from dashboard.web import ids
from dashboard.web.app import create_app
from dashboard.web.door import inside
from dashboard.web.site import make_site
from dashboard.web.warm import settle, warm
from tests.made_up_hall import published, tables
from tests.web.people import FORGED, PEOPLE, SCHOOL, enter, with_login

OPEN = {"/login", "/logout", "/healthz", "/bootstrap.css", "/assets/<path:filename>"}
OURS = {"/_dash-update-component", "/login", "/logout"}  # posts that any role may send
PARTS = {"key": "quality", "form": "csv", "part": "schools", "metric": "quality", "path": "quality"}
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


@pytest.fixture(scope="module")
def settings(tmp_path_factory) -> Settings:
    """In one process a store is opened with one memory only."""
    made = published(tmp_path_factory.mktemp("door"), tables())[1]
    return with_login(replace(made, role="methodist"))


@pytest.fixture(scope="module")
def app(settings):
    made = create_app(settings)
    inside(made.server).get("/_dash-dependencies")  # with the first request Dash is complete
    return made


@pytest.fixture(scope="module")
def server(app):
    return app.server


@pytest.fixture(scope="module")
def people(server):
    return {role: enter(server, name) for name, role in PEOPLE.items()}


def _asked(rule) -> str:
    return rule.rule if not rule.arguments else _filled(rule)


def _filled(rule) -> str:
    """The address of a rule, its parts those of something that is there."""
    parts = {name: PARTS.get(name, "1") for name in rule.arguments}
    return rule.build(parts)[1]


def _routes(server):
    for rule in server.url_map.iter_rules():
        for method in sorted(rule.methods - {"HEAD"}):
            yield rule, method


def test_without_a_log_in_every_route_asks_for_it(server):
    """Whatever route is added, by whomever, and by whichever method."""
    stranger, walked = server.test_client(), set()
    for rule, method in _routes(server):
        if rule.rule in OPEN:
            continue
        with stranger.open(_asked(rule), method=method) as answer:
            assert answer.status_code in (303, 401), (rule.rule, method)
            assert answer.status_code == 401 or "/login?next=" in answer.location
        walked.add(rule.rule)
    assert len(walked) > 12


def test_without_a_log_in_an_address_that_does_not_exist_says_no_more(server):
    for method, address in product(("GET", "POST", "DELETE"), ("/none", "/export/none.csv")):
        assert server.test_client().open(address, method=method).status_code in (303, 401)


def test_without_a_log_in_no_callback_is_answered(app):
    assert app.callback_map
    for output, callback in app.callback_map.items():
        body = {"output": output, "inputs": callback["inputs"], "state": callback["state"]}
        answer = app.server.test_client().post("/_dash-update-component", json=body)
        assert (answer.status_code, answer.mimetype) == (401, "text/plain"), output


def test_only_what_is_the_same_for_everybody_is_open(server):
    stranger = server.test_client()
    for address in ("/bootstrap.css", "/assets/tirek.css", "/login"):
        with stranger.get(address) as answer:
            assert answer.status_code == 200
    told = stranger.get("/healthz").json
    assert set(told) == {"snapshot", "created", "age_seconds"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_refused_is_told_what_to_do_in_their_language(language, server):
    answer = server.test_client().get(f"/api/metrics/quality.json?lang={language}")
    assert answer.text == t("door.first", language, address="http://localhost/login")


@pytest.mark.parametrize("role", ["member", "school"])
def test_who_may_not_bring_data_cannot_send_any(role, people, server):
    """Neither import nor correct nor undo: each post of ours but the log-in's own is refused."""
    walked = 0
    for rule, method in _routes(server):
        if method not in UNSAFE or rule.rule in OURS:
            continue
        answer = people[role].open(_asked(rule), method=method)
        assert answer.status_code == 403, (rule.rule, method)
        walked += 1
    assert walked


@pytest.mark.parametrize("headers", FORGED, ids=str)
def test_what_another_site_sends_is_refused_whoever_is_logged_in(headers, people, server):
    for rule, method in _routes(server):
        if method in UNSAFE:
            answer = people["head"].open(_asked(rule), method=method, headers=headers)
            assert answer.status_code == 403, (rule.rule, method)
            assert answer.text == t("door.forged", "ky")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://behind.a.proxy"},
    ],
    ids=str,
)
def test_our_own_pages_may_send(headers, people):
    answer = people["head"].post("/_dash-update-component", json=_block(), headers=headers)
    assert answer.status_code == 200


def _block(page: str = "mentors", key: str = "directions", search: str = "?lang=en") -> dict:
    """A block as the browser asks for it."""
    of, state = ids.block(page, key), {"page": page, "search": search}
    return {
        "output": '{"key":["MATCH"],"kind":"block","page":["MATCH"]}.children',
        "outputs": {"id": of, "property": "children"},
        "inputs": [{"id": ids.STATE, "property": "data", "value": state}],
        "state": [{"id": of, "property": "id", "value": of}],
        "changedPropIds": [f"{ids.STATE}.data"],
    }


def test_each_person_is_answered_by_their_own_role(people):
    """One server, one shelf of drawn blocks: what one may see is not kept for the other."""
    asked = "/api/metrics/mentors_live.json?by=school"
    for _ in range(2):
        assert people["methodist"].get(asked).json
        assert not people["member"].get(asked).json
    drawn = [
        people[role].post("/_dash-update-component", json=_block(key="left_out")).data
        for role in ("methodist", "member", "methodist")
    ]
    assert drawn[0] == drawn[2]
    assert drawn[0] != drawn[1]


@pytest.fixture(scope="module")
def told(settings):
    """A server with one route more, which says who asks."""
    site = make_site(settings)
    server = create_app(settings, site).server

    @server.get("/who")
    def who():
        return [site.who, site.settings.role, site.settings.school]

    return server


def test_the_site_knows_who_asks(told):
    for name, role in PEOPLE.items():
        school = SCHOOL if role == "school" else ""
        assert enter(told, name).get("/who").json == [name, role, school]


def test_outside_a_request_nobody_asks_and_may_nothing(settings):
    site = make_site(settings)
    assert (site.who, site.settings.role, site.settings.school) == ("", "nobody", "")
    assert make_site(replace(settings, access="local")).settings.role == "methodist"


def test_the_process_itself_needs_no_log_in(server):
    assert inside(server).get("/_dash-layout").status_code == 200
    assert inside(server).get("/api/metrics/mentors_live.json?by=school").json
    warm(server)
    settle(server)
    forged = {"tirek.ours": "1", "Tirek-Ours": "1", "HTTP_TIREK.OURS": "1"}
    assert server.test_client().get("/_dash-layout", headers=forged).status_code == 401


def test_with_a_log_in_any_machine_may_come_to_the_door(server):
    far = {"headers": {"Host": "tirek.example"}, "environ_base": {"REMOTE_ADDR": "192.168.1.5"}}
    assert server.test_client().get("/login", **far).status_code == 200
    assert server.test_client().get("/quality", **far).status_code == 303


def test_every_answer_says_what_the_browser_may_do(server, people):
    for client in (server.test_client(), people["head"]):
        for path in ("/", "/login", "/none.csv", "/healthz", "/assets/tirek.css", "/_dash-layout"):
            with client.get(path) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "default-src 'self'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "http" not in policy
            scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
            assert "unsafe" not in scripts


def test_what_holds_persons_is_kept_nowhere(people, server):
    for path in ("/", "/quality", "/_dash-layout", "/export/mentors.csv", "/login"):
        assert people["head"].get(path).headers["Cache-Control"] == "no-store", path
    for path in ("/bootstrap.css", "/assets/tirek.css"):
        with people["head"].get(path) as answer:
            assert "no-store" not in answer.headers["Cache-Control"]


def test_each_persons_look_at_small_numbers_is_written_down_with_the_name(settings):
    server = create_app(replace(settings, small_numbers=True)).server
    inside(server).get("/_dash-dependencies")
    for name in ("Айгүл", "Бакыт"):
        client = enter(server, name)
        client.get("/export/quality.csv?small=shown")
        client.post("/_dash-update-component", json=_block("quality", "schools", "?small=shown"))
    seen = [entry.who for entry in audit.entries(settings.store) if "small" in entry.what]
    assert seen == ["Айгүл", "Айгүл", "Бакыт", "Бакыт"]
