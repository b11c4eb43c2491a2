"""A school of four pupils appears nowhere: page, tooltip, table, file, answer.

Two districts differ only in that some good marks lie with the school of four pupils or with the
school that is hidden beside it, so that every sum over both is the same. Whatever is shown of the
one district must be shown of the other, to the last character.
"""

from dataclasses import replace
from itertools import combinations

import orjson
import pytest

from dashboard import panels
from dashboard.discover import discover
from dashboard.exports import FORMATS, report
from dashboard.metrics import ask, metrics
from dashboard.metrics.counts import takes
from dashboard.metrics.listing import as_json
from dashboard.panels import View
from dashboard.settings import Settings
from dashboard.spec.answer import Question
from dashboard.spec.filters import FilterState
from dashboard.store.current import Reader
from dashboard.web.app import create_app
from dashboard.web.blocks import Blocks
from dashboard.web.site import make_site
from tests.conftest import marks
from tests.made_up_networks import COURSES, completion, member
from tests.stores import publish

FEW, PARTNER = "S12", "S11"
CODES = [f"S{number:02}" for number in range(1, 14)]
SCHOOLS = [
    {"school_id": code, "name": f"№ {code[1:]} мектеп", "aimak": "ABC"[(int(code[1:]) - 1) // 5]}
    for code in CODES
]
TIMES = (("2024-2025", "Y"), ("2025-2026", "Y"), ("2025-2026", "Q1"), ("2026-2027", "Q1"))
YEARS = ("2024-2025", "2025-2026")
PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}
BLOCKS = [pytest.param(p, b, id=f"{p.key}-{b.key}") for p in PAGES.values() for b in p.blocks]
NARROWED = (
    {},
    {"school": [FEW]},
    {"school": [PARTNER]},
    {"school": [FEW, PARTNER]},
    {"school": ["S01", FEW]},
    {"school": ["S01", "S02", PARTNER]},
    {"aimak": ["C"]},
    {"subject": ["chemistry"]},
    {"grade": ["7"], "school": ["S10", FEW]},
)


def _size(code: str) -> int:
    """Pupils of a class."""
    return {FEW: 4, PARTNER: 16}.get(code, 20 + int(code[1:]))


def _grades(code: str) -> tuple[int, ...]:
    return (7,) if code in (FEW, PARTNER) else (4, 5, 7, 11)


def _good(code: str, moved: int) -> int:
    return {FEW: 1 + moved, PARTNER: 9 - moved}.get(code, _size(code) // 2)


def _hours(code: str, moved: int) -> list[float]:
    """Of each teacher; those of two are changed between the school of four and its partner."""
    heavy = moved if code == FEW else 4 - moved if code == PARTNER else _size(code) // 4
    return [40.0] * heavy + [20.0] * (_size(code) - heavy)


def _tables(moved: int) -> dict[str, list[dict]]:
    return {
        "schools": SCHOOLS,
        "marks": [
            marks(
                school_id=code,
                year=year,
                period=period,
                grade=grade,
                subject_id=subject,
                n4=_good(code, moved),
                n3=_size(code) - _good(code, moved),
            )
            for code in CODES
            for year, period in TIMES
            for grade in _grades(code)
            for subject in ("chemistry", "physics")
        ],
        "pupil_groups": [
            _groups(code, year, period, grade, moved)
            for code in CODES
            for year, period in TIMES
            for grade in _grades(code)
        ],
        "exams": [
            {
                "school_id": code,
                "year": year,
                "exam": "ort",
                "subject_id": subject,
                "graduates": _size(code),
                "takers": _size(code),
                "passed": _good(code, moved),
                "score_sum": 100 * _size(code) + _good(code, moved),
                "score_max": 245,
            }
            for code in CODES
            for year in YEARS
            for subject in (None, "chemistry")
        ],
        "olympiads": [
            {
                "school_id": code,
                "year": year,
                "stage": stage,
                "subject_id": "chemistry",
                "participants": _size(code),
                "place1": _good(code, moved),
            }
            for code in CODES
            for year in YEARS
            for stage in ("school", "district")
        ],
        "support": [
            {
                "school_id": code,
                "year": year,
                "period": period,
                "grade": grade,
                "kind": "gifted",
                "pupils": _size(code),
                "with_plan": _good(code, moved),
                "improved": _good(code, moved),
            }
            for code in CODES
            for year, period in TIMES
            for grade in _grades(code)
        ],
        "teachers": [
            {"teacher_id": f"{code}-{n}", "school_id": code, "hours_per_week": hours}
            for code in CODES
            for n, hours in enumerate(_hours(code, moved))
        ],
        "courses": COURSES,
        "completions": [
            completion(f"{code}-{n}", "LEVEL") for code in CODES for n in range(_good(code, moved))
        ],
        # One network has both schools of which something is hidden, another only the few.
        "networks": [
            *(member("N1", "S01", code) for code in ("S02", FEW, PARTNER)),
            *(member("N2", "S03", code, kind="base") for code in ("S04", FEW)),
        ],
    }


def _groups(code: str, year: str, period: str, grade: int, moved: int) -> dict:
    good = _good(code, moved)
    return {
        "school_id": code,
        "year": year,
        "period": period,
        "grade": grade,
        "letter": "А",
        "roster": _size(code),
        "excellent": 0,
        "good": good,
        "satisfactory": _size(code) - good,
        "one_three": good,
        "failing": 0,
    }


@pytest.fixture(scope="module")
def districts(tmp_path_factory):
    """The same district twice; in the second two good marks lie with the school of four."""
    return [_district(tmp_path_factory.mktemp(f"moved{moved}"), moved) for moved in (0, 2)]


# What lists single teachers is for those who may see them; whoever may not sees the rest of it.
OF_PERSONS = {
    "courses": {"soon", "expiring", "next"},
    "data": {block.key for block in PAGES["data"].blocks},  # rows of a register are teachers
    "sources": {block.key for block in PAGES["sources"].blocks},  # the files, as they came
}


def _as_seen(page, districts, block=None):
    """The districts as the widest circle sees the page or the block."""
    listed = OF_PERSONS.get(page.key, set())
    if not listed or (block and block.key not in listed):
        return districts
    return [(snapshot, replace(settings, role="member")) for snapshot, settings in districts]


def _district(folder, moved: int):
    settings = Settings(store=folder, memory="256MB", threads=1)
    publish(settings, _tables(moved))
    return Reader(settings).current(), settings


@pytest.mark.parametrize("narrow", NARROWED, ids=str)
@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_no_block_tells_where_the_good_marks_lie(page, block, narrow, districts):
    view = View(FilterState.from_query(page.filters, narrow), "en")
    seen = _as_seen(page, districts, block)
    one, other = (panels.make(page, block, view, *district) for district in seen)
    assert one == other


@pytest.mark.parametrize("key", metrics())
def test_no_answer_tells_it(key, districts):
    dimensions = sorted(takes(metrics()[key].view))
    for by in [(), *((name,) for name in dimensions), *combinations(dimensions, 2)]:
        for narrow in (
            {},
            {"school": (FEW,)},
            {"school": ("S01", FEW)},
            {"grade": (7,)},
            {"network": ("N2",)},
        ):
            question = Question.of(key, by, narrow)
            one, other = (as_json(ask(question, *district)) for district in districts)
            assert one == other, (by, narrow)


@pytest.mark.parametrize("form", ["csv"])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_no_file_tells_it(page, form, districts):
    view = View(FilterState.from_query(page.filters, {"school": [FEW]}), "ru")
    seen = _as_seen(page, districts)
    made = [FORMATS[form].write(report.make(page, view, *district)) for district in seen]
    one, other = (_without_the_snapshot(data) for data in made)
    assert one == other


def _without_the_snapshot(data: bytes) -> list[str]:
    """Two snapshots have two ids."""
    return [line for line in data.decode("utf-8-sig").splitlines() if "T" not in line[-22:]]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_no_drawing_tells_it(page, districts):
    """What the browser gets, tooltips and all."""
    search = f"?school={FEW}&lang=en"
    made = [_drawn(page, search, settings) for _, settings in _as_seen(page, districts)]
    assert made[0] == made[1]


@pytest.mark.parametrize("key", metrics())
def test_no_row_behind_a_number_tells_it(key, districts):
    search = f"?metric={key}&by=school&school={FEW}&lang=en"
    seen = _as_seen(PAGES["sources"], districts)
    made = [_drawn(PAGES["sources"], search, settings) for _, settings in seen]
    assert made[0] == made[1]


def _drawn(page, search: str, settings: Settings) -> list[bytes]:
    blocks = Blocks(make_site(settings))
    state = {"page": page.key, "search": search}
    return [orjson.dumps(blocks.render(page, block.key, state)) for block in page.blocks]


def test_the_two_districts_do_differ(districts):
    """Else the tests above could not fail."""
    one, other = (_with_small_numbers(settings) for _, settings in districts)
    assert "25,0" in one
    assert "75,0" in other


def _with_small_numbers(settings: Settings) -> str:
    client = create_app(replace(settings, small_numbers=True)).server.test_client()
    return client.get(f"/export/quality.csv?school={FEW}&small=shown&lang=ru").text
