"""Blocks on children: who grew, understands, needs help; and codes only where they may stand."""

from dataclasses import replace

import pytest

from dashboard import panels
from dashboard.exports import FORMATS, report
from dashboard.i18n import t
from dashboard.pages.reading import PAGE
from dashboard.panels import View
from dashboard.roles import MAY, sees_children
from dashboard.spec.filters import FilterState
from tests.made_up_reading import child, norm, tables

KEYS = ("growth", "movers", "understood", "genders", "help", "screening")
CODE = "QPX"  # what only some may read
NORMS = [
    *(norm(2, 40, each, language="ky", at_risk=20) for each in ("start", "end")),
    *(norm(4, 80, each, language="ky") for each in ("start", "end")),
]


def _tests() -> list[dict]:
    """Grade 2 of № 1: of ten six rise and one falls; two are gone, one is new. Grade 4 has no line
    of risk. The class of № 2 is of three."""
    told = [(30, 45)] * 6 + [(50, 35)] + [(50, 60)] * 3
    rows = []
    for n, (first, last) in enumerate(told):
        gender = "fm"[n % 2]
        rows.append(_child(n, round="start", words_correct=first, gender=gender))
        rows.append(_child(n, words_correct=last, gender=gender, questions_asked=4))
    rows = [row | {"questions_right": 4 if row["words_correct"] > 40 else 3} for row in rows]
    rows += [_child(n, round="start") for n in (20, 21)]
    rows += [_child(22, words_correct=0, seconds=0), _child(23, status="absent")]
    rows += [_child(n, grade=4, words_correct=25 + n) for n in range(30, 36)]
    rows += [_child(n, grade=4, words_correct=39 - n % 2) for n in range(40, 46)]
    rows += [_child(n, school_id="S2", words_correct=10) for n in range(50, 53)]
    return rows + [_child(n, school_id="S3", words_correct=90) for n in range(60, 68)]


def _child(number: object, **more) -> dict:
    return child(f"{CODE}{number}", **more)


@pytest.fixture
def made(snapshot_of, settings):
    def make(key, role="methodist", language="en", rows=None, **query):
        snapshot = snapshot_of(tables(_tests() if rows is None else rows, NORMS))
        view = _view(key, language, query)
        using = replace(settings, role=role, norm_set="ours")
        return panels.make(PAGE, PAGE.block(key), view, snapshot, using)

    return make


def _view(key: str, language: str, query: dict) -> View:
    filters = FilterState.from_query(PAGE.filters, query)
    return View(filters, language, tab=PAGE.block(key).tab)


def _row(panel, *start: str) -> dict[str, str]:
    names = [column.name for column in panel.columns]
    (row,) = [r for r in panel.rows if tuple(cell.text for cell in r[: len(start)]) == start]
    return dict(zip(names, (cell.text for cell in row)))


def test_growth_is_of_the_same_children_and_says_who_is_missing(made):
    row = _row(made("growth", school=["S1"]), "Kyrgyz, grade 2")
    assert [row[name] for name in ("paired", "risen", "fallen", "kept", "lost", "come")] == [
        *("10", "6", "1", "3", "2", "1")
    ]
    assert row["gain"] == "15"


def test_movers_say_who_rose_fell_kept_and_is_missing(made):
    said = made("movers", school=["S1"]).sentences
    assert said[0].startswith("Of 10 children")
    assert "6 rose" in said[0]
    assert "1 fell" in said[0]
    assert "only at the start: 2; only at the end" in said[1]


def test_understood_has_its_base_and_says_what_80_percent_of_four_is(made):
    panel = made("understood", school=["S1"])
    row = _row(panel, "Kyrgyz, grade 2")
    assert row["of"] == "10"
    assert row["value"].startswith("90")
    assert panel.sentences == ("With four questions, 80 % means all four right.",)


