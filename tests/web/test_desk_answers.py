"""Names and sheets that nobody knows: shown, answered as the page's own forms send it, loaded."""

import io
import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard import panels
from dashboard.components.shows import draw
from dashboard.i18n import LANGUAGES, t
from dashboard.importer import told_columns
from dashboard.panels import View
from dashboard.roles import BRING, MAY, may
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block, Option, Page
from dashboard.store import aliases, batches, own_layouts
from dashboard.store.current import Reader
from dashboard.web.app import create_app
from tests.desk_at_once import at_once
from tests.importer.handmade import HEADINGS, SCHOOLS
from tests.stores import publish

NOW = {"live": True, "only": BRING}
STEPS = ("batch", "file", "sheet", "row", "high", "table", "own")
PAGE = Page(
    key="data",
    filters=(),
    tabs=("names", "columns"),
    options=tuple(Option(key, ("",), pattern=r"\w+") for key in STEPS),
    blocks=(
        Block("names", "desk_names", (), "desk_names", tab="names", **NOW),
        Block("columns", "desk_columns", (), "desk_columns", tab="columns", **NOW),
    ),
)
ROW = "2026-2027,Q1,7,А,{},20,5,5,5,5"
WAITS = f"{HEADINGS}\nӨрүкзар,{ROW.format('algebra')}\nS01,{ROW.format('Кулинария')}"
SHEET = "Т/б;Окуу жайы;Жыл башы;Чейр.;Жыйын;Сабагы;Баары;А;Б;В;Г\n"
SHEET += "1;№5;2026/2027;I;7А;Алгебра;20;5;6;7;2\n"
ROUTES = ("names", "names/back", "columns", "columns/show", "columns/change", "columns/remove")


@pytest.fixture
def settings(tmp_path) -> Settings:
    found = Settings(store=tmp_path / "store", memory="256MB", threads=1)
    names = [line.split(",") for line in SCHOOLS.strip().splitlines()[1:]]
    publish(found, {"schools": [{"school_id": one[0], "name": one[1]} for one in names]})
    return found


@pytest.fixture
def client(settings):
    return create_app(settings).server.test_client()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    at_once(monkeypatch)


def drop(client, **files: str) -> str:
    given = [(io.BytesIO(text.encode()), f"{name}.csv") for name, text in files.items()]
    answer = client.post("/data/drop?lang=en", data={"files": given})
    return parse_qs(urlsplit(answer.location).query)["batch"][0]


def page(settings: Settings, tab: str, language: str = "en", **chosen: str) -> str:
    """All that stands on a tab, as HTML."""
    options = tuple(sorted(chosen.items()))
    view = View(FilterState.from_query((), {}), language, tab=tab, options=options)
    snapshot = Reader(settings).current_or_none()
    panel = panels.make(PAGE, PAGE.block(tab), view, snapshot, settings)
    return str(written(draw(f"desk_{tab}", panel, language, f"data-{tab}")))


def written(part: object) -> str:
    """The markup inside whatever is drawn, and its plain words."""
    if isinstance(part, list | tuple):
        return "".join(map(written, part))
    if isinstance(part, str):
        return part
    made = part if isinstance(part, dict) else part.to_plotly_json()
    return made["props"].get("html", "") + written(made["props"].get("children") or "")


