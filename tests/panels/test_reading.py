"""The page of reading: who cannot read yet, where, is it getting better, and what stays hidden."""

from dataclasses import replace

import pytest

from dashboard import panels
from dashboard.charts import histograms
from dashboard.exports import report
from dashboard.exports.csv import write
from dashboard.filters import GRADE_READ, LANGUAGE, LANGUAGE_READ, NORM_SET
from dashboard.i18n import LANGUAGES, t
from dashboard.pages.reading import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from dashboard.web import offers
from tests.conftest import SCHOOLS

NOW, BEFORE = "2026-2027", "2025-2026"
MINE = ("numbers", "norm", "where", "rounds", "spread", "manner", "schools", "funnel")
MADE = ("numbers", "norm", "where", "rounds", "spread", "manner", "schools")


def child(code, words, **more):
    """`code` begins with the school; grade 2 of a Kyrgyz class at this year's start."""
    told = {
        "pupil_code": code,
        "school_id": code[:3],
        "year": NOW,
        "round": "start",
        "grade": 2,
        "letter": "А",
        "language": "ky",
        "gender": "f",
        "status": "tested" if words is not None else "absent",
        "words_correct": words,
        "manner": "words" if words and words >= 40 else "syllables",
    }
    return told | more


def group(school, words, start=1, **more):
    return [child(f"{school}-{n:03}", each, **more) for n, each in enumerate(words, start)]


READING = [
    *group("S01", [0, 0, 5, 30, 39, 40, 41, 60, 60, 75, None]),  # 5 of 10 at the norm
    *group("S01", [10] * 6, start=50, letter="Б"),  # none of 6
    *group("S02", [0, *[20] * 11], start=1),  # none of 12, one without a word
    *group("S03", [45] * 3, start=1),  # too few to be shown
    *group("S05", [50] * 6, start=1),  # hidden with it, or it could be worked out
    *group("S04", [50] * 8, start=1, language="ru"),
    *group("S04", [25] * 9, start=20, grade=1, language="ru"),  # no norm in grade 1
    *group("S01", [20] * 15 + [50] * 5, start=200, year=BEFORE),
    *group("S02", [20] * 10, start=200, year=BEFORE),
    *group("S04", [50] * 8, start=200, year=BEFORE, round="end", language="ru"),
]
LATER = [
    *group("S01", [20, 20, *[45] * 8], round="end"),  # the same ten: three have risen
    *group("S02", [45] * 12, round="end"),
]
OWN = [
    {
        "norm_set": "our_own",
        "language": "ky",
        "grade": 2,
        "round": "start",
        "benchmark": 30,
        "at_risk": 15,
    }
]
FIFTH = {"school_id": "S05", "name": "№ 5 мектеп", "aimak": "Ак-Там", "language": "ky"}
TABLES = {"schools": [*SCHOOLS, FIFTH], "reading": READING}


@pytest.fixture
def block(snapshot_of, settings):
    def made(key, tables=TABLES, language="en", **query):
        snapshot = snapshot_of(tables)
        view = View(FilterState.from_query(PAGE.filters, query), language)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, settings)

    return made


def texts(made) -> list[list[str]]:
    return [[cell.text for cell in row] for row in made.rows]


def by_name(made) -> dict[str, list[str]]:
    return {name: others for name, *others in texts(made)}


def said(made) -> str:
    return " ".join([made.title, made.about, *made.sentences, *(c for r in texts(made) for c in r)])


