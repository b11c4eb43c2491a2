"""The plan of mentors is read whole or refused with what is wrong in it."""

import pytest

from dashboard.errors import ConfigError
from dashboard.metrics.mentor_plan import plan


@pytest.mark.parametrize(
    "text",
    [
        "natural_exact=21 humanities=15",
        "natural_exact = 21, humanities = 15",
        " humanities:15; natural_exact:21 ",
    ],
)
def test_a_plan_is_read_however_it_is_written(text):
    assert plan(text) == {"natural_exact": 21, "humanities": 15}


def test_no_text_is_no_plan():
    assert plan("") == {}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("humanities=15 sport=3", "sport=3"),
        ("humanities=many", "humanities=many"),
        ("humanities", "humanities"),
        ("humanities=15 humanities=16", "humanities=16"),
        ("humanities=-1", "humanities=-1"),
    ],
)
def test_what_cannot_be_read_is_named(text, wrong):
    with pytest.raises(ConfigError) as told:
        plan(text)
    assert told.value.about == {"name": "TIREK_MENTOR_PLAN", "value": wrong}
