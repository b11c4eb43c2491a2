"""Every sample is known for its own layout and no other, in every form of file."""

import pytest

from dashboard.importer import staged
from dashboard.importer.layouts import accepted, layouts
from dashboard.importer.options import Options
from tests.importer.layout_rows import PUPILS
from tests.importer.layout_samples import SAMPLES, written

FORMS = [(key, form) for key, sample in SAMPLES.items() for form in sample.forms]
LOADED = [key for key, sample in SAMPLES.items() if sample.layout in accepted()]
# Layouts with samples of their own elsewhere.
ELSEWHERE = {"attendance", "kyrgyz_egra", "staff_courses", "tangerine"}


def _read(key: str, form: str, forced: str | None = None) -> staged.Staged:
    given = Options(layout=forced)
    return staged.read(staged.Staged("a", "", written(SAMPLES[key], form), given, Options()))


def _said(found: staged.Staged) -> list[list[dict]]:
    return [[dict(row.values) for row in part.rows] for _, part in found.parts]


@pytest.mark.parametrize(("key", "form"), FORMS)
def test_a_sample_is_known_for_its_layout(key, form):
    assert _read(key, form).layout == SAMPLES[key].layout


@pytest.mark.parametrize("key", LOADED)
def test_a_sample_says_the_same_in_every_form_and_under_its_own_name(key):
    layout, forms = SAMPLES[key].layout, SAMPLES[key].forms
    said = [_said(_read(key, form, forced)) for form in forms for forced in (None, layout)]
    assert said[0]
    assert all(said[0])
    assert said == [said[0]] * len(said)


@pytest.mark.parametrize("key", LOADED)
def test_no_pupil_leaves_the_reader(key):
    found = _read(key, "csv")
    for _, part in found.parts if SAMPLES[key].layout != "reading_sheet" else ():
        said = f"{part.rows}{part.subtotals}{part.problems}{part.refusals}"
        assert not [word for name in PUPILS for word in name.split() if word in said]


def test_every_foreign_layout_has_a_sample():
    foreign = {key for key, layout in layouts().items() if not layout.canonical}
    assert foreign - ELSEWHERE <= {sample.layout for sample in SAMPLES.values()}
