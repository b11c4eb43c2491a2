/*
answers = "How many of the children tested read as many words a minute as the norm asks?"
grain   = "one row per group; a dimension not asked for is null"
# normed: tests whose words are told and for whose language, grade and round the set has a norm
# below: under the line of risk, where the set has one (risked)
# true within one year and round only, see queries/derived/20_read_cells.sql
# expected: whether the set has any norm for the group
columns = [
    "year", "round", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "children", "normed", "at_norm", "risked", "below", "expected",
]
tables = ["reading"]
rows_of = "reading"
own_axes = ["language"]
apart_axes = ["gender", "school"]
periods = "reading"

[under_norms]
children = { view = "reading", pupils = "readers" }

[params]
norm_set = "text"
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
    (sum(case when read_cells.child is null then coalesce(normed_cells.normed, 0) else 0 end)
        + count(distinct case when normed_cells.normed > 0 then read_cells.child end))::bigint
        as children,
    coalesce(sum(normed_cells.normed), 0)::bigint as normed,
    coalesce(sum(normed_cells.at_norm), 0)::bigint as at_norm,
    coalesce(sum(normed_cells.risked), 0)::bigint as risked,
    coalesce(sum(normed_cells.below), 0)::bigint as below,
    coalesce(sum(normed_cells.normed), 0) > 0 as expected

from read_cells

left join normed_cells
    on normed_cells.cell = read_cells.cell
    and normed_cells.norm_set = :norm_set

where read_cells.reads > 0
    and (:every_year or read_cells.year in :year)
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
