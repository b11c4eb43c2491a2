"""The whole way: exports written, imported, asked; every figure is the one that must come out."""

import json
from collections import Counter

import pytest

from dashboard import sample
from dashboard.importer import desk
from dashboard.importer.options import Options
from dashboard.metrics import ask, metrics
from dashboard.sample.terms import first_years
from dashboard.sample.writing import make_olympiads, make_records, office_of
from dashboard.settings import Settings
from dashboard.spec.answer import Question
from dashboard.store.current import Reader

ASKED = {"schools": 20, "years": 2, "seed": 7}
# What a row is narrowed to; the rest of its words are keys.
TIMES = ("year", "period", "round", "stage", "survey", "on", "valid", "norm_set")
NUMBERS = {"numerator", "denominator", "pupils", "value"}
METRICS = (
    *("quality", "pass_rate", "sou", "mean_mark", "quality_pupils", "one_three"),
    *("exam_threshold", "exam_mean", "exam_participation", "olympiad_places"),
    *("mentors_live", "mentor_load", "mentor_reach", "mentored_young", "network_certified"),
    *("meetings_held", "work_done", "programme_done", "load_hours", "support_plan"),
    *("course_coverage", "course_hours", "survey_response", "survey_share"),
    *("reading_tested", "reading_benchmark", "reading_zero", "reading_comprehension"),
    *("reading_accuracy", "handwriting_quality", "reading_fluency"),
    *("reading_gain", "reading_risen"),
)
REGISTERS = {  # of each table the records of the office
    name: name
    for name in (
        *("mentors", "pairs", "networks", "surveys"),
        *("associations", "meetings", "programme", "support"),
    )
} | {"mentor_events": "events", "planned_work": "work", "course_plan": "plan"}
OF_CLASSES = METRICS[:6]  # of leavers and olympiads a school may have a handful: many are hidden


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    """Twenty schools in every layout, over two years, imported; and the truth of them."""
    folder = tmp_path_factory.mktemp("district")
    sample.write(folder / "sample", **ASKED)
    settings = Settings(store=folder / "store", memory="256MB")
    batch = desk.bring([folder / "sample"], Options(), settings)
    truth = json.loads((folder / "sample" / "truth.json").read_text(encoding="utf-8"))
    return batch, truth, Reader(settings).current(), settings


def test_every_file_of_the_sample_loads(district):
    batch, *_ = district
    assert {file.status for file in batch.files} == {"loaded"}
    assert {problem.severity for file in batch.files for problem in file.problems} == {"warning"}


def test_every_layout_is_in_the_sample(district):
    layouts = {file.layout for file in district[0].files}
    assert layouts >= {
        *("class_report", "teacher_report", "subject_sheets", "kundoluk_journal"),
        *("marks", "schools", "pupil_groups", "exams", "olympiads"),
        *("teachers", "courses", "completions", "mentors", "pairs", "mentor_events", "networks"),
        *("associations", "meetings", "planned_work", "programme", "support"),
        *("surveys", "course_plan", "staff_courses", "attendance", "reading"),
    }


def test_as_many_rows_are_loaded_as_the_sample_has_records(district):
    loaded: Counter[str] = Counter()
    for file in district[0].files:
        loaded.update(file.tables)
    records = make_records(**ASKED)
    assert loaded["marks"] == sum(len(of_school.results) for of_school in records)
    assert loaded["pupil_groups"] == sum(len(of_school.standings) for of_school in records)
    assert loaded["exams"] == sum(len(of_school.exams) for of_school in records)
    assert loaded["reading"] == sum(len(of_school.reading) for of_school in records)
    assert loaded["olympiads"] == len(make_olympiads(records, ASKED["seed"]))


def test_as_many_rows_are_loaded_as_the_office_has_registered(district):
    loaded: Counter[str] = Counter()
    for file in district[0].files:
        loaded.update(file.tables)
    office = office_of(make_records(**ASKED), first_years(ASKED["years"]), ASKED["seed"])
    told = {name: len(getattr(office, field)) for name, field in REGISTERS.items()}
    assert {name: loaded[name] for name in REGISTERS} == told
    listed = len(office.registered) + len(office.registered_before) + len(office.lists)
    assert loaded["teachers"] == listed
    # What stands on a list is mostly told by the register too; it counts once.
    by_list = sum(len(each.cells) for each in office.lists)
    others = [each for each in office.completions if each.told != "list"]
    assert loaded["completions"] == len(others) + by_list


def test_the_truth_is_told_of_these_metrics(district):
    assert tuple(district[1]) == METRICS


@pytest.mark.parametrize("metric", METRICS)
def test_every_visible_figure_is_the_truth_and_every_other_is_hidden(district, metric):
    _, truth, snapshot, settings = district
    answers: dict = {}
    wrong, hidden = [], 0
    for row in truth[metric]:
        by = tuple(name for name in row if name not in (*TIMES, *NUMBERS))
        where = {name: (row[name],) for name in TIMES if name in row}
        question = Question.of(metric, by, where)
        if question not in answers:
            answers[question] = ask(question, snapshot, settings).by_key()
        found = answers[question].get(tuple(row[name] for name in by))
        if found is not None and found.flag == "c":
            hidden += 1
        elif found is None or _counts(found, row) != _expected(row):
            wrong.append((row, found))
    assert not wrong
    if metric in OF_CLASSES:
        assert 0 < hidden < 0.2 * len(truth[metric])
    assert hidden < len(truth[metric])
    assert not hidden or not metrics()[metric].open


def _counts(value, row) -> tuple:
    """Nothing below the line is no data, whatever stands above it. A value that the truth tells
    must be the same too."""
    told = (value.value,) if "value" in row else ()
    return (value.numerator, value.denominator, *told) if value.denominator else (0, 0)


def _expected(row) -> tuple:
    told = (row["value"],) if "value" in row else ()
    return (row["numerator"], row["denominator"], *told) if row["denominator"] else (0, 0)


def test_what_must_be_refused_is_refused_with_a_reason(district, tmp_path):
    refused = tmp_path / "sample-refused"
    sample.write(tmp_path / "sample", schools=3, years=1)
    settings = Settings(store=tmp_path / "store", memory="256MB")
    batch = desk.bring([refused], Options(), settings)
    assert batch.snapshot is None
    assert {file.status for file in batch.files} == {"rejected"}
    assert all(any(p.severity == "error" for p in file.problems) for file in batch.files)
