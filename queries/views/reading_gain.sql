/*
answers = "How many words a minute did the same children gain from the first to the last round?"
grain   = "one row per group; a dimension not asked for is null"
# paired: read in both rounds in the same language; children: once in however many languages,
# within one year
# gained: words a minute, of all together; gain: the median, within one language only
columns = [
    "year", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "children", "paired", "gained", "gain", "expected",
]
tables = ["reading"]
rows_of = "reading_growth"
own_axes = ["language"]
apart_axes = ["gender", "school"]
periods = "reading_growth"
hidden_as = "reading_growth"

[params]
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
*/
select
    case when :by_year then moves.year end as year,
    case when :by_district then moves.district end as district,
    case when :by_aimak then moves.aimak end as aimak,
    case when :by_school then moves.school_id end as school,
    case when :by_grade then moves.grade end as grade,
    case when :by_letter then moves.letter end as letter,
    case when :by_language then moves.language end as language,
    case when :by_gender then moves.gender end as gender,
    (count(case when moves.once then moves.gain end)
        + count(distinct case when not moves.once and moves.gain is not null then moves.child end)
    )::bigint as children,
    count(moves.gain)::bigint as paired,
    coalesce(sum(moves.gain), 0)::double as gained,
    case
        when min(case when moves.gain is not null then moves.language end)
            = max(case when moves.gain is not null then moves.language end)
            then median(moves.gain)
    end::double as gain,
    true as expected

from moves

where (:every_year or moves.year in :year)
    and (:every_district or moves.district in :district)
    and (:every_aimak or moves.aimak in :aimak)
    and (:every_school or moves.school_id in :school)
    and (:every_grade or moves.grade in :grade)
    and (:every_letter or moves.letter in :letter)
    and (:every_language or moves.language in :language)
    and (:every_gender or moves.gender in :gender)

group by
    case when :by_year then moves.year end,
    case when :by_district then moves.district end,
    case when :by_aimak then moves.aimak end,
    case when :by_school then moves.school_id end,
    case when :by_grade then moves.grade end,
    case when :by_letter then moves.letter end,
    case when :by_language then moves.language end,
    case when :by_gender then moves.gender end

order by
    year nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    letter nulls last,
    language nulls last,
    gender nulls last
