"""Suggested pairs: terms, subjects and load hold always; what is accepted stays and is told."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard import panels
from dashboard.i18n import LANGUAGES, t
from dashboard.pages.mentors import PAGE
from dashboard.pages.quality import PAGE as QUALITY
from dashboard.panels import View, accepting
from dashboard.panels.accepting import Item
from dashboard.spec.filters import FilterState
from tests.conftest import marks

CODES = [f"S{n:02}" for n in range(1, 14)]
SCHOOLS = [
    {
        "school_id": code,
        "name": f"№ {n} мектеп",
        "aimak": "Ала-Бука",
        "lat": 41.0 + n / 10,
        "lon": 71.0,
    }
    for n, code in enumerate(CODES, start=1)
]
NOWHERE = {"school_id": "S99", "name": "№ 99 мектеп"}
START, END, LATER = date(2026, 9, 1), date(2027, 8, 31), date(2028, 8, 31)
OVER = {"start": date(2025, 9, 1), "end": date(2026, 9, 30)}
PAIRED = date(2026, 10, 1)


def of(school, subject="chemistry", good=50, pupils=100):
    return marks(school_id=school, subject_id=subject, n4=good, n3=pupils - good)


def low(school, subject="chemistry", pupils=100):
    return of(school, subject, pupils // 10, pupils)


def mentor(code, school, subject="chemistry", direction="natural_exact", **more):
    term = {"start": START, "end": END, "name": "Асанова А."}
    named = {"mentor_id": code, "school_id": school, "subject_id": subject}
    return named | {"direction": direction} | term | more


def pair(code, mentee, school, subject="chemistry"):
    named = {"mentor_id": code, "mentee_id": mentee, "mentee_school_id": school}
    return named | {"subject_id": subject, "start": PAIRED}


@pytest.fixture
def panel(snapshot_of, settings):
    """Every school is as the district, but for those that are said to be low."""

    def make(lows=(), mentors=(), pairs=(), key="suggested", **asked):
        given = {(row["school_id"], row["subject_id"]): row for row in lows}
        subjects = ("chemistry", "biology", "history")
        usual = {(code, subject): of(code, subject) for code in CODES for subject in subjects}
        tables = {
            "schools": [*SCHOOLS, NOWHERE],
            "marks": [*(usual | given).values()],
            "mentors": [*mentors],
            "pairs": [*pairs],
        }
        snapshot = snapshot_of({name: rows for name, rows in tables.items() if rows})
        options = {"spread": "chance"} | asked.pop("options", {})
        language, small = asked.pop("language", "en"), asked.pop("small", False)
        view = View(
            FilterState.from_query(PAGE.filters, asked),
            language,
            tab="pairs",
            options=tuple(sorted(options.items())),
            small=small,
        )
        opened = replace(settings, small_numbers=small)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, opened)

    return make


def column(made, name):
    place = [column.name for column in made.columns].index(name)
    return [row[place] for row in made.rows]


def texts(made, name):
    return [cell.text for cell in column(made, name)]


def given(made):
    """School and subject → mentor."""
    names = [f"{a} {b}" for a, b in zip(texts(made, "name"), texts(made, "subject"))]
    return dict(zip(names, texts(made, "mentor")))


def options_of(href):
    query = {key: values[0] for key, values in parse_qs(urlsplit(href).query).items()}
    return {key: query[key] for key in ("accept", "most") if key in query}


def test_without_a_register_it_says_what_to_import(panel):
    assert panel([low("S01")]).empty == t("mentors.no_register", "en")


def test_without_a_low_subject_there_is_nothing_to_suggest(panel):
    assert panel([], [mentor("M1", "S02")]).empty == t("pairing.no_need", "en")


def test_needs_are_what_the_page_of_quality_calls_lower(panel, snapshot_of, settings):
    lows = [low("S01"), low("S05", "history"), of("S09", good=33)]
    made = panel(lows, [mentor("M1", "S02")])
    view = View(FilterState.from_query(QUALITY.filters, {}), "en", options=(("spread", "chance"),))
    away = panels.make(QUALITY, QUALITY.block("away"), view, snapshot_of({}), settings)
    lower = [row[0].text for row in away.rows[: away.marks["lower"]]]
    names = zip(texts(made, "name"), texts(made, "subject"))
    assert lower
    assert [f"{name}, {subject}" for name, subject in names] == lower


def test_the_nearest_of_the_subject_is_suggested_and_it_is_said_why(panel):
    made = panel([low("S01")], [mentor("M1", "S09"), mentor("M2", "S03"), mentor("M3", "S08")])
    assert texts(made, "mentor") == ["M2"]
    assert texts(made, "of") == ["№\u00a03"]
    assert texts(made, "load") == ["0 → 1 of 3"]
    assert texts(made, "why") == ["Same subject; the nearest of 3 with free load."]
    assert texts(made, "way") == ["22 km"]


@pytest.mark.parametrize(
    ("mentors", "why"),
    [
        ([mentor("M1", "S02", "history", "humanities")], "none"),
        ([mentor("M1", "S01"), mentor("M2", "S02", None, "preschool")], "own"),
        ([mentor("M1", "S02", **OVER), mentor("M2", "S02", None, "preschool")], "over"),
    ],
)
def test_nobody_is_suggested_whose_subject_school_or_term_does_not_fit(panel, mentors, why):
    made = panel([low("S01")], mentors, [pair("M2", "T1", "S05", None)])
    assert texts(made, "state") == [t("pairing.state.nobody", "en")]
    said = t(f"pairing.nobody.{why}", "en", own="M1", over="M1 (Sep 30, 2026)")
    assert texts(made, "why") == [said]


def test_a_mentor_of_two_terms_serves_until_the_later_one_ends(panel):
    terms = [mentor("M1", "S02", **OVER), mentor("M1", "S02", end=LATER)]
    made = panel([low("S01")], terms, [pair("M1", "T1", "S05")])
    assert texts(made, "mentor") == ["M1"]
    assert "2028" in texts(made, "until")[0]


def test_a_full_mentor_is_not_suggested_and_named_as_nearer(panel):
    mentors = [mentor("M1", "S02"), mentor("M2", "S12")]
    pairs = [pair("M1", f"T{n}", "S05") for n in range(3)]
    made = panel([low("S01")], mentors, pairs)
    assert texts(made, "mentor") == ["M2"]
    assert "M1 is nearer (11 km), but full: 3 of 3." in texts(made, "why")[0]
    wider = panel([low("S01")], mentors, pairs, options={"most": "4"})
    assert (texts(wider, "mentor"), texts(wider, "load")) == (["M1"], ["3 → 4 of 4"])


def test_load_never_passes_what_a_mentor_may_have(panel):
    lows = [low(code) for code in CODES[:6]]
    made = panel(lows, [mentor("M1", "S13")], [pair("M1", "T1", "S12")], options={"most": "4"})
    assert sorted(texts(made, "mentor")) == sorted(["M1"] * 3 + ["–"] * 3)
    assert [load for load in texts(made, "load") if load] == [
        f"{n} → {n + 1} of 4" for n in (1, 2, 3)
    ]
    assert "3: the free mentors are needed more" in " ".join(made.sentences)


def test_where_more_pupils_are_concerned_comes_first(panel):
    lows = [low("S01", pupils=60), low("S09", pupils=200)]
    made = panel(lows, [mentor("M1", "S02")], options={"most": "1"})
    assert given(made) == {"№ 9 мектеп Chemistry": "M1", "№ 1 мектеп Chemistry": "–"}
    assert texts(made, "why")[1] == t("pairing.nobody.others", "en")


def test_it_is_said_whom_a_nearer_mentor_helps_instead(panel):
    """M1 could come to № 4 as well, but № 1 has nobody else so near."""
    lows = [low("S01", pupils=200), low("S04", pupils=60)]
    mentors = [mentor("M1", "S03"), mentor("M2", "S08")]
    made = panel(lows, mentors, options={"most": "1"})
    assert texts(made, "mentor") == ["M1", "M2"]
    assert "M1 is nearer (11 km), but helps №\u00a01, where more pupils" in texts(made, "why")[1]


def test_hidden_groups_are_never_needs(panel):
    """Not even where small numbers may be seen."""
    good = [of(code, good=98) for code in CODES[1:]]
    few = [marks(school_id="S02", subject_id="chemistry", n2=4), of("S13", good=20, pupils=20)]
    for small in (False, True):
        made = panel([low("S01"), *good, *few], [mentor("M1", "S03")], small=small)
        assert texts(made, "name") == ["№ 1 мектеп"]


def test_a_school_alone_gets_the_mentor_that_it_gets_in_the_whole(panel):
    lows = [low("S01", pupils=60), low("S02", pupils=200)]
    mentors = [mentor("M1", "S03"), mentor("M2", "S12")]
    whole = given(panel(lows, mentors, options={"most": "1"}))
    alone = panel(lows, mentors, options={"most": "1"}, school=["S01"])
    assert given(alone) == {"№ 1 мектеп Chemistry": whole["№ 1 мектеп Chemistry"]} != {}
    assert alone.sentences[0] == "Help is needed in 1 case."
    elsewhere = panel(lows, mentors, school=["S05"])
    assert "2" in elsewhere.empty


def test_a_subject_that_has_a_pair_is_helped_already(panel):
    made = panel([low("S01")], [mentor("M1", "S02"), mentor("M2", "S03")], [pair("M2", "T", "S01")])
    assert texts(made, "state") == [t("pairing.state.helped", "en")]
    assert texts(made, "mentor") == ["M2"]
    assert not made.rows[0][-1].href
    assert "links" in made.marks
    assert not made.marks["links"]


def test_a_mentor_without_coordinates_is_the_farthest_and_said_so(panel):
    lost = mentor("M1", "S99")
    alone = panel([low("S01")], [lost])
    assert (texts(alone, "mentor"), texts(alone, "way")) == (["M1"], ["not known"])
    assert texts(panel([low("S01")], [lost, mentor("M2", "S13")]), "mentor") == ["M2"]


def test_accepted_pairs_stay_and_the_rest_is_assigned_anew(panel):
    lows = [low("S01", pupils=60), low("S02", pupils=200)]
    mentors = [mentor("M1", "S03"), mentor("M2", "S12")]
    options = {"most": "1", "accept": "S02.chemistry.M2"}
    made = panel(lows, mentors, options=options)
    assert given(made) == {"№ 1 мектеп Chemistry": "M1", "№ 2 мектеп Chemistry": "M2"}
    state = dict(zip(texts(made, "name"), texts(made, "state")))
    assert state["№ 2 мектеп"] == t("pairing.state.accepted", "en")
    assert dict(zip(texts(made, "name"), texts(made, "load")))["№ 2 мектеп"] == "0 → 1 of 1"


def test_accepting_and_taking_back_lead_there_and_back(panel):
    lows, mentors = [low("S01"), low("S02")], [mentor("M1", "S03", end=LATER)]
    first = panel(lows, mentors)
    href = column(first, "state")[0].href
    assert options_of(href)["accept"].endswith(".chemistry.M1")
    accepted = panel(lows, mentors, options=options_of(href))
    back = next(cell.href for cell in column(accepted, "state") if "accepted" in cell.text)
    assert "accept" not in options_of(back)
    every = panel(lows, mentors, options=options_of(first.marks["links"][0][1]))
    assert set(texts(every, "state")) == {t("pairing.state.accepted", "en")}
    order = panel(lows, mentors, key="order", options=options_of(first.marks["links"][0][1]))
    assert [row[0].number for row in order.rows] == [1, 2]
    assert set(texts(order, "until")) == {"Aug 31, 2028"}
    assert set(texts(order, "name")) == {"№ 1 мектеп", "№ 2 мектеп"}


def test_an_order_is_whole_whatever_is_narrowed(panel):
    options = {"accept": "S01.chemistry.M1"}
    order = panel([low("S01")], [mentor("M1", "S03")], key="order", options=options, school=["S05"])
    assert texts(order, "mentor") == ["M1"]
    assert "Annex to order" in order.about


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("S01.chemistry", "unreadable"),
        ("S77.chemistry.M1", "unknown_school"),
        ("S01.alchemy.M1", "unknown_subject"),
        ("S01.chemistry.M9", "unknown_mentor"),
        ("S01.chemistry.M2", "over"),
        ("S01.history.M1", "unfit"),
        ("S03.chemistry.M1", "own"),
        ("S01.chemistry.M3", "full"),
        ("S05.chemistry.M1", "helped"),
        ("S02.chemistry.M4", "twice"),
        ("S02.biology.M1", "same_school"),
    ],
)
def test_what_cannot_be_accepted_is_told_with_its_reason(panel, item, why):
    mentors = [mentor(code, "S03") for code in ("M1", "M3", "M4")] + [mentor("M2", "S03", **OVER)]
    pairs = [pair("M3", f"T{n}", "S05") for n in range(3)]
    options = {"accept": f"S02.chemistry.M1~{item}"}
    order = panel([low("S01")], mentors, pairs, key="order", options=options)
    assert texts(order, "mentor") == ["M1"]
    said = t("pairing.refused", "en", pair="|", why=t(f"pairing.refused.{why}", "en"))
    start, end = said.split("|")
    assert order.sentences[1].startswith(start)
    assert order.sentences[1].endswith(end)
    assert options_of(order.marks["undo"][0]) == {"accept": "S02.chemistry.M1"}


def test_without_anything_accepted_the_order_says_how(panel):
    order = panel([low("S01")], [mentor("M1", "S03")], key="order")
    assert order.sentences == (t("pairing.none_accepted", "en"),)


def test_people_are_codes(panel):
    made = panel([low("S01")], [mentor("M1", "S03")], options={"accept": "S01.chemistry.M1"})
    assert "Асанова" not in repr(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words(panel, language):
    lows, mentors = [low("S01"), low("S02"), low("S01", "history")], [mentor("M1", "S03")]
    made = panel(lows, mentors, language=language, options={"accept": "S02.chemistry.M1~x"})
    assert len(made.rows) == 3
    assert all(made.sentences)


def test_odd_codes_come_back_as_they_were():
    item = Item("№ 5", "it.basics", "M~7")
    text = accepting.written(item)
    assert PAGE.option(accepting.KEY).knows(text)
    assert accepting.read(text, *[tuple((code,) for code in item)]) == [item]
