"""Odd and forged things sent to the desk: names with line ends, very long forms, a spoilt state."""

import io
import zipfile

import pytest

from dashboard.i18n import LANGUAGES
from dashboard.importer import desk_batch, desk_report
from dashboard.settings import Settings
from dashboard.store import aliases, batches, places, state
from dashboard.web import app
from dashboard.web.originals import own_name
from tests.desk_at_once import at_once
from tests.importer.handmade import HEADINGS, SCHOOLS, workbook

MARKS = f"{HEADINGS}\nS01,2026-2027,Q1,7,А,algebra,20,5,6,7,2\n"
NO_PERIOD = MARKS.replace(",period", "").replace(",Q1", "")
HOSTILE = 'a"\r\nX-Evil: 1\r\n\r\n<script>.csv'


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(store=tmp_path / "store", memory="256MB", threads=1)


@pytest.fixture
def client(settings):
    return app.create_app(settings).server.test_client()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    at_once(monkeypatch)


def zipped(name: str, text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, text)
    return packed.getvalue()


def drop(settings: Settings, **told: bytes | str) -> str:
    given = [
        (name.replace("_", "."), io.BytesIO(text if isinstance(text, bytes) else text.encode()))
        for name, text in told.items()
    ]
    return desk_batch.receive(given, settings, "")


def test_a_name_with_line_ends_adds_nothing_to_a_header(client, settings):
    """Names inside archives are kept as they were sent."""
    batch = drop(settings, schools_csv=SCHOOLS, sent_zip=zipped(HOSTILE, MARKS))
    desk_batch.load(settings, batch, "")
    paths = [one.file.path for one in desk_report.read(settings.store, batch)]
    number = next(place for place, path in enumerate(paths) if "\n" in path)
    addresses = [f"/data/{batch}/{number}/problems.xlsx", "/original/1", "/original/2"]
    answers = [client.get(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert not any("X-Evil" in answer.headers for answer in answers)
    assert own_name(HOSTILE) == 'a"  X-Evil: 1    <script>.csv'


def test_a_form_of_hundreds_of_names_is_taken_whole(client, settings):
    """An empty field may arrive as the end of a line: some parsers cut there."""
    many = 400
    batch = drop(settings, schools_csv=SCHOOLS)
    desk_batch.load(settings, batch, "")
    sent = {
        "batch": batch,
        "place": [str(place) for place in range(many)],
        "kind": ["school"] * many,
        "text": [f"мектеп {place}" for place in range(many)],
        "seen": ["0"] * many,
        **{f"code-{place}": "\r" for place in range(many)},
        "code-399": "S01",
    }
    answer = client.post("/data/names", data=sent, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    assert [(one.text, one.code) for one in aliases.standing(settings.store)] == [
        ("мектеп 399", "S01")
    ]


def test_what_hundreds_of_files_lack_is_told_in_one_form(client, settings):
    many = 600
    batch = drop(settings, marks_csv=NO_PERIOD)
    sent = {
        "batch": batch,
        "place": [str(place) for place in range(many)],
        "key": ["period"] * many,
        "path": [f"{place}.csv" for place in range(many)],
        **{f"own-{place}": "\r" for place in range(many)},
        "own-7": "Q1",
    }
    answer = client.post("/data/answer", data=sent, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert batches.answers(settings.store, batch) == {"7.csv": {"period": "Q1"}}


@pytest.mark.parametrize("key", ["bogus", "__class__", "layout", "columns"])
def test_a_forged_question_is_not_answered(client, settings, key):
    batch = drop(settings, marks_csv=MARKS)
    sent = {"batch": batch, "place": "0", "key": key, "path": "marks.csv", "own-0": "x"}
    assert client.post("/data/answer", data=sent).status_code == 303
    assert batches.answers(settings.store, batch) == {}


def test_files_may_be_larger_than_any_form(settings, monkeypatch):
    monkeypatch.setattr(app, "LARGEST_FORM", 200_000)
    client = app.create_app(settings).server.test_client()
    given = {"files": [(io.BytesIO(b"x" * 300_000), "large.bin")]}
    assert client.post("/data/drop", data=given).status_code == 303
    called = {"data": b"x" * 300_000, "content_type": "application/json"}
    assert client.post("/_dash-update-component", **called).status_code == 413


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_that_cannot_be_read_is_told_in_a_sentence(client, settings, language):
    drop(settings, marks_csv=MARKS)
    places.state(settings.store).write_bytes(b"no database " * 999)
    state._with_tables.cache_clear()
    given = {"files": [(io.BytesIO(b"x"), "a.csv")]}
    answer = client.post(f"/data/drop?lang={language}", data=given)
    assert answer.status_code == 422
    assert "state.sqlite" in answer.text


def test_a_batch_that_cannot_be_read_is_no_fault_of_the_page(client, settings):
    book = workbook({"<img src=x onerror=alert(1)>": [["<script>"], ["=1+1"]]})
    batch = drop(settings, odd_xlsx=book)
    assert client.get(f"/data/{batch}/0/problems.xlsx").status_code == 200
    assert client.get(f"/data/{batch}/9/problems.xlsx").status_code == 404
