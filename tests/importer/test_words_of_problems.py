"""Every problem that the importer can raise has words in four languages."""

import re
from pathlib import Path

import pytest

from dashboard.i18n import LANGUAGES, t
from dashboard.importer import report as reports
from dashboard.spec.batch import Batch, FileReport
from dashboard.spec.problem import Problem

ROOT = Path(__file__).parents[2] / "dashboard" / "importer"
NAMED = re.compile(
    r"\"((?:bad|missing|negative|unknown|percent)_[a-z]+|pupil_named|teacher_named|partly_present|no_rows|no_school|sheet_not_read"
    r"|option_disagrees|[a-z]+_disagrees?|duplicate_row|marks_not_expected|part_exceeds_whole)\""
)
HOLDERS = (
    *("value", "column", "choices", "said", "found", "near", "rows", "headings", "accepted"),
    *(
        "columns",
        "layout",
        "total",
        "roster",
        "computed",
        "printed",
        "earlier_row",
        "earlier_sheet",
    ),
    *("expected", "year", "whole", "of"),
)
NOT_PROBLEMS = {"bad_option"}


def _checks() -> list[str]:
    texts = [path.read_text("utf-8") for path in ROOT.rglob("*.py") if "reading" not in path.parts]
    texts += [path.read_text("utf-8") for path in (ROOT / "layouts").glob("*.toml")]
    return sorted({name for text in texts for name in NAMED.findall(text)} - NOT_PROBLEMS)


@pytest.mark.parametrize("check", _checks())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_words(check, language):
    about = dict.fromkeys(HOLDERS, "1")
    assert len(t(f"problem.{check}", language, **about)) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_reads_where_it_is_and_what_to_do(language):
    about = {"column": "n5", "value": "пять"}
    problem = Problem("bad_number", "error", "8А", 12, "n5", "пять", about)
    file = FileReport("a.csv", "", "marks", "loaded", {"marks": 1}, 1, 1, (problem,), 2)
    lines = reports.as_text(Batch("2026", (file,)), language)
    assert any("8А" in line and "12" in line and "пять" in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_list_of_problems_is_cut(language):
    problem = Problem("no_rows", "error")
    file = FileReport("a.csv", "", None, "rejected", problems=(problem,) * 100)
    assert len(reports.as_text(Batch(None, (file,)), language)) < 30
