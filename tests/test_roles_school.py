"""A school's own server: its own pupils' codes, and of everything else what a member sees.

Every address that the application answers is walked, also with forged schools; an address that is
new has to be written down here.
"""

import re
from dataclasses import replace
from io import BytesIO
from itertools import product
from zipfile import ZipFile

import orjson
import pytest

from dashboard import panels
from dashboard.discover import discover
from dashboard.exports import FORMATS
from dashboard.metrics import ask, metrics
from dashboard.metrics.counts import takes
from dashboard.panels import View
from dashboard.roles import MAY, may, own_school, sees_children, sees_children_of
from dashboard.spec.answer import Question
from dashboard.spec.filters import FilterState
from dashboard.web.api import FORMATS as API_FORMATS
from dashboard.web.app import create_app
from dashboard.web.callbacks import choose_values, follow_state
from dashboard.web.shell import page_layout
from dashboard.web.site import make_site
from tests.made_up_hall import IDS, MENTOR, NAME, PERSON, published, tables
from tests.made_up_read import reading

OWN, OTHER = "S02", "S01"
CODE = "QPX"  # pupils' codes begin with it, then comes the school
PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}
FILTERED = [page for page in PAGES.values() if not page.live]  # the others are built anew
BLOCKS = [pytest.param(p, b, id=f"{p.key}-{b.key}") for p in PAGES.values() for b in p.blocks]
FORGED = (
    f"?school={OTHER}",
    f"?school={OTHER}&school={OWN}",
    f"?small=shown&school={OTHER}&grade=2",
    f"?view=help&school={OTHER}&norm_set=ru_gym13",
)
CHOSEN = ("", f"?school={OWN}", "?view=help&grade=2")
# Addresses of the application's own files and of Dash's: they know nothing of the store.
OF_NO_STORE = {
    "/static/<path:filename>",
    "/assets/<path:filename>",
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>",
    "/_reload-hash",
    "/_favicon.ico",
    "/bootstrap.css",
    "/healthz",
}
WALKED = {
    "/": [()],
    "/<path:path>": [(page.path,) for page in PAGES.values()],
    "/_dash-layout": [()],
    "/_dash-dependencies": [()],
    "/export/<key>.<form>": [*product(PAGES, FORMATS)],
    "/export/<key>/<part>.<form>": [
        (page.key, block.key, form)
        for page in PAGES.values()
        for block in page.blocks
        for form in FORMATS
        if page.key == "reading"
    ],
    "/api/metrics/<metric>.<form>": [*product(metrics(), API_FORMATS)],
}
# Of those who may import: refused to everybody else, whatever they ask for.
REFUSED = {
    "/data/batch/<batch>.json": [("20261123T000000000000Z",)],
    "/data/<batch>/<int:number>/problems.xlsx": [("20261123T000000000000Z", 0)],
    "/original/<int:source_id>": [(1,)],
}


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    """With children in every school, each by a code that tells whose it is."""
    rows = [row | {"pupil_code": f"{CODE}-{_plain(row['pupil_code'])}"} for row in reading(IDS)]
    made = published(tmp_path_factory.mktemp("school"), tables() | {"reading": rows}, "school")
    return made[0], replace(made[1], school=OWN)


def _plain(code: str) -> str:
    """Letters that no way of writing turns into something else."""
    return code.replace("А", "A")


@pytest.fixture(scope="module")
def site(district):
    return make_site(district[1])


@pytest.fixture(scope="module")
def client(district, site):
    return create_app(district[1], site).server.test_client()


def _codes(data: bytes | str) -> set[str]:
    """The schools whose pupils' codes stand in an answer."""
    if isinstance(data, str):
        data = data.encode()
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as parts:
            data = b"".join(parts.read(name) for name in parts.namelist())
    return {told.decode() for told in re.findall(rb"QPX-(S\d\d)", data)}


def _sent(made: object) -> str:
    return orjson.dumps(made, default=_part).decode()


def _part(part: object) -> object:
    return part.to_plotly_json() if hasattr(part, "to_plotly_json") else str(part)


def test_every_address_there_is_is_walked(client):
    """Callbacks are walked by themselves; what else is sent, tests/web/test_door.py walks."""
    got = {rule.rule for rule in client.application.url_map.iter_rules() if "GET" in rule.methods}
    assert got == {*WALKED} | OF_NO_STORE | {*REFUSED}


@pytest.mark.parametrize("rule", REFUSED)
def test_what_is_for_those_who_import_is_refused(rule, client):
    for parts in REFUSED[rule]:
        assert client.get("/" + _filled(rule, parts).lstrip("/")).status_code == 403


