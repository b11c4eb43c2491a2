"""Every number can name its files: those whose rows it was counted from."""

from datetime import date

import pytest

from dashboard.metrics.sources import sources
from dashboard.store import draft as drafts
from dashboard.store import rows
from dashboard.store.current import Reader
from dashboard.store.sources import Source, add
from tests.conftest import CLASS_OF_28, SCHOOLS

ASSOCIATION = {"association_id": "A1", "year": "2026-2027", "area": "humanities"}
WORK = {"year": "2026-2027", "month": "9", "kind": "seminar", "planned": 1, "done": 1}
TERM = {"start": date(2025, 9, 15), "end": date(2027, 9, 14), "direction": "humanities"}
HELD = {"kind": "seminar", "date": date(2026, 3, 5)}
# one file for each table, all of the school S01 and, where they tell it, of chemistry
FILES = {
    "marks": [CLASS_OF_28],
    "mentors": [{"mentor_id": "M1", "school_id": "S01", "subject_id": "chemistry"} | TERM],
    "pairs": [
        {"mentor_id": "M1", "mentee_id": "T1", "start": date(2025, 10, 1)}
        | {"mentee_school_id": "S01", "subject_id": "chemistry"}
    ],
    "mentor_events": [{"mentor_id": "M1", "school_id": "S01", "subject_id": "chemistry"} | HELD],
    "teachers": [{"teacher_id": "T1", "school_id": "S01"}],
    "networks": [{"network_id": "N1", "lead_school_id": "S02", "member_school_id": "S01"}],
    "completions": [{"teacher_id": "T1", "course_id": "C1", "finished": date(2026, 3, 5)}],
    "associations": [
        ASSOCIATION | {"school_id": "S01"},
        ASSOCIATION | {"school_id": "S02", "year": "2025-2026"},
    ],
    "meetings": [
        {"association_id": "A1", "date": day} for day in (date(2026, 10, 1), date(2030, 10, 1))
    ],
    "planned_work": [{"school_id": "S01", "subject_id": "chemistry"} | WORK],
}


@pytest.fixture
def told(settings):
    """How many rows of which file are behind a metric."""
    with drafts.draft(settings.store, settings) as opened:
        for number, (name, table) in enumerate({"schools": SCHOOLS, **FILES}.items(), start=1):
            add(opened, Source(number, "", name, name, "", "", len(table), 0, ""))
            rows.replace(opened, name, table, number)
        drafts.publish(opened, {"files": []})
    snapshot = Reader(settings).current()
    return lambda key, **where: {file.name: file.rows for file in sources(key, where, snapshot)}


@pytest.mark.parametrize(
    ("key", "files"),
    [
        ("quality", {"marks": 1}),
        ("mentors_live", {"mentors": 1, "pairs": 1, "mentor_events": 1}),
        ("mentored_young", {"teachers": 1, "pairs": 1}),
        ("network_certified", {"networks": 1, "teachers": 1, "completions": 1}),
        ("meetings_held", {"associations": 1, "meetings": 1}),
        ("work_done", {"planned_work": 1}),
    ],
)
def test_a_metric_names_the_files_of_a_school(key, files, told):
    """A pair is of its mentee's school, a certificate of its teacher's, a meeting of the school
    that its association is of in that year; a meeting of no year's association is of nobody."""
    assert told(key, school=("S01",)) == files
    assert told(key, school=("S03",)) == {}


def test_rows_of_other_subjects_are_not_told(told):
    assert told("quality", subject=("chemistry",)) == {"marks": 1}
    assert told("quality", subject=("history",)) == {}
    assert told("quality", area=("humanities",)) == {}


def test_an_associations_files_are_told_whatever_area_is_chosen(told):
    for area in ("humanities", "natural_exact"):
        assert told("meetings_held", area=(area,)) == {"associations": 2, "meetings": 1}
        assert told("work_done", area=(area,)) == {"planned_work": 1}
