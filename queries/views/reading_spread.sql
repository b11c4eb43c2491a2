/*
answers = "How are the children tested spread over words a minute, or over ways of reading?"
grain   = "one row per group; a dimension not asked for is null"
# band: tens of words a minute, "0" for none at all; manner: letters … whole words
# group_children, group_tests: of the whole group that the band or the way is a part of
columns = [
    "year", "round", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "band", "manner", "tests", "group_tests", "group_children", "expected",
]
tables = ["reading"]
own_axes = ["language"]
apart_axes = ["gender", "school"]
periods = "reading"

[params]
by_year = "boolean"
by_round = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_grade = "boolean"
by_letter = "boolean"
by_language = "boolean"
by_gender = "boolean"
by_band = "boolean"
by_manner = "boolean"
year = "text[]"
round = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
gender = "text[]"

[present]
group_children = ["group_children"]
*/
with

chosen as (

    select
        case when :by_year then tested.year end as year,
        case when :by_round then tested.round end as round,
        case when :by_district then core_schools.district end as district,
        case when :by_aimak then core_schools.aimak end as aimak,
        case when :by_school then core_schools.school_id end as school,
        case when :by_grade then tested.grade end as grade,
        case when :by_letter then tested.letter end as letter,
        case when :by_language then tested.language end as language,
        case when :by_gender then tested.gender end as gender,
        tested.child,
        case
            when not :by_band then null
            when tested.words_a_minute < 1 then 0
            when tested.words_a_minute < 10 then 1
            else cast(floor(tested.words_a_minute / 10) as integer) * 10
        end as band,
        case when :by_manner then tested.manner end as manner

    from tested

    inner join core_schools
        on core_schools.school_id = tested.school_id

    where (not :by_band or tested.words_a_minute is not null)
        and (not :by_manner or tested.manner is not null)
        and (:every_year or tested.year in :year)
        and (:every_round or tested.round in :round)
        and (:every_district or core_schools.district in :district)
        and (:every_aimak or core_schools.aimak in :aimak)
        and (:every_school or core_schools.school_id in :school)
        and (:every_grade or tested.grade in :grade)
        and (:every_letter or tested.letter in :letter)
        and (:every_language or tested.language in :language)
        and (:every_gender or tested.gender in :gender)

),

whole as (

    select
        year,
        round,
        district,
        aimak,
        school,
        grade,
        letter,
        language,
        gender,
        count(*) as tests,
        count(distinct child) as children

    from chosen

    group by
        year,
        round,
        district,
        aimak,
        school,
        grade,
        letter,
        language,
        gender

),

parts as (

    select
        year,
        round,
        district,
        aimak,
        school,
        grade,
        letter,
        language,
        gender,
        band,
        manner,
        count(*) as tests

    from chosen

    group by
        year,
        round,
        district,
        aimak,
        school,
        grade,
        letter,
        language,
        gender,
        band,
        manner

)

select
    parts.year,
    parts.round,
    parts.district,
    parts.aimak,
    parts.school,
    parts.grade,
    parts.letter,
    parts.language,
    parts.gender,
    parts.band,
    parts.manner,
    parts.tests::bigint as tests,
    whole.tests::bigint as group_tests,
    whole.children::bigint as group_children,
    true as expected

from parts

inner join whole
    on whole.year is not distinct from parts.year
    and whole.round is not distinct from parts.round
    and whole.district is not distinct from parts.district
    and whole.aimak is not distinct from parts.aimak
    and whole.school is not distinct from parts.school
    and whole.grade is not distinct from parts.grade
    and whole.letter is not distinct from parts.letter
    and whole.language is not distinct from parts.language
    and whole.gender is not distinct from parts.gender

order by
    year nulls last,
    round nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    letter nulls last,
    language nulls last,
    gender nulls last,
    band nulls last,
    manner nulls last
