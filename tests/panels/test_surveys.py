"""The surveys of the page of courses: what was answered, always with its base."""

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard import panels
from dashboard.components import shows
from dashboard.i18n import LANGUAGES
from dashboard.pages.courses import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from tests.made_up_surveys import KINDS, NETWORK, numbered, several_schools, sheet, with_effects

KEYS = ("response", "options", "effects", "asked", "years")
SEVERAL = "Several options could be chosen"
FEW = "Of fewer than 30 answers"


@pytest.fixture
def block(snapshot_of, settings):
    def made(key, lines, language="en", survey="", sort="", **query):
        snapshot = snapshot_of({"surveys": lines})
        state = FilterState.from_query(PAGE.filters, query)
        options = (("survey", survey),) if survey else ()
        view = View(state, language, sort=sort, tab="surveys", options=options)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, settings)

    return made


def _names(panel):
    return [row[0].text for row in panel.rows]


def _column(panel, name):
    place = [column.name for column in panel.columns].index(name)
    return {row[0].text: row[place].text for row in panel.rows}


def test_the_response_is_told_with_its_base_and_interval(block):
    made = block("response", sheet())
    assert made.sentences[0] == "50 of 56 answered: 89% (78.5–95.0)."
    assert made.sentences[1] == "6 people did not answer."
    assert "Кәсіби даму, 2026-2027" in made.about


def test_a_response_of_few_says_that_it_is_of_few(block):
    made = block("response", sheet({"курс": 9}, invited=20, answered=18))
    assert any(said.startswith(FEW) for said in made.sentences)


def test_a_hidden_response_says_nothing_but_that(block):
    made = block("response", sheet({"курс": 2}, invited=4, answered=3))
    assert made.sentences == ("Hidden: few people, or another hidden value could be worked out.",)


def test_options_stand_by_their_share_or_as_they_were_asked(block):
    lines = sheet({"б": 9, "а": 32, "в": 21})
    assert _names(block("options", lines)) == ["а", "в", "б"]
    assert _names(block("options", lines, sort="asked")) == ["б", "а", "в"]


def test_no_percent_stands_without_its_base(block):
    lines = [
        *sheet({"курс": 9}, invited=20, answered=18),
        *with_effects(effects={"none": 1, "large": 3}, question=NETWORK, answered=18),
    ]
    assert _column(block("options", lines), "value")["курс"] in ("9 of 18 (50%)", "4 of 18 (22%)")
    assert block("options", lines).sentences[-1].startswith(FEW)
    assert _column(block("effects", lines), "large") == {"курс": "3 of 4 (75%)"}


def test_it_is_said_where_shares_pass_100_percent(block):
    assert block("options", sheet()).sentences[0].startswith(SEVERAL)


def test_of_one_choice_nothing_is_said_of_several(block):
    assert not block("options", sheet({"а": 25, "б": 25})).sentences


def test_the_question_with_the_most_options_is_first(block):
    lines = numbered([*sheet({"64": 32}, question=NETWORK), *sheet()])
    made = block("options", lines)
    assert made.marks["groups"] == ((KINDS, 3), (NETWORK, 1))
    assert [row[-1].text for row in made.rows] == [KINDS] * 3 + [NETWORK]


def test_effects_of_an_option_add_up_to_those_who_told_of_it(block):
    made = block("effects", with_effects())
    (row,) = made.rows
    assert sum(cell.number for cell in row[1:5]) == pytest.approx(1)
    assert [cell.text for cell in row[1:6]] == ["2 (6%)", "7 (22%)", "15 (47%)", "8 (25%)", "32"]


def test_a_survey_that_asks_of_no_effect_says_so(block):
    assert "did not ask about the effect" in block("effects", sheet()).empty


def test_schools_stand_by_name_and_lead_to_their_own_answers(block):
    made = block("asked", several_schools())
    assert _names(made) == ["№ 1 мектеп", "№ 2 мектеп", "№ 3 мектеп", "№ 4 мектеп"]
    assert _column(made, "value")["№ 1 мектеп"] == "50 of 56 (89%)"
    assert made.rows[0][0].href == "/courses?school=S01&view=surveys&lang=en"
    assert made.reference == pytest.approx(140 / 164)


