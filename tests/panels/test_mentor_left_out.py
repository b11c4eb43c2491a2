"""Schools left out: each with its weakest subject and the nearest mentor who is free for it."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.i18n import t
from tests.conftest import marks
from tests.panels.of_mentors import MENTORS, SCHOOLS, TABLES, column, maker, mentor, names

SCHOOL_PLACES = [row | {"lat": 41.4 + n / 10} for n, row in enumerate(SCHOOLS)]
LAST = date(2028, 8, 31)


def of(school, subject, good, pupils=100):
    return marks(school_id=school, subject_id=subject, n4=good, n3=pupils - good)


USUAL = [of(f"S0{n}", subject, 50) for n in (1, 2) for subject in ("chemistry", "history")]
WEAK = [of("S05", "chemistry", 20), of("S05", "history", 45), of("S06", "history", 30)]


@pytest.fixture
def block(snapshot_of, settings):
    make = maker(snapshot_of, settings)

    def made(rows=WEAK, mentors=MENTORS, **asked):
        tables = {"schools": SCHOOL_PLACES, "marks": [*USUAL, *rows], "mentors": mentors}
        return make("left_out", TABLES | tables, **asked)

    return made


def test_the_weakest_subject_stands_there_with_a_free_mentor_of_it(block):
    told = column(block(), "evidence")[0]
    assert told == "Chemistry 20.0% · M3, №\u00a02, 33 km, 0 of 3 mentees"


@pytest.mark.parametrize(("lowest", "first"), [(10, "№ 6 мектеп"), (40, "№ 5 мектеп")])
def test_where_most_pupils_are_concerned_stands_first(lowest, first, block):
    made = block([of("S05", "chemistry", 30), of("S06", "history", lowest)])
    assert names(made)[0] == first


def test_it_says_of_what_time_that_is(block):
    assert "Quarter 1" in block().about


def test_without_marks_it_is_as_short_as_before(block):
    assert block([]).about == t("block.mentors.left_out.about", "en")


def test_the_link_puts_the_pair_in_the_list_for_the_order(block):
    href = block().rows[0][0].href
    assert href == "/mentors?view=pairs&accept=S05.chemistry.M3&lang=en"


def test_who_sees_no_single_teachers_is_told_the_subject_alone(snapshot_of, settings):
    make = maker(snapshot_of, replace(settings, role="member"))
    made = make("left_out", TABLES | {"schools": SCHOOL_PLACES, "marks": [*USUAL, *WEAK]})
    assert column(made, "evidence") == ["Chemistry 20.0%", "History 30.0%"]
    assert "mentor" not in made.about
    assert "M3" not in str(made)


def test_a_mentor_of_two_schools_has_the_load_of_the_first_when_the_second_is_told(block):
    rows = [of("S05", "chemistry", 20), of("S06", "chemistry", 30)]
    first, second = column(block(rows), "evidence")
    assert first.endswith("0 of 3 mentees")
    assert second.endswith("1 of 3 mentees")


def test_a_full_mentor_is_not_told(block):
    """M1 has four mentees; M2 has two and takes one, so the second school has nobody."""
    rows = [of("S05", "history", 20), of("S06", "history", 30)]
    first, second = column(block(rows), "evidence")
    assert "M2" in first
    assert second == f"History 30.0% · {t('mentors.no_free', 'en')}"


def test_of_equally_fit_mentors_the_nearest(block):
    near = mentor("M9", "S04", "natural_exact", subject_id="chemistry", end=LAST)
    assert "M9, №\u00a04, 11 km" in column(block(mentors=[*MENTORS, near]), "evidence")[0]


def test_a_hidden_group_is_never_the_weakest(block):
    told = column(block([of("S05", "chemistry", 0, 4), of("S05", "history", 40)]), "evidence")
    assert "Chemistry" not in " ".join(told)


def test_nor_is_one_with_too_few_pupils_to_be_relied_on(block):
    told = column(block([of("S05", "chemistry", 0, 9), of("S05", "history", 40)]), "evidence")
    assert told[0].startswith("History 40.0%")
    assert "Chemistry" not in " ".join(told)


def test_a_school_above_the_district_everywhere_has_no_weak_subject(block):
    made = block([of("S05", "chemistry", 90)])
    assert column(made, "evidence") == ["Ак-Там · 300 pupils", "Ак-Там"]
    assert made.rows[0][0].href.endswith("school=S05&lang=en&view=pairs")


def test_a_chosen_direction_looks_for_its_own_subjects(block):
    made = block(direction=["humanities"])
    told = dict(zip(names(made), column(made, "evidence")))
    assert told["№ 6 мектеп"].startswith("History 30.0%")
    assert "Chemistry" not in told["№ 5 мектеп"]