@pytest.mark.parametrize("rule", WALKED)
def test_no_address_gives_codes_of_another_school(rule, client):
    for parts in WALKED[rule]:
        address = "/" + _filled(rule, parts).lstrip("/")
        for search in (*FORGED, *CHOSEN) if "reading" in address else FORGED[:1]:
            answer = client.get(address + search)
            assert answer.status_code in (200, 404), address + search
            assert _codes(answer.data) <= {OWN}, address + search


def _filled(rule: str, parts: tuple[str, ...]) -> str:
    given = iter(parts)
    return re.sub(r"<[^>]+>", lambda _: str(next(given)), rule)


def test_no_answer_of_the_api_gives_codes(client):
    for key, card in metrics().items():
        names = (*takes(card.view), "pupil", "pupil_code", "child")
        for name, search in product(names, FORGED[:1]):
            answer = client.get(f"/api/metrics/{key}.json{search}&by={name}")
            assert not _codes(answer.data), (key, name)


def _drawn(client, page: str, key: str, search: str) -> bytes:
    """A block as the browser asks for it."""
    of = {"key": key, "kind": "block", "page": page}
    state = {"page": page, "search": search}
    body = {
        "output": '{"key":["MATCH"],"kind":"block","page":["MATCH"]}.children',
        "outputs": {"id": of, "property": "children"},
        "inputs": [{"id": "state", "property": "data", "value": state}],
        "changedPropIds": ["state.data"],
        "state": [{"id": of, "property": "id", "value": of}],
    }
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200
    return answer.data


@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_no_callback_draws_codes_of_another_school(page, block, client):
    searches = (*FORGED, *CHOSEN) if page.key == "reading" else FORGED[:1]
    for search in searches:
        assert _codes(_drawn(client, page.key, block.key, search)) <= {OWN}, search


@pytest.mark.parametrize("page", FILTERED, ids=lambda page: page.key)
def test_neither_the_frame_nor_a_choice_gives_codes(page, site):
    keys = [spec.key for spec in page.filters]
    for search in FORGED:
        state = {"page": page.key, "search": search}
        assert not _codes(_sent(follow_state(state, keys, site)))
        assert not _codes(_sent(choose_values({"school": [OTHER]}, state, site)))
    with create_app(site.settings, site).server.test_request_context("/"):
        assert not _codes(_sent(page_layout(page, site)(school=OTHER)))


@pytest.mark.parametrize("search", CHOSEN)
def test_its_own_codes_are_there(search, client):
    """Else the tests above could not fail."""
    assert _codes(_drawn(client, "reading", "screening", search)) == {OWN}
    for form in FORMATS:
        assert _codes(client.get(f"/export/reading/screening.{form}{search}").data) == {OWN}


def test_a_methodist_who_chooses_that_school_sees_its_codes(district):
    """So the other school has some, and it is the role that keeps them back."""
    client = create_app(replace(district[1], role="methodist", school="")).server.test_client()
    assert _codes(_drawn(client, "reading", "screening", FORGED[0])) == {OTHER}


@pytest.mark.parametrize(
    "narrow", [{}, {"school": [OTHER]}, {"school": [OWN]}, {"aimak": ["Ак-Там"]}]
)
@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_of_everything_else_it_sees_what_a_member_sees(page, block, narrow, district):
    if block.panel == "reading_screening":
        return
    view = View(FilterState.from_query(page.filters, narrow), "en", tab=block.tab)
    school, member = (
        panels.make(page, block, view, district[0], replace(district[1], role=role))
        for role in ("school", "member")
    )
    assert school == member
    assert not any(secret in repr(school) for secret in (MENTOR, PERSON, NAME, CODE))


@pytest.mark.parametrize("key", metrics())
def test_it_is_answered_as_a_member_is(key, district):
    for by in ((), *((name,) for name in sorted(takes(metrics()[key].view)))):
        for narrow in ({}, {"school": (OTHER,)}, {"school": (OWN,)}):
            question = replace(Question.of(key, by, narrow), small=True)
            school, member = (
                ask(question, district[0], replace(district[1], role=role))
                for role in ("school", "member")
            )
            assert school == member, (by, narrow)


def test_what_the_role_may(settings):
    mine = replace(settings, role="school", school=OWN)
    assert sees_children_of(OWN, mine)
    assert not sees_children(mine)
    assert not any(sees_children_of(other, mine) for other in (OTHER, "", "S77"))
    assert not sees_children_of("", replace(mine, school=""))
    assert {may("school", what) for what in MAY["head"]} == {False}
    for role in ("member", "nobody"):
        assert not sees_children_of(OWN, replace(mine, role=role))
        assert own_school(replace(mine, role=role)) == ""
