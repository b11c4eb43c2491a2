"""A row is put right where it is seen: by those who may, from our own pages, in their language."""

import html
import json
import re
from dataclasses import replace

import pytest

from dashboard.components.correcting import correct_form
from dashboard.components.shows.corrections import draw
from dashboard.exports import report
from dashboard.i18n import LANGUAGES, t
from dashboard.pages.data import PAGE
from dashboard.panels import View, corrections
from dashboard.panels.view import Asking
from dashboard.roles import BRING
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block
from dashboard.store import audit, snapshots
from dashboard.store.corrections import of_snapshot
from dashboard.store.current import Reader
from dashboard.web.app import create_app
from dashboard.web.site import make_site
from tests.conftest import SCHOOLS, marks
from tests.stores import publish

ROW = marks(n5=4, n4=9, n3=10, group=None)
HERE = "/quality?school=S01&lang=en"
BLOCK = Block("corrections", "corrections", (), "corrections", only=BRING, live=True)


@pytest.fixture
def district(settings: Settings) -> Settings:
    publish(settings, {"schools": SCHOOLS, "marks": [ROW, marks(letter="Б", group=None)]})
    return replace(settings, role="methodist")


@pytest.fixture
def client(district: Settings):
    return create_app(district).server.test_client()


def _form(language: str = "en", **cells: object) -> str:
    return str(correct_form(("marks", ROW, cells or ROW), language, HERE))


def _fields(form: str) -> dict[str, str]:
    """What a browser would send of it, as it stands."""
    inputs = re.findall(r'<input(?![^>]*checkbox)[^>]*name="([^"]*)"(?: value="([^"]*)")?', form)
    return {html.unescape(name): html.unescape(value) for name, value in inputs}


def _sent(client, changes: dict[str, str], language: str = "en"):
    fields = _fields(_form(language)) | {"why": "<b>telephone</b>"} | changes
    return client.post(f"/data/correct?lang={language}", data=fields)


def _panel(settings: Settings, language: str = "en"):
    view = View(FilterState.from_query((), {}), language)
    asking = Asking(Reader(settings).current_or_none(), settings, view)
    return corrections.make(PAGE, BLOCK, view, asking)


def _drawn(settings: Settings, language: str = "en") -> str:
    return json.dumps(draw(_panel(settings, language), language, "x"), default=_plain)


def _plain(component: object) -> object:
    return component.to_plotly_json()


def test_the_form_as_it_stands_changes_nothing(client, district):
    before = snapshots.current(district.store)
    answer = _sent(client, {})
    assert answer.status_code == 422
    assert answer.text == t("correct.error.nothing", "en")
    assert snapshots.current(district.store) == before


def test_a_changed_cell_is_saved_and_the_person_is_back_where_they_were(client, district):
    answer = _sent(client, {"new:n5": "5", "new:n4": "8"})
    assert (answer.status_code, answer.location) == (303, HERE)
    found = of_snapshot(Reader(district).current())
    assert [(one.column_name, one.corrected) for one in found] == [("n5", "5"), ("n4", "8")]
    last = audit.entries(district.store)[-1]
    assert (last.what, last.detail) == ("corrected", "marks [1, 2]")


@pytest.mark.parametrize(
    "then", ["https://elsewhere.kg/quality", "//elsewhere.kg/quality", "/nowhere", "", "\\\\x"]
)
def test_it_leads_to_no_address_but_ours(client, then):
    answer = _sent(client, {"new:n5": "5", "new:n4": "8", "then": then})
    assert answer.status_code == 303
    assert answer.location.startswith("/data?")


@pytest.mark.parametrize("role", ["member", "school"])
def test_those_who_bring_no_files_put_nothing_right(district, role):
    own = replace(district, role=role, school="S01" if role == "school" else "")
    client = create_app(own).server.test_client()
    before = snapshots.current(district.store)
    assert _sent(client, {"new:n5": "5", "new:n4": "8"}).status_code == 403
    assert client.post("/data/corrections/1/withdraw").status_code == 403
    assert snapshots.current(district.store) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_is_refused_in_the_language_of_the_form(client, language):
    said = {
        case: _sent(client, changes, language).text
        for case, changes in {
            "unfit": {"new:n5": "x"},
            "wrong": {"new:n5": "27"},
            "why": {"new:n5": "5", "why": " "},
            "cell": {"new:n5": "5", "table": "users"},
            "gone": {"new:n5": "5", "key": _fields(_form())["key"].replace("S01", "S09")},
            "meanwhile": {"new:n5": "5", "seen:n5": "9"},
        }.items()
    }
    for case, sentence in said.items():
        own = t(f"correct.error.{case}", language, column="{}", value="{}", words="{}")
        assert sentence.startswith(own.split("{}")[0])
    assert t("column.n5", language) in said["meanwhile"]


