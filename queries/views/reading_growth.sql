/*
answers = "How did the same children move between the first and the last round of a year?"
grain   = "one row per group; a dimension not asked for is null"
# paired: read in both rounds in the same language; lost: at the start only; come: at the end only
# risen, fallen: over the norm of each round, where the set has both norms (normed)
# true within one year only, see queries/derived/50_growth_cells.sql
columns = [
    "year", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "children", "paired", "started", "lost", "come", "normed", "normed_children",
    "risen", "fallen", "kept", "expected",
]
tables = ["reading"]
own_axes = ["language"]
apart_axes = ["gender", "school"]
periods = "reading_growth"

[under_norms]
normed_children = { view = "reading_growth", pupils = "children", rounds = ["start", "end"] }

[params]
norm_set = "text"
by_year = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_grade = "boolean"
by_letter = "boolean"
by_language = "boolean"
by_gender = "boolean"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
gender = "text[]"

[present]
children = ["children"]
normed_children = ["normed_children"]
*/
select
    case when :by_year then growth_cells.year end as year,
    case when :by_district then growth_cells.district end as district,
    case when :by_aimak then growth_cells.aimak end as aimak,
    case when :by_school then growth_cells.school_id end as school,
    case when :by_grade then growth_cells.grade end as grade,
    case when :by_letter then growth_cells.letter end as letter,
    case when :by_language then growth_cells.language end as language,
    case when :by_gender then growth_cells.gender end as gender,
    (sum(case when growth_cells.child is null then growth_cells.paired else 0 end)
        + count(distinct case when growth_cells.paired > 0 then growth_cells.child end))::bigint
        as children,
    sum(growth_cells.paired)::bigint as paired,
    sum(growth_cells.started)::bigint as started,
    sum(growth_cells.lost)::bigint as lost,
    sum(growth_cells.come)::bigint as come,
    coalesce(sum(normed_growth.normed), 0)::bigint as normed,
    (sum(case when growth_cells.child is null then coalesce(normed_growth.normed, 0) else 0 end)
        + count(distinct case when normed_growth.normed > 0 then growth_cells.child end))::bigint
        as normed_children,
    coalesce(sum(normed_growth.risen), 0)::bigint as risen,
    coalesce(sum(normed_growth.fallen), 0)::bigint as fallen,
    coalesce(sum(normed_growth.kept), 0)::bigint as kept,
    true as expected

from growth_cells

left join normed_growth
    on normed_growth.cell = growth_cells.cell
    and normed_growth.norm_set = :norm_set

where (:every_year or growth_cells.year in :year)
    and (:every_district or growth_cells.district in :district)
    and (:every_aimak or growth_cells.aimak in :aimak)
    and (:every_school or growth_cells.school_id in :school)
    and (:every_grade or growth_cells.grade in :grade)
    and (:every_letter or growth_cells.letter in :letter)
    and (:every_language or growth_cells.language in :language)
    and (:every_gender or growth_cells.gender in :gender)

group by
    case when :by_year then growth_cells.year end,
    case when :by_district then growth_cells.district end,
    case when :by_aimak then growth_cells.aimak end,
    case when :by_school then growth_cells.school_id end,
    case when :by_grade then growth_cells.grade end,
    case when :by_letter then growth_cells.letter end,
    case when :by_language then growth_cells.language end,
    case when :by_gender then growth_cells.gender end

order by
    year nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    letter nulls last,
    language nulls last,
    gender nulls last
