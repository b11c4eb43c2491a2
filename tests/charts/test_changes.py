"""Changes around no change: as far to the left as to the right, coloured only where real."""

from dashboard.charts import changes
from tests import made_up


def test_no_change_is_in_the_middle():
    low, high = changes.figure(made_up.changes(), "en")["layout"]["xaxis"]["range"]
    assert low == -high


def test_only_a_real_change_has_a_colour():
    colours = changes.figure(made_up.changes(), "en")["data"][0]["marker"]["color"]
    assert colours == [changes.UNCLEAR, changes.UNCLEAR, changes.FELL]


def test_ticks_have_their_sign():
    texts = changes.figure(made_up.changes(), "ru")["layout"]["xaxis"]["ticktext"]
    assert texts[0].startswith("\u2212")
    assert texts[-1].startswith("+")
    assert "0" in texts


def test_hidden_change_has_no_bar_but_its_sign():
    bars, signs = changes.figure(made_up.changes(), "en")["data"]
    assert bars["x"][0] is None
    assert signs["text"] == ["c"]


def test_names_stand_at_the_left_of_a_narrow_screen():
    notes = changes.narrow(made_up.changes(), "en")["layout"]["annotations"]
    assert [note["xref"] for note in notes if note["text"].startswith("№")] == ["paper"] * 3