def test_a_school_that_was_not_asked_is_no_gap(block):
    assert _names(block("asked", sheet())) == ["№ 1 мектеп"]


def test_options_of_few_are_hidden(block):
    made = block("options", several_schools(S04=4), school=["S04"])
    assert {row[1].text for row in made.rows} == {"c"}


def test_effects_of_few_are_hidden(block):
    effects = with_effects(effects={"large": 2, "none": 1}, answered=4, invited=10)
    assert {cell.text for row in block("effects", effects).rows for cell in row[1:6]} == {"c", ""}


def test_a_survey_of_the_district_is_a_line_called_so(block):
    lines = sheet(school_id=None)
    assert _names(block("asked", lines)) == ["District"]
    assert "not split by schools" in block("response", lines).sentences[2]
    assert "not split by schools" in block("response", lines, school=["S01"]).empty


def test_every_survey_is_a_link_and_the_latest_of_most_schools_is_used(block):
    lines = [*several_schools(), *sheet(survey_id="B 2"), *sheet(year="2025-2026")]
    (switch,) = block("response", lines).switches
    assert [(choice.value, choice.used) for choice in switch.choices] == [
        ("A1", True),
        ("B 2", False),
        ("A1 2025-2026", False),
    ]
    assert switch.choices[1].href == "/courses?view=surveys&survey=B+2&lang=en"


@pytest.mark.parametrize(("survey", "answered"), [("B 2", 50), ("A1 2025-2026", 40), ("?", 140)])
def test_the_address_names_the_survey_and_its_year(survey, answered, block):
    lines = [*several_schools(), *sheet(survey_id="B 2"), *sheet(year="2025-2026", answered=40)]
    said = block("response", lines, survey=survey).sentences[0]
    assert said.startswith(f"{answered} of ")


def test_the_same_option_is_compared_with_the_survey_before(block):
    lines = [*sheet(), *sheet({"КУРС": 10, "семинар": 20}, year="2025-2026", question=f" {KINDS}")]
    made = block("years", lines)
    assert _names(made) == ["курс", "семинар"]
    assert _column(made, "in_2025-2026") == {"курс": "10 of 50 (20%)", "семинар": "20 of 50 (40%)"}
    assert _column(made, "change") == {"курс": "+44.0 points", "семинар": "+2.0 points"}
    assert _column(made, "sure") == {"курс": "more than chance", "семинар": "may be chance"}


def test_a_question_in_other_words_is_not_compared(block):
    lines = [*sheet(), *sheet(year="2025-2026", question=NETWORK)]
    assert "not asked in the same words" in block("years", lines).empty


def test_of_a_year_the_survey_of_the_same_code_is_compared(block):
    other = [row | {"survey_id": "Z", "year": "2025-2026"} for row in several_schools()]
    lines = [*sheet(), *sheet({"курс": 10}, year="2025-2026"), *other]
    assert _column(block("years", lines), "in_2025-2026") == {"курс": "10 of 50 (20%)"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_without_a_survey_each_block_says_why_it_is_empty(key, language, block):
    assert block(key, [], language).empty


@pytest.mark.parametrize("key", KEYS)
def test_what_people_wrote_is_escaped(key, block):
    """Titles, questions and options are data, whatever they hold."""
    lines = [
        row | {"title": "<i>{t}</i>", "question": "<b>{q}?</b>", "option": "<script>{o}</script>"}
        for year in ("2025-2026", "2026-2027")
        for row in with_effects(year=year)
    ]
    made = block(key, lines)
    drawn = shows.draw(PAGE.block(key).show, made, "en", key)
    written = json.dumps(drawn, cls=PlotlyJSONEncoder)
    assert "{t}" in written
    assert "<script>" not in _markup(written)


def _markup(written: str) -> str:
    """What the browser gets as HTML, not as words."""
    return " ".join(part.split('", "label"')[0] for part in written.split('"html": "')[1:])
