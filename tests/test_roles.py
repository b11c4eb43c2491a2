"""Each role: head and methodist see single teachers, a member of the collegium sees none."""

from dataclasses import replace

import orjson
import pytest

from dashboard import panels
from dashboard.cli import main
from dashboard.cli.commands import serve
from dashboard.discover import discover
from dashboard.metrics import ask, metrics
from dashboard.panels import View
from dashboard.roles import MAY, may, sees_small
from dashboard.spec.answer import Question
from dashboard.spec.filters import FilterState
from dashboard.web import address
from dashboard.web.app import create_app
from tests.made_up_hall import MENTOR, NARROWED, mentor, published, tables

PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    return published(tmp_path_factory.mktemp("hall"), tables())


def _panel(key: str, snapshot, settings):
    page = PAGES["mentors"]
    view = View(FilterState.from_query(page.filters, {}), "en")
    return panels.make(page, page.block(key), view, snapshot, settings)


@pytest.mark.parametrize("key", [key for key, card in metrics().items() if card.persons])
def test_mentors_are_counted_in_the_district_and_by_direction_only(key, district):
    assert ask(Question.of(key), *district).rows[0].value
    assert len(ask(Question.of(key, ("direction",)), *district).rows) == 2
    for narrow in NARROWED:
        (row,) = ask(Question.of(key, (), narrow), *district).rows
        assert (row.flag, row.value, row.denominator) == ("c", None, None)
    for by in ("school", "aimak", "subject", "language", "district"):
        assert not ask(Question.of(key, (by,)), *district).rows


def test_a_direction_of_few_is_hidden_with_another_in_all_metrics_alike(tmp_path):
    """Else it would be the rest of the district, which is told."""
    new = [mentor(n) | {"direction": "preschool"} for n in range(20, 23)]
    more = [mentor(n) for n in (40, 42, 44)]  # the direction of even numbers is the largest
    of = tables() | {"mentors": [*tables()["mentors"], *new, *more]}
    snapshot, settings = published(tmp_path / "few", of)
    for key in ("mentors_live", "mentor_load"):
        rows_ = ask(Question.of(key, ("direction",)), snapshot, settings).rows
        assert {row.key[0] for row in rows_ if row.flag == "c"} == {"preschool", "humanities"}
        assert ask(Question.of(key), snapshot, settings).rows[0].value
        for direction in ("preschool", "humanities"):
            answer = ask(Question.of(key, (), {"direction": (direction,)}), snapshot, settings)
            assert [row.flag for row in answer.rows] == ["c"]
    for key in ("directions", "by_direction"):
        made = _panel(key, snapshot, settings)
        assert "fewer than 5 mentors" in made.about
        assert not {"Preschool", "Humanities"} & {row[0].text for row in made.rows}


@pytest.mark.parametrize("role", ["head", "methodist"])
def test_head_and_methodist_see_mentors(role, district):
    """Else the tests above could not fail."""
    snapshot, settings = district
    settings = replace(settings, role=role)
    made = [_panel(block.key, snapshot, settings) for block in PAGES["mentors"].blocks]
    assert MENTOR in repr(made)
    answer = ask(Question.of("mentors_live", ("school",)), snapshot, settings)
    assert 4 in {row.value for row in answer.rows}
    assert sees_small(settings)


def test_a_member_never_sees_small_numbers_whatever_is_set(district):
    settings = district[1]
    assert settings.small_numbers
    assert not sees_small(settings)
    assert not address.read(PAGES["quality"], {"small": "shown"}, "ky", settings).small
    client = create_app(settings).server.test_client()
    rows_ = orjson.loads(client.get("/api/metrics/course_coverage.json?by=school").data)
    assert [row["flag"] for row in rows_ if row["school"] == "S06"] == ["c"]
    assert not orjson.loads(client.get("/api/metrics/mentors_live.json?by=school").data)


def test_a_role_that_is_not_known_may_nothing():
    assert {may("nobody", what) for what in MAY["head"]} == {False}


@pytest.fixture
def called(district, monkeypatch):
    """The command line on the first district; one process opens a store with one memory only."""
    monkeypatch.setenv("TIREK_MEMORY", district[1].memory)

    def call(*arguments: str, role: str = "") -> int:
        monkeypatch.setenv("TIREK_ROLE", role)
        return main([*arguments, "--store", str(district[1].store)])

    return call


@pytest.mark.parametrize(("role", "told"), [("methodist", True), ("member", False)])
def test_the_command_line_answers_by_the_role_too(role, told, called, capfd):
    assert not called("query", "mentors_live", "--by", "school", "--format", "json", role=role)
    assert bool(orjson.loads(capfd.readouterr().out)) == told


def test_a_server_does_not_start_for_a_role_that_is_not_known(called, capsys):
    assert called("serve", role="boss") == 2
    assert "TIREK_ROLE" in capsys.readouterr().err


def test_the_role_of_the_call_reaches_the_server(called, monkeypatch):
    told = []
    monkeypatch.setitem(serve.SERVERS, "gunicorn", lambda _, settings: told.append(settings.role))
    called("serve", "--server", "gunicorn", "--role", "member")
    assert told == ["member"]
