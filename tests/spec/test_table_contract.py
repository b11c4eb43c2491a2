"""The canonical tables are those of the data contract, column by column."""

import pytest

from dashboard.spec.core import TYPES, tables

# Typed from the data contract; `*` = required.
CONTRACT = {
    "schools": "school_id* name* country opened closed successor_id aimak district oblast"
    " locality kind language rural lat lon pupils base_school aliases",
    "subjects": "subject_id* name_en name_ky name_kk name_ru area* half_year aliases",
    "marks": "school_id* year* period* grade* letter group subject_id* teacher_id roster* n5* n4*"
    " n3* n2* not_assessed exempt credited not_credited no_mark",
    "pupil_groups": "school_id* year* period* grade* letter roster* excellent* good* one_four"
    " satisfactory* one_three failing* not_assessed",
    "exams": "school_id* year* exam* subject_id graduates takers* passed* score_sum score_max",
    "olympiads": "year* stage* subject_id* school_id* grade participants place1 place2 place3"
    " advanced",
    "teachers": "teacher_id* school_id* year subject_ids experience_years category position"
    " young_specialist hours_per_week until",
    "courses": "course_id* name* provider kind* hours valid_years",
    "completions": "teacher_id* course_id* finished* certificate",
    "mentors": "mentor_id* teacher_id name school_id* direction* subject_id order_no start* end*"
    " certificate open_day",
    "pairs": "mentor_id* mentee_id* mentee_school_id* subject_id start* end status",
    "mentor_events": "date* kind* mentor_id school_id* subject_id participants",
    "networks": "network_id* name kind* lead_school_id* member_school_id* start end",
    "reading": "pupil_code* school_id* year* round* date grade* letter language* gender status*"
    " words_correct errors seconds questions_asked questions_right manner expressiveness"
    " handwriting",
    "reading_norms": "norm_set* country language grade* round* benchmark* at_risk",
    "surveys": "survey_id* year* title school_id invited* answered* question* option* chosen*"
    " effect",
    "associations": "association_id* school_id* area* chosen_by year* members",
    "meetings": "association_id* date* matters decisions minutes_no",
    "planned_work": "school_id* year* association_id month* kind* planned* done* subject_id",
    "programme": "school_id* year* period* grade* letter subject_id* hours_planned* hours_given*",
    "support": "school_id* year* period* grade kind* pupils* with_plan* improved",
    "marks_expected": "country* grade* from_year* to_year marks* source*",
    "boundaries": "boundary_id* name outline*",
    "course_plan": "school_id* year* kind* planned*",
    "course_cycles": "country* start* end years source*",
    "reporting": "school_id* year* period* table* due received",
}
AREAS = ("natural_exact", "humanities", "technology_primary", "preschool")
COUNTRIES = ("KG", "KZ")
KINDS_OF_COURSES = (
    *("level", "updated_curriculum", "criteria_assessment", "ict", "preschool_480"),
    *("interactive_board", "school_trainer", "other"),
)
CLOSED = {
    "schools.country": COUNTRIES,
    "schools.kind": ("secondary", "basic", "primary", "preschool", "lyceum", "gymnasium"),
    "schools.language": ("ky", "kk", "ru", "uz", "tg", "mixed"),
    "subjects.area": AREAS,
    "exams.exam": ("ort", "ubt"),
    "olympiads.stage": ("school", "district", "oblast", "republic"),
    "courses.kind": KINDS_OF_COURSES,
    "course_plan.kind": KINDS_OF_COURSES,
    "course_cycles.country": COUNTRIES,
    "mentors.direction": AREAS,
    "mentor_events.kind": (
        *("open_day", "seminar", "round_table", "debate", "hearing", "lesson_visit"),
        *("webinar", "master_class"),
    ),
    "networks.kind": ("lead", "base"),
    "reading.round": ("start", "middle", "end"),
    "reading.language": ("ky", "kk", "ru", "uz", "tg"),
    "reading.gender": ("f", "m"),
    "reading.status": ("tested", "absent", "refused"),
    "reading.manner": ("letters", "syllables", "words_and_syllables", "words"),
    "reading_norms.country": COUNTRIES,
    "reading_norms.language": ("ky", "kk", "ru", "uz", "tg"),
    "reading_norms.round": ("start", "middle", "end"),
    "surveys.effect": ("none", "small", "moderate", "large"),
    "associations.area": AREAS,
    "associations.chosen_by": ("members", "deputy"),
    # the order of the school year
    "planned_work.month": ("9", "10", "11", "12", "1", "2", "3", "4", "5", "6", "7", "8"),
    "planned_work.kind": (
        *("meeting", "open_lesson", "extracurricular", "subject_event", "lesson_visit"),
        *("control", "seminar"),
    ),
    "support.kind": ("gifted", "low_attaining"),
    "marks_expected.country": COUNTRIES,
}
COLUMNS = [(table, name) for table, spec in tables().items() for name in spec.columns]


def test_tables_are_those_of_the_contract():
    assert set(tables()) == set(CONTRACT)


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_stand_in_the_order_of_the_contract(table):
    names = [name.rstrip("*") for name in CONTRACT[table].split()]
    assert list(tables()[table].columns) == names


@pytest.mark.parametrize("table", CONTRACT)
def test_required_columns_are_those_of_the_contract(table):
    starred = {name.rstrip("*") for name in CONTRACT[table].split() if name.endswith("*")}
    assert tables()[table].required == starred


@pytest.mark.parametrize("table", CONTRACT)
def test_key_is_made_of_columns(table):
    assert set(tables()[table].key) <= set(tables()[table].columns)


@pytest.mark.parametrize("table", CONTRACT)
def test_key_names_each_column_once(table):
    key = tables()[table].key
    assert key
    assert len(set(key)) == len(key)


@pytest.mark.parametrize("table", CONTRACT)
def test_kind_is_known(table):
    assert tables()[table].kind in ("facts", "register", "reference")


@pytest.mark.parametrize("table", ["schools", "subjects", "teachers", "courses"])
def test_a_register_defines_its_ids_as_text(table):
    spec = tables()[table]
    assert spec.columns[spec.key[0]].type == "text"


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_type_is_known(table, name):
    assert tables()[table].columns[name].type in TYPES


def test_closed_lists_are_those_of_the_contract():
    found = {
        f"{table}.{name}": tables()[table].columns[name].choices
        for table, name in COLUMNS
        if tables()[table].columns[name].choices
    }
    assert found == CLOSED


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_a_choice_has_something_to_choose_from(table, name):
    column = tables()[table].columns[name]
    assert column.choices or column.type != "choice"