def form(html: str, action: str, number: int = 0) -> dict[str, list[str]]:
    """What a form would send as it stands."""
    inside = re.findall(rf'<form[^>]*action="{action}\?[^>]*>(.*?)</form>', html, re.DOTALL)[number]
    sent: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input [^>]*name="([^"]+)" value="([^"]*)"', inside):
        sent.setdefault(unescape(name), []).append(unescape(value))
    for name, options in re.findall(
        r'<select [^>]*?name="([^"]+)"[^>]*>(.*?)</select>', inside, re.DOTALL
    ):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        first = re.search(r'<option value="([^"]*)"', options)
        sent[name] = [(chosen or first)[1]]
    return sent


def send(client, html: str, action: str, number: int = 0, **instead: str):
    said = form(html, action, number) | {key: [value] for key, value in instead.items()}
    return client.post(f"{action}?lang=en", data=said)


def number_of(html: str, text: str) -> str:
    between = (
        r'"><input type="hidden" name="kind" value="\w+"><input type="hidden" name="text" value="'
    )
    return re.search(rf'name="place" value="(\d+){between}{text}"', html)[1]


def test_names_are_answered_once_and_the_batch_is_checked_again(client, settings):
    batch = drop(client, a=WAITS, b=f"{HEADINGS}\n«Өрүкзар»,{ROW.format('physics')}")
    html = page(settings, "names", batch=batch)
    place = number_of(html, "Өрүкзар")
    answer = send(client, html, "/data/names", **{f"code-{place}": "S05"})
    assert parse_qs(urlsplit(answer.location).query)["batch"] == [batch]
    assert [one.code for one in aliases.standing(settings.store)] == ["S05"]
    html = page(settings, "names", batch=batch)
    assert 'value="Өрүкзар"' not in html
    assert 'value="Кулинария"' in html  # what was left for later is asked still
    client.post("/data/load?lang=en", data={"batch": batch})
    assert batches.find(settings.store, batch).state == "loaded"
    assert t("names.loaded", "en") in page(settings, "names", batch=batch)


def test_nothing_is_chosen_but_by_a_person(client, settings):
    batch = drop(client, a=f"{HEADINGS}\nБорборду,{ROW.format('Алгбера')}")
    sent = form(page(settings, "names", batch=batch), "/data/names")
    assert [sent[name] for name in sent if name.startswith("code-")] == [[""], [""]]
    assert client.post("/data/names", data=sent).status_code == 303
    assert aliases.answers(settings.store) == []


def test_the_likeliest_stand_first_and_all_can_be_chosen(client, settings):
    batch = drop(client, a=f"{HEADINGS}\nмектеп-гимназия,{ROW.format('algebra')}")
    html = page(settings, "names", batch=batch)
    found = re.findall(r'<option value="(\w+)"', html)
    assert (found[0], sorted(found)) == ("S05", ["K07", "S01", "S02", "S05"])


def test_of_two_people_the_second_hears_both_answers(client, settings):
    batch = drop(client, a=WAITS)
    html = page(settings, "names", batch=batch)
    schools, subjects = (f"code-{number_of(html, text)}" for text in ("Өрүкзар", "Кулинария"))
    assert send(client, html, "/data/names", **{schools: "S05"}).status_code == 303
    answer = send(client, html, "/data/names", **{schools: "S02", subjects: "technology"})
    assert answer.status_code == 422
    assert all(word in answer.text for word in ("Өрүкзар", "S05", "S02"))
    stands = {one.text: one.code for one in aliases.standing(settings.store)}
    assert stands == {"Өрүкзар": "S05", "Кулинария": "technology"}


def test_an_answer_is_taken_back_from_the_list(client, settings):
    batch = drop(client, a=WAITS)
    html = page(settings, "names", batch=batch)
    send(client, html, "/data/names", **{f"code-{number_of(html, 'Өрүкзар')}": "S05"})
    html = page(settings, "names", batch=batch)
    assert send(client, html, "/data/names/back").status_code == 303
    assert aliases.standing(settings.store) == []
    assert send(client, html, "/data/names/back").status_code == 422
    assert t("names.earlier", "en") in page(settings, "names", batch=batch)


@pytest.mark.parametrize("code", ["S77", "", "algebra"])
def test_a_forged_answer_is_not_kept(client, settings, code):
    said = {"place": "0", "kind": "school", "text": "Өрүкзар", "seen": "0", "code-0": code}
    client.post("/data/names?lang=en", data=said | {"batch": "../../x"})
    assert aliases.answers(settings.store) == []


def test_an_answer_whose_code_is_gone_says_so(settings):
    given = aliases.Given("school", "Өрүкзар", "өрүкзар", "S77")
    aliases.answer(settings.store, [given], "aigul")
    assert t("names.state.unknown", "en") in page(settings, "names")


def test_a_sheet_is_told_of_step_by_step_and_known_from_then_on(client, settings):
    batch = drop(client, odd=SHEET)
    html = page(settings, "columns", batch=batch, file="0", sheet="0")
    assert "Сабагы" in html
    answer = send(client, html, "/data/columns/show", table="marks")
    led = {key: value[0] for key, value in parse_qs(urlsplit(answer.location).query).items()}
    assert {"file": "0", "row": "1", "high": "1", "table": "marks"}.items() <= led.items()
    html = page(settings, "columns", **{key: led[key] for key in STEPS if key in led})
    told = ("", "school_id", "year", "period", "class", "subject_id", "roster", *("n5", "n4"))
    chosen = {f"column-{i}": column for i, column in enumerate((*told, "n3", "n2"))}
    lacking = {**chosen, "column-1": "", "column-6": "", "name": "Отчёт"}
    answer = send(client, html, "/data/columns", **lacking)
    assert answer.status_code == 422
    assert t("column.roster", "en") in answer.text
    assert send(client, html, "/data/columns", **chosen, name="Отчёт").status_code == 303
    assert list(own_layouts.names(settings.store).values()) == ["Отчёт"]
    html = page(settings, "columns", batch=batch)
    assert t("columns.none", "en") in html  # the batch was checked again, and knows it
    assert ">Отчёт<" in html
    assert "(own_1)" not in html


def _told(settings: Settings) -> None:
    rows = tuple(tuple(line.split(";")) for line in SHEET.split("\n")[:2])
    names = ("school_id", "year", "period", "class", "subject_id", "roster", "n5", "n4", "n3", "n2")
    place = told_columns.Place(0, 0, 0, 1, "marks")
    told_columns.save(settings.store, rows, place, dict(enumerate(names, 1)), ("Отчёт", "aigul"))


def test_a_layout_is_changed_and_removed_on_the_page(client, settings):
    _told(settings)
    html = page(settings, "columns", own="own_1")
    assert send(client, html, "/data/columns/change", name="Жаңы").status_code == 303
    (one,) = own_layouts.standing(settings.store)
    assert (one.version, one.name, len(one.columns)) == (2, "Жаңы", 10)
    assert send(client, html, "/data/columns/change", name="А").status_code == 422  # an old page
    assert send(client, html, "/data/columns/remove").status_code == 422
    assert send(client, page(settings, "columns"), "/data/columns/remove").status_code == 303
    assert own_layouts.standing(settings.store) == ()


@pytest.mark.parametrize("said", [{}, {"file": "7"}, {"batch": "../x"}, {"table": "x"}])
def test_a_forged_sheet_is_refused_with_a_sentence(client, settings, said):
    usual = {"batch": drop(client, odd=SHEET), "file": "0", "sheet": "0", "row": "1", "high": "1"}
    answer = client.post("/data/columns?lang=en", data={**usual, "name": "x", **said})
    assert (answer.status_code, answer.text) == (422, t("error.no_such_sheet", "en"))


def test_a_cell_that_looks_like_markup_is_a_text(client, settings):
    batch = drop(client, odd=SHEET.replace("Окуу жайы", "<img src=x>"))
    html = page(settings, "columns", batch=batch, file="0", sheet="0", row="1", table="marks")
    assert "&lt;img" in html
    assert "<img" not in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", PAGE.tabs)
def test_both_tabs_speak_every_language_whatever_there_is(client, settings, tab, language):
    empty = page(settings, tab, language)
    _told(settings)
    batch = drop(client, a=WAITS, odd=SHEET.replace("Г\n", "Д\n"))
    chosen = {"batch": batch, "file": "1", "row": "1", "table": "marks", "own": "own_1"}
    full = page(settings, tab, language, **chosen)
    assert t(f"block.data.{tab}", language) in empty
    assert t({"names": "names.save", "columns": "columns.save"}[tab], language) in full
    assert 'class="go"' not in empty


def test_every_choice_has_a_name_and_can_be_reached_by_the_keyboard(client, settings):
    _told(settings)
    batch = drop(client, a=WAITS, odd=SHEET.replace("Г\n", "Д\n"))
    chosen = {"batch": batch, "file": "1", "row": "1", "table": "marks", "own": "own_1"}
    for html in (page(settings, "names", batch=batch), page(settings, "columns", **chosen)):
        for select in re.findall(r"<select.*?</select>", html, re.DOTALL):
            assert re.search(
                rf"<label[^>]*><span>[^<]*(<strong>.*?</strong>)?</span>{re.escape(select)}", html
            )
        assert html.count("<caption") == html.count("<table")


@pytest.mark.parametrize("role", [role for role in MAY if not may(role, BRING)])
def test_who_may_not_bring_answers_nothing_and_sees_nothing(settings, role):
    _told(settings)
    (one,) = own_layouts.standing(settings.store)
    mine = replace(settings, role=role, school="S01" if role == "school" else "")
    client = create_app(mine).server.test_client()
    said = {"place": "0", "kind": "school", "text": "Өрүкзар", "seen": "0", "code-0": "S05"}
    for route in ROUTES:
        answer = client.post(f"/data/{route}?lang=en", data=said | {"layout": str(one.id)})
        assert answer.status_code == 403, route
    assert (aliases.answers(settings.store), len(own_layouts.standing(settings.store))) == ([], 1)
    for tab in PAGE.tabs:
        assert "Отчёт" not in page(mine, tab)