def test_girls_and_boys_are_told_apart_only_beyond_chance(made):
    alike = [_child(n, gender="fm"[n % 2], words_correct=35 + n // 2 % 10) for n in range(40)]
    assert "no more than chance" in made("genders", rows=alike).sentences[0]
    rows = [_child(n, gender="f", words_correct=50) for n in range(20)]
    rows += [_child(n, gender="m", words_correct=30) for n in range(20, 40)]
    said = made("genders", rows=rows).sentences
    assert "100.0 points more among girls, more than chance" in said[0]
    assert "no more than chance" in said[1]


def _classes() -> list[dict]:
    """Twelve girls and twelve boys in each class; in one there are three children. Most are slow
    in grade 4 of № 1."""
    sizes = {(school, grade): 24 for school in ("S1", "S2", "S3") for grade in (2, 4)}
    sizes["S2", 4] = 3
    return [
        _child(
            f"{school}-{grade}-{n}",
            school_id=school,
            grade=grade,
            gender="fm"[n % 2],
            words_correct=10 if (school, grade) == ("S1", 4) or n < 2 else 90,
        )
        for (school, grade), size in sizes.items()
        for n in range(size)
    ]


def test_classes_with_most_children_below_come_first_and_few_are_hidden(made):
    panel = made("help", rows=_classes())
    names = [tuple(cell.text for cell in row[:3]) for row in panel.rows]
    assert ("№ 2 мектеп", "4А") not in {name[:2] for name in names}
    counts = [int(count) for _, _, count in names]
    assert counts == sorted(counts, reverse=True)
    assert counts
    assert "not shown" in panel.sentences[-1]


def test_children_at_risk_are_listed_by_class_for_one_school(made):
    panel = made("screening", school=["S1"])
    assert panel.rows[0][1].text == f"{CODE}22"
    assert {row[0].text for row in panel.rows} == {"2А", "4А"}
    assert len(panel.rows) == 1 + 6  # of grade 4 those below 40, half of the norm


def test_where_there_is_no_line_of_risk_half_the_norm_is_and_it_is_said(made):
    panel = made("screening", school=["S1"], grade=["4"])
    assert {row[-1].text for row in panel.rows} == {"40*"}
    assert "half of the norm" in panel.sentences[-1]
    alone = made("screening", school=["S1"], grade=["2"])
    assert {row[-1].text for row in alone.rows} == {"20"}
    assert not any("half" in said for said in alone.sentences)


@pytest.mark.parametrize("schools", [[], ["S1", "S2"]])
def test_without_one_school_no_child_is_listed(schools, made):
    panel = made("screening", school=schools)
    assert not panel.rows
    assert panel.empty == "Choose one school to see the list."


@pytest.mark.parametrize("role", ["member", "nobody"])
def test_whose_role_may_not_sees_no_codes(role, made):
    for key in KEYS:
        assert CODE not in repr(made(key, role=role, school=["S1"]))


def test_head_and_methodist_see_children_and_a_member_does_not(settings):
    told = {role: sees_children(replace(settings, role=role)) for role in MAY}
    assert (told["head"], told["methodist"], told["member"]) == (True, True, False)


def test_codes_stand_in_no_other_block(made):
    for block in PAGE.blocks:
        if block.key != "screening" and block.key in KEYS:
            assert CODE not in repr(made(block.key, school=["S1"]))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["ky", "kk", "ru", "en"])
def test_every_block_says_what_to_do_without_data(key, language, made):
    assert made(key, language=language, rows=[]).empty
    assert made(key, language=language, school=["S1"]).title


def test_the_list_is_in_the_file(snapshot_of, settings):
    snapshot = snapshot_of(tables(_tests(), NORMS))
    view = _view("screening", "en", {"school": ["S1"]})
    using = replace(settings, norm_set="ours")
    page = replace(PAGE, blocks=(PAGE.block("screening"),))
    data = FORMATS["csv"].write(report.make(page, view, snapshot, using))
    assert f"{CODE}22" in data.decode("utf-8-sig")


def test_few_boys_of_a_class_hide_no_class_and_no_school(made):
    """Each class has two boys: that empties neither the list of classes nor the comparison."""
    rows = [
        _child(f"{school}{n}", school_id=school, words_correct=20 + n, gender="m" if n < 2 else "f")
        for school in ("S1", "S2", "S3")
        for n in range(10)
    ]
    assert len(made("help", rows=rows).rows) == 3
    assert [len(row) for row in made("genders", rows=rows).rows] == [3, 3]


def test_girls_and_boys_of_one_school_are_not_told(made):
    told = made("genders", school=["S1"])
    assert not told.rows
    assert told.empty == t("reading_children.genders_apart", "en")
