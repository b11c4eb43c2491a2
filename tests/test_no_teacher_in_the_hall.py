"""A member of the collegium sees no teacher: no code, no name, no cell of one or few of them.

Pages, tabs, tooltips, files and answers are walked. Two districts differ in what one mentor does;
a member who looks at a school, an aimak or a subject sees the same in both.
"""

from io import BytesIO
from itertools import combinations
from zipfile import ZipFile

import orjson
import pytest

from dashboard import panels
from dashboard.discover import discover
from dashboard.exports import FORMATS, report
from dashboard.metrics import ask, metrics
from dashboard.metrics.counts import narrows, takes
from dashboard.metrics.listing import as_json
from dashboard.panels import View
from dashboard.settings import Settings
from dashboard.spec.answer import Question
from dashboard.spec.filters import FilterState
from dashboard.web.blocks import Blocks
from dashboard.web.site import make_site
from tests.made_up_hall import MENTOR, NAME, NARROWED, PERSON, WHOLE, published, tables

PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}
BLOCKS = [pytest.param(p, b, id=f"{p.key}-{b.key}") for p in PAGES.values() for b in p.blocks]

PARTS = [
    pytest.param(page, block, narrow, id=f"{page.key}-{block.key}-{narrow}")
    for page in PAGES.values()
    for narrow in NARROWED
    if {*narrow} <= {spec.key for spec in page.filters}
    for block in page.blocks
]


@pytest.fixture(scope="module")
def districts(tmp_path_factory):
    return [published(tmp_path_factory.mktemp(f"hall{moved}"), tables(moved)) for moved in (0, 1)]


def _view(page, narrow: dict, **more: object) -> View:
    return View(FilterState.from_query(page.filters, narrow), "en", **more)


def _names_nobody(text: str) -> bool:
    return not any(secret in text for secret in (MENTOR, PERSON, NAME))


@pytest.mark.parametrize("narrow", [*WHOLE, *NARROWED], ids=str)
@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_no_block_names_anybody(page, block, narrow, districts):
    made = panels.make(page, block, _view(page, narrow, tab=block.tab), *districts[0])
    assert _names_nobody(repr(made))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_no_drawing_names_anybody(page, districts):
    """What the browser gets, tooltips, links and all; pairs that stand in the address too."""
    accept = f"S05.chemistry.{MENTOR}0"
    for search in (f"?accept={accept}&lang=ky", "?school=S05&lang=ru", "?small=shown&lang=en"):
        drawn = _drawn(page, search, districts[0][1])
        assert _names_nobody(drawn)
        assert accept not in drawn


def _drawn(page, search: str, settings: Settings) -> str:
    blocks = Blocks(make_site(settings))
    state = {"page": page.key, "search": search}
    drawn = [orjson.dumps(blocks.render(page, block.key, state)) for block in page.blocks]
    return b"".join(drawn).decode()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_no_file_names_anybody(page, form, districts):
    for narrow in (WHOLE[0], NARROWED[0]):
        data = FORMATS[form].write(report.make(page, _view(page, narrow), *districts[0]))
        assert _names_nobody(_text(data))


def _text(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with ZipFile(BytesIO(data)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist())


@pytest.mark.parametrize("key", metrics())
def test_no_answer_is_of_few_teachers(key, districts):
    for by, narrow in _questions(key):
        answer = ask(Question.of(key, by, narrow), *districts[0])
        assert _names_nobody(as_json(answer).decode())
        for row in answer.rows:
            assert not 0 < (row.pupils or 0) < 5, (by, narrow, row)
            if metrics()[key].persons:
                assert not 0 < (row.denominator or 0) < 5, (by, narrow, row)


def _questions(key: str):
    dimensions = sorted(takes(metrics()[key].view))
    narrowed = [{n: tuple(v) for n, v in each.items()} for each in (*WHOLE, *NARROWED)]
    for by in [(), *((name,) for name in dimensions), *combinations(dimensions, 2)]:
        for narrow in narrowed:
            if by and {*narrow} - {"on"} <= narrows(metrics()[key].view):
                yield by, narrow


@pytest.mark.parametrize(("page", "block", "narrow"), PARTS)
def test_what_one_mentor_does_is_not_seen_from_a_part_of_the_district(
    page, block, narrow, districts
):
    view = _view(page, narrow, tab=block.tab)
    one, other = (panels.make(page, block, view, *district) for district in districts)
    assert one == other
