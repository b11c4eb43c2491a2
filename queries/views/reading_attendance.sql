/*
answers = "How many children were to be tested in reading, and how many were?"
grain   = "one row per group; a dimension not asked for is null"
# listed: tests to be; children: once, in however many languages
# true within one year and round only, see queries/derived/20_read_cells.sql
columns = [
    "year", "round", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "children", "listed", "tested", "absent", "refused", "expected",
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
children = ["children"]
*/
select
    case when :by_year then read_cells.year end as year,
    case when :by_round then read_cells.round end as round,
    case when :by_district then read_cells.district end as district,
    case when :by_aimak then read_cells.aimak end as aimak,
    case when :by_school then read_cells.school_id end as school,
    case when :by_grade then read_cells.grade end as grade,
    case when :by_letter then read_cells.letter end as letter,
    case when :by_language then read_cells.language end as language,
    case when :by_gender then read_cells.gender end as gender,
    (sum(case when read_cells.child is null then read_cells.listed else 0 end)
        + count(distinct case when read_cells.listed > 0 then read_cells.child end))::bigint
        as children,
    sum(read_cells.listed)::bigint as listed,
    sum(read_cells.tests)::bigint as tested,
    sum(read_cells.absent)::bigint as absent,
    sum(read_cells.refused)::bigint as refused,
    true as expected

from read_cells

where (:every_year or read_cells.year in :year)
    and (:every_round or read_cells.round in :round)
    and (:every_district or read_cells.district in :district)
    and (:every_aimak or read_cells.aimak in :aimak)
    and (:every_school or read_cells.school_id in :school)
    and (:every_grade or read_cells.grade in :grade)
    and (:every_letter or read_cells.letter in :letter)
    and (:every_language or read_cells.language in :language)
    and (:every_gender or read_cells.gender in :gender)

group by
    case when :by_year then read_cells.year end,
    case when :by_round then read_cells.round end,
    case when :by_district then read_cells.district end,
    case when :by_aimak then read_cells.aimak end,
    case when :by_school then read_cells.school_id end,
    case when :by_grade then read_cells.grade end,
    case when :by_letter then read_cells.letter end,
    case when :by_language then read_cells.language end,
    case when :by_gender then read_cells.gender end

order by
    year nulls last,
    round nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    letter nulls last,
    language nulls last,
    gender nulls last
