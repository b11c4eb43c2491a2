/*
answers = "How are the children tested spread over words a minute, or over ways of reading?"
grain   = "one row per group; a dimension not asked for is null"
# band: tens of words a minute, "0" for none at all; manner: letters … whole words
# true within one year and round only, see queries/derived/20_read_cells.sql
# child: null but for children in several languages, who are counted once
# group_children, group_tests: of the whole group that the band or the way is a part of
columns = [
    "year", "round", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "band", "manner", "tests", "group_tests", "group_children", "expected",
]
tables = ["reading"]
rows_of = "reading"
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
        case when :by_year then child_tests.year end as year,
        case when :by_round then child_tests.round end as round,
        case when :by_district then child_tests.district end as district,
        case when :by_aimak then child_tests.aimak end as aimak,
        case when :by_school then child_tests.school_id end as school,
        case when :by_grade then child_tests.grade end as grade,
        case when :by_letter then child_tests.letter end as letter,
        case when :by_language then child_tests.language end as language,
        case when :by_gender then child_tests.gender end as gender,
        case when not child_tests.once then child_tests.child end as child,
        case
            when not :by_band then null
            when child_tests.words_a_minute < 1 then 0
            when child_tests.words_a_minute < 10 then 1
            else cast(floor(child_tests.words_a_minute / 10) as integer) * 10
        end as band,
        case when :by_manner then child_tests.manner end as manner

    from child_tests

    where child_tests.tested
        and (not :by_band or child_tests.words_a_minute is not null)
        and (not :by_manner or child_tests.manner is not null)
        and (:every_year or child_tests.year in :year)
        and (:every_round or child_tests.round in :round)
        and (:every_district or child_tests.district in :district)
        and (:every_aimak or child_tests.aimak in :aimak)
        and (:every_school or child_tests.school_id in :school)
        and (:every_grade or child_tests.grade in :grade)
        and (:every_letter or child_tests.letter in :letter)
        and (:every_language or child_tests.language in :language)
        and (:every_gender or child_tests.gender in :gender)

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
        count(*) as tests,
        count(case when child is null then 1 end) as alone

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

),

several as (

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
        count(distinct child) as children

    from chosen

    where child is not null

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
    (sum(parts.tests) over whole)::bigint as group_tests,
    (sum(parts.alone) over whole + coalesce(several.children, 0))::bigint as group_children,
    true as expected

from parts

left join several
    on several.year is not distinct from parts.year
    and several.round is not distinct from parts.round
    and several.district is not distinct from parts.district
    and several.aimak is not distinct from parts.aimak
    and several.school is not distinct from parts.school
    and several.grade is not distinct from parts.grade
    and several.letter is not distinct from parts.letter
    and several.language is not distinct from parts.language
    and several.gender is not distinct from parts.gender

window whole as (
    partition by
        parts.year,
        parts.round,
        parts.district,
        parts.aimak,
        parts.school,
        parts.grade,
        parts.letter,
        parts.language,
        parts.gender
)

order by
    parts.year nulls last,
    parts.round nulls last,
    parts.district nulls last,
    parts.aimak nulls last,
    parts.school nulls last,
    parts.grade nulls last,
    parts.letter nulls last,
    parts.language nulls last,
    parts.gender nulls last,
    parts.band nulls last,
    parts.manner nulls last
