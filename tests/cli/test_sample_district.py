"""The whole way: exports written, imported, asked; every figure is the one that must come out."""

import json

import pytest

from dashboard import sample
from dashboard.importer import desk
from dashboard.importer.options import Options
from dashboard.metrics import ask
from dashboard.settings import Settings
from dashboard.spec.answer import Question
from dashboard.store.current import Reader

NUMBERS = {"year", "period", "numerator", "denominator", "pupils"}


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    """Twelve schools in every layout, over two years, imported; and the truth of them."""
    folder = tmp_path_factory.mktemp("district")
    sample.write(folder / "sample", schools=20, years=2, seed=7)
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
        *("marks", "schools"),
    }


def test_every_visible_figure_is_the_truth_and_every_other_is_hidden(district):
    _, truth, snapshot, settings = district
    wrong, hidden = [], 0
    for metric, rows in truth.items():
        answers = {}
        for row in rows:
            by = tuple(name for name in row if name not in NUMBERS)
            of = (by, row["year"], row["period"])
            if of not in answers:
                where = {"year": (row["year"],), "period": (row["period"],)}
                answers[of] = ask(Question.of(metric, by, where), snapshot, settings).by_key()
            found = answers[of].get(tuple(row[name] for name in by))
            if found is not None and found.flag == "c":
                hidden += 1
            elif found is None or _counts(found) != (row["numerator"], row["denominator"]):
                wrong.append((metric, row, found))
    assert not wrong
    assert 0 < hidden < 0.2 * sum(map(len, truth.values()))


def _counts(value) -> tuple:
    return value.numerator, value.denominator


def test_what_must_be_refused_is_refused_with_a_reason(district, tmp_path):
    refused = tmp_path / "sample-refused"
    sample.write(tmp_path / "sample", schools=3, years=1)
    settings = Settings(store=tmp_path / "store", memory="256MB")
    batch = desk.bring([refused], Options(), settings)
    assert batch.snapshot is None
    assert {file.status for file in batch.files} == {"rejected"}
    assert all(any(p.severity == "error" for p in file.problems) for file in batch.files)
