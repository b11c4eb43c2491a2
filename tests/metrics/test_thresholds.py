"""Which tests were held, so that the right threshold is named."""

from dashboard.metrics.thresholds import held


def test_held_tells_the_main_test_from_a_subject(snapshot_of):
    row = {"school_id": "S01", "year": "2025-2026", "takers": 20, "passed": 9}
    rows = [
        row | {"exam": "ort", "subject_id": None},
        row | {"exam": "ubt", "subject_id": "chemistry"},
    ]
    snapshot = snapshot_of({"exams": rows})
    assert held(snapshot, "2025-2026") == ("ort",)
    assert held(snapshot, "2025-2026", "chemistry") == ("ubt",)
    assert held(snapshot, "2024-2025") == ()
