"""Layouts of which nothing can be counted are refused with a sentence that says why."""

import pytest

from dashboard.i18n import LANGUAGES, t
from dashboard.importer.layouts import layouts
from tests.importer.handmade import checks
from tests.importer.layout_rows import OF_SUBJECT, PAPER_MARKS
from tests.importer.layout_samples import SAMPLES, written

REFUSED = {
    "papers in percent": "percent_only",
    "results in percent": "percent_only",
    "external": "percent_only",
    "papers": "papers_only",
    "parallels": "no_school",
}


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
@pytest.mark.parametrize("key", REFUSED)
def test_it_is_refused_and_says_why(district, key, form):
    report = district.one(written(SAMPLES[key], form), name=f"a.{form}", school="S05")
    assert (report.status, checks(report)) == ("rejected", [REFUSED[key]])


def test_marks_of_papers_are_never_taken_for_those_of_the_quarter(district):
    """Nor with columns beside them that nobody knows."""
    head, *rows = PAPER_MARKS
    rows = [["кабинет 5", "Физ", *row, "макс 20", 12.5] for row in rows]
    head = ["Кабинет", "Сабак коду", *head, "Максимум", "Орточо"]
    report = district.one({"Лист1": [*OF_SUBJECT, head, *rows]})
    assert checks(report) == ["papers_only"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", ["papers_only", "one_pupil"])
def test_the_sentence_is_in_every_language(check, language):
    assert len(t(f"problem.{check}", language)) > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_layout_that_loads_has_a_name(language):
    foreign = [key for key, one in layouts().items() if not one.canonical and not one.refuse]
    names = [t(f"layout.{key}", language) for key in foreign]
    assert not [key for key, name in zip(foreign, names) if name == f"layout.{key}"]
