/*
answers = "How many pupils of each kind by their lowest mark are there, in any grouping?"
grain   = "one row per group; a dimension that is not asked for is null"
columns = [
    "year", "period", "district", "aimak", "school", "grade", "language", "letter",
    "pupils", "roster", "n5", "n4", "n3", "n2", "not_assessed", "without_mark",
    "one_three", "told", "expected",
]
tables = ["pupil_groups"]

[params]
by_year = "boolean"
by_period = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_grade = "boolean"
by_language = "boolean"
by_letter = "boolean"
year = "text[]"
period = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
language = "text[]"

# for each count of children: a group without any of these is not there
[present]
pupils = ["n5", "n4", "n3", "n2", "not_assessed"]
told = ["told"]
*/
with

chosen_schools as (

    select
        school_id,
        district,
        aimak,
        language,
        coalesce(country, 'KG') as country

    from core_schools

    where (:every_district or district in :district)
        and (:every_aimak or aimak in :aimak)
        and (:every_school or school_id in :school)
        and (:every_language or language in :language)

),

-- Named as the marks are, so that the denominator rules hold for pupils too. A class that does not
-- tell how many are one «3» away has not none of them: `told` counts the pupils of those that do.
per_class as (

    select
        year,
        period,
        school_id,
        grade,
        letter,
        coalesce(roster, 0) as roster,
        coalesce(excellent, 0) as n5,
        coalesce(good, 0) as n4,
        coalesce(satisfactory, 0) as n3,
        coalesce(failing, 0) as n2,
        coalesce(not_assessed, 0) as not_assessed,
        one_three

    from core_pupil_groups

    where (:every_year or year in :year)
        and (:every_period or period in :period)
        and (:every_grade or grade in :grade)

)

select
    case when :by_year then per_class.year end as year,
    case when :by_period then per_class.period end as period,
    case when :by_district then chosen_schools.district end as district,
    case when :by_aimak then chosen_schools.aimak end as aimak,
    case when :by_school then per_class.school_id end as school,
    case when :by_grade then per_class.grade end as grade,
    case when :by_language then chosen_schools.language end as language,
    case when :by_letter then per_class.letter end as letter,
    sum(n5 + n4 + n3 + n2)::bigint as pupils,
    sum(roster)::bigint as roster,
    sum(n5)::bigint as n5,
    sum(n4)::bigint as n4,
    sum(n3)::bigint as n3,
    sum(n2)::bigint as n2,
    sum(not_assessed)::bigint as not_assessed,
    sum(greatest(roster - n5 - n4 - n3 - n2 - not_assessed, 0))::bigint as without_mark,
    sum(coalesce(one_three, 0))::bigint as one_three,
    sum(case when one_three is null then 0 else n5 + n4 + n3 + n2 end)::bigint as told,
    bool_or(coalesce(core_marks_expected.marks, true)) as expected

from per_class

inner join chosen_schools
    on chosen_schools.school_id = per_class.school_id

left join core_marks_expected
    on core_marks_expected.country = chosen_schools.country
    and core_marks_expected.grade = per_class.grade
    and core_marks_expected.from_year <= per_class.year
    and coalesce(core_marks_expected.to_year, '9999') >= per_class.year

group by
    case when :by_year then per_class.year end,
    case when :by_period then per_class.period end,
    case when :by_district then chosen_schools.district end,
    case when :by_aimak then chosen_schools.aimak end,
    case when :by_school then per_class.school_id end,
    case when :by_grade then per_class.grade end,
    case when :by_language then chosen_schools.language end,
    case when :by_letter then per_class.letter end

order by
    year nulls last,
    period nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    language nulls last,
    letter nulls last