@pytest.mark.parametrize("key", MINE)
def test_without_tests_it_says_what_to_import(key, block):
    assert block(key, {}).empty in (t(f"block.reading.{key}.empty", "en"), t("panel.empty", "en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", MADE)
def test_every_row_has_every_column_in_every_language(key, language, block):
    made = block(key, language=language)
    assert not made.empty
    assert all(len(row) == len(made.columns) for row in made.rows)
    assert "{" not in said(made)


@pytest.mark.parametrize("key", ["numbers", "norm", "where", "rounds", "spread", "schools"])
def test_the_set_of_norms_stands_beside_the_figures(key, block):
    assert t("norm_set.kg_benchmark", "en") in block(key).about
    tables = TABLES | {"reading_norms": OWN}
    assert "our_own" in block(key, tables, norm_set=["our_own"]).about


def test_another_set_of_norms_changes_the_share(block):
    usual = by_name(block("norm", TABLES | {"reading_norms": OWN}))
    own = by_name(block("norm", TABLES | {"reading_norms": OWN}, norm_set=["our_own"]))
    assert usual["Kyrgyz, grade 2"] != own["Kyrgyz, grade 2"]
    assert own["Russian, grade 2"][0] == t("reading.no_norm", "en")
    assert own["Kyrgyz, grade 2"][3] == usual["Kyrgyz, grade 2"][3] == "37"


def test_where_there_is_no_norm_that_is_said_and_no_number(block):
    assert by_name(block("norm"))["Russian, grade 1"] == [t("reading.no_norm", "en"), "", "", ""]
    assert "1" in block("rounds").about
    assert block("rounds", grade=["1"]).empty == t("reading.no_norms", "en")


def test_the_numbers_say_their_base(block):
    at_norm, zero, risen, tested = texts(block("numbers"))
    assert "22 of 45 children" in at_norm[4]
    assert "–" in at_norm[4]
    assert zero[1] == "3"
    assert "3 of 54 children" in zero[4]
    assert risen[4] == t("reading.not_twice", "en")
    assert "54 of 55" in tested[4]


def test_the_change_is_on_the_same_round_a_year_ago_and_on_the_start(block):
    first, *_ = texts(block("numbers"))  # 22 of 45 against 5 of 30
    assert first[2:4] == [t("reading.year_ago.higher", "en", size="32.2"), ""]
    later, *_ = texts(block("numbers", TABLES | {"reading": [*READING, *LATER]}))  # 20 of 22
    assert later[2] == t("reading.year_ago.same", "en")
    assert later[3] == t("reading.start.higher", "en", size="42.0")


def test_more_children_without_a_word_are_no_good_change(block):
    worse = [*group("S01", [0] * 8 + [50] * 2), *group("S01", [50] * 12, year=BEFORE)]
    change = block("numbers", {"reading": worse}).rows[1][2]
    assert change.tone == -1.0


def test_risen_is_of_the_same_children(block):
    tables = TABLES | {"reading": [*READING, *LATER]}
    value = by_name(block("numbers", tables))[t("metric.reading_risen", "en")]
    assert NOW in value[3] or value[0] == "c"


def test_most_children_below_the_norm_stand_first(block):
    made = block("where")
    first, second = texts(made)[:2]
    assert "№ 2" in first[0]
    assert "12 children" in first[0]
    assert "100%" in first[1]
    assert "1 read no word" in first[1]
    assert "№ 1" in second[0]
    assert "11 children" in second[0]


def test_at_most_seven_places_are_named(block):
    schools = [{"school_id": f"S{n:02}", "name": f"№ {n}"} for n in range(10, 22)]
    reading = [row for n in range(10, 22) for row in group(f"S{n}", [10] * n)]
    assert len(block("where", {"schools": schools, "reading": reading}).rows) == 7


def test_of_one_school_its_classes_are_told(block):
    made = block("where", school=["S01"])
    assert [row[0].split(":")[0] for row in texts(made)] == ["2Б", "2А"]
    assert all("grade=2" in row[0].href and "school=S01" in row[0].href for row in made.rows)


@pytest.mark.parametrize("key", MINE)
def test_a_school_with_few_children_is_never_told(key, block):
    assert "№ 3" not in " ".join(cell for row in texts(block("where")) for cell in row)
    made = block(key, school=["S03"])
    told = [cell.number for row in made.rows for cell in row[1:] if cell.number is not None]
    assert made.empty or not told


def test_that_some_are_not_named_is_said(block):
    assert block("where").marks["hint"] == t("reading.not_named", "en", limit=5)


def test_the_newest_round_stands_first_and_each_says_its_base(block):
    made = block("rounds", TABLES | {"reading": [*READING, *LATER]})
    names = [column.name for column in made.columns[1:]]
    assert names == [f"{NOW}.end", f"{NOW}.start", f"{BEFORE}.end", f"{BEFORE}.start"]
    assert texts(made)[0][4] == "16.7% of 30"
    assert [row[0] for row in texts(made)] == [t("reading.grade", "en", grade=2)]


def test_the_rounds_do_not_change_with_the_round_chosen(block):
    tables = TABLES | {"reading": [*READING, *LATER]}
    assert texts(block("rounds", tables)) == texts(block("rounds", tables, round=["start"]))


def test_the_bands_of_a_group_are_all_its_children(block):
    made = block("spread")
    rows = [row for row in texts(made) if row[0] == "Kyrgyz, grade 2"]
    assert [row[1] for row in rows][:3] == ["0", "1–9", "10–19"]
    assert sum(int(row[3]) for row in rows) == 37


def test_a_histogram_shows_its_norm_only_where_there_is_one(block):
    made = block("spread")
    lines = {name: norm for name, _, _, norm, _ in made.marks["groups"]}
    assert lines == {"Kyrgyz, grade 2": 40, "Russian, grade 1": None, "Russian, grade 2": 40}
    figure = histograms.figure(made, "en")
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [40, 40]


def test_those_who_read_no_word_stand_before_the_others_in_their_own_colour(block):
    bars = histograms.figure(block("spread"), "en")["data"][0]
    assert bars["x"][:3] == [-5, 5, 15]
    assert bars["marker"]["color"][0] == histograms.NO_WORD != bars["marker"]["color"][1]


def test_a_bar_is_left_of_the_norm_just_where_all_in_it_are_below(block):
    bars = histograms.figure(block("spread"), "en")["data"][0]
    edges = [x - histograms.WIDE / 2 for x in bars["x"]]
    assert 40 in edges
    assert not any(40 - histograms.WIDE < edge < 40 for edge in edges)


def test_of_a_hidden_group_there_is_no_bar(block):
    made = block("spread", school=["S03"])
    assert made.empty or not histograms.has_bars(made)


def test_the_ways_of_reading_add_up(block):
    made = block("manner")
    for row in made.rows:
        assert sum(cell.number for cell in row[1:5]) == pytest.approx(1)
    assert sum(count for _, count in made.marks["groups"]) == len(made.rows)


def test_a_district_s_own_set_is_offered_by_its_code(snapshot_of, settings):
    snapshot = snapshot_of(TABLES | {"reading_norms": OWN})
    view = View(FilterState.from_query(PAGE.filters, {}), "en")
    offered = dict(offers.offer(NORM_SET, offers.seen(PAGE, view, snapshot, settings)))
    assert offered["our_own"] == "our_own"
    assert offered["kg_benchmark"] == t("norm_set.kg_benchmark", "en")


def _offered(spec, snapshot, settings):
    view = View(FilterState.from_query(PAGE.filters, {}), "en")
    return offers.offer(spec, offers.seen(PAGE, view, snapshot, settings))


def test_the_languages_offered_are_those_of_the_tests_not_of_the_schools(snapshot_of, settings):
    uzbek = {"school_id": "S06", "name": "№ 6 мектеп", "language": "uz"}
    snapshot = snapshot_of(TABLES | {"schools": [*SCHOOLS, FIFTH, uzbek]})
    assert dict(_offered(LANGUAGE_READ, snapshot, settings)) == {"ky": "Kyrgyz", "ru": "Russian"}


def test_the_grades_offered_are_those_that_were_tested(snapshot_of, settings):
    snapshot = snapshot_of(TABLES)
    assert _offered(GRADE_READ, snapshot, settings) == [("1", "1"), ("2", "2")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_calls_its_language_that_which_is_read(language):
    spec = {spec.key: spec for spec in PAGE.filters}["language"]
    assert t(spec.words, language) != t(LANGUAGE.words, language)


def test_a_norm_of_a_country_is_for_its_schools_alone(block):
    """A Kazakh school is not judged by the Kyrgyz benchmark: its children have no norm."""
    kazakh = [school | {"country": "KZ"} for school in (*SCHOOLS, FIFTH)]
    tables = TABLES | {"schools": kazakh}
    assert {row[0] for row in by_name(block("norm", tables)).values()} == {
        t("reading.no_norm", "en")
    }
    assert block("where", tables).empty == t("reading.no_norms", "en")
    assert {norm for *_, norm, _ in block("spread", tables).marks["groups"]} == {None}
    own = tables | {"reading_norms": [OWN[0] | {"country": "KZ"}]}
    assert by_name(block("norm", own, norm_set=["our_own"]))["Kyrgyz, grade 2"][1]


def test_beside_schools_of_another_country_each_is_judged_by_its_own(block):
    schools = [s | {"country": "KZ" if s["school_id"] == "S02" else "KG"} for s in SCHOOLS]
    tables = TABLES | {"schools": [*schools, FIFTH]}
    told = {row[0].text: row[1].text for row in block("schools", tables).rows}
    assert told["№ 1 мектеп"] == by_name(block("schools"))["№ 1 мектеп"][0]
    assert told["№ 2 мектеп"] != by_name(block("schools"))["№ 2 мектеп"][0]


def test_a_file_names_the_set_of_norms(snapshot_of, settings):
    snapshot = snapshot_of(TABLES | {"reading_norms": OWN})
    view = View(FilterState.from_query(PAGE.filters, {"norm_set": ["our_own"]}), "en")
    mine = replace(PAGE, blocks=tuple(PAGE.block(key) for key in MADE))
    text = write(report.make(mine, view, snapshot, settings)).decode("utf-8-sig")
    assert text.count("our_own") > len(MADE) - 2


def test_the_start_is_not_compared_where_the_set_has_norms_for_other_grades(block):
    end = [row | {"round": "end"} for row in OWN]
    more = [row | {"round": "end", "grade": 1} for row in OWN]
    reading = {"reading": [*READING, *LATER]}
    for norms, compared in ((end, True), ([*end, *more], False)):
        tables = TABLES | reading | {"reading_norms": [*OWN, *norms]}
        first, *_ = texts(block("numbers", tables, norm_set=["our_own"]))
        assert bool(first[3]) == compared


def test_each_language_begins_a_line_of_histograms(block):
    layout = histograms.figure(block("spread"), "en")["layout"]
    left = [layout[f"xaxis{nth}"]["domain"][0] for nth in ("", "2", "3")]
    top = [layout[f"yaxis{nth}"]["domain"][1] for nth in ("", "2", "3")]
    assert left[0] == left[1] < left[2]
    assert top[0] > top[1] == top[2]