def test_what_looks_wrong_is_saved_once_it_is_meant(client):
    assert _sent(client, {"new:n5": "27"}).status_code == 422
    assert _sent(client, {"new:n5": "27", "sure": "1"}).status_code == 303


def test_a_correction_is_taken_back_in_the_list(client, district):
    _sent(client, {"new:n5": "5", "new:n4": "8"})
    assert "/data/corrections/2/withdraw" in _drawn(district)
    answer = client.post("/data/corrections/2/withdraw?lang=ky")
    assert (answer.status_code, answer.location.split("?")[0]) == (303, "/data")
    assert "/data/corrections/2/withdraw" not in _drawn(district)
    assert client.post("/data/corrections/2/withdraw").status_code == 422
    assert client.post("/data/corrections/x/withdraw").status_code in (404, 405)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_says_who_put_what_right_and_what_counts(client, district, language):
    _sent(client, {"new:n5": "5", "new:n4": "8"})
    publish(district, {"marks": [{**ROW, "n5": 3, "n4": 9}]})
    panel = _panel(district, language)
    texts = [[cell.text for cell in row] for row in panel.rows]
    assert [row[2:4] for row in texts] == [["9", "8"], ["4", "5"]]
    assert t("corrections.state.used", language) == texts[0][4]
    assert t("corrections.state.stale", language, now="3") == texts[1][4]
    assert texts[0][7] == "<b>telephone</b>"
    assert "№ 1 мектеп" in texts[0][0]
    assert "S01" not in texts[0][0]
    shown = _drawn(district, language)
    assert "<b>telephone" not in shown
    assert "&lt;b&gt;telephone" in shown
    assert 'name=\\"new:n5\\" value=\\"3\\"' in shown  # to look again, it can be put right here


def test_without_corrections_it_says_how_to_make_one(district, settings):
    assert _panel(district).empty == t("corrections.empty", "en")
    nothing = replace(district, store=settings.store / "none")
    assert _panel(nothing).empty == t("corrections.empty", "en")


def test_each_control_of_the_form_has_a_name_and_each_choice_its_words():
    school = {"school_id": "S01", "rural": True, "kind": None, "opened": None, "name": "№ 1"}
    for language in LANGUAGES:
        form = str(correct_form(("schools", school, school), language, HERE))
        named = re.findall(r"<label[^>]*><span>([^<]+)</span><(?:input|select)", form)
        for column in ("rural", "kind", "opened"):
            assert t(f"column.{column}", language) in named
        assert t("column.name", language) not in named
        chosen = f'<option value="true" selected="selected">{t("correct.true", language)}<'
        assert chosen in form


def test_a_row_without_cells_that_can_be_corrected_has_no_form():
    assert _form(letter="А", teacher_id="T-1") == ""
    assert not correct_form(("course_cycles", {"country": "KG"}, {"years": 5}), "en", HERE)


def test_the_focus_stays_at_the_row_wherever_its_form_was(client, district):
    """The name of the place stands in a selector, so it is of plain letters."""
    keeps = re.findall(r'data-keep="([^"]*)"', _form())
    assert len(keeps) == 2
    assert len(set(keeps)) == 1
    assert re.fullmatch("[a-z0-9-]+", keeps[0])
    _sent(client, {"new:n5": "5", "new:n4": "8"})
    client.post("/data/corrections/2/withdraw")
    shown = _drawn(district)
    assert shown.count(f'data-keep=\\"{keeps[0]}\\"') == 2  # of either correction
    assert 'data-keep=\\"correction-2\\"' in shown


def test_a_file_of_a_page_says_how_many_cells_were_put_right(client, district):
    quality = make_site(district).pages["quality"]
    view = View(FilterState.from_query(quality.filters, {}), "en")

    def said() -> list[str]:
        facts = report.make(quality, view, Reader(district).current(), district).facts
        return [text for name, text in facts if name == t("export.corrected", "en")]

    assert said() == []
    _sent(client, {"new:n5": "5", "new:n4": "8"})
    assert said() == ["2 cells"]
