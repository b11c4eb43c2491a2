/*
answers = "How many gifted and low-attaining pupils have a plan, and improved, in any grouping?"
grain   = "one row per group; a dimension that is not asked for is null"
# told: the pupils of whom it is said how many improved
columns = [
    "year", "period", "district", "aimak", "school", "grade", "language", "support_kind",
    "pupils", "with_plan", "told", "improved", "expected",
]
tables = ["support"]

[params]
by_year = "boolean"
by_period = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_grade = "boolean"
by_language = "boolean"
by_support_kind = "boolean"
year = "text[]"
period = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
language = "text[]"
support_kind = "text[]"

# for each count of children: a group without any of these is not there
[present]
pupils = ["pupils"]
told = ["told"]
*/
with

-- A row without a grade is of the whole school: where its grades are told too, it is their sum.
by_grades as (

    select distinct
        school_id,
        year,
        period,
        kind

    from core_support

    where grade is not null

),

told as (

    select
        core_support.year,
        core_support.period,
        core_support.school_id,
        core_support.grade,
        core_support.kind,
        coalesce(core_support.pupils, 0) as pupils,
        coalesce(core_support.with_plan, 0) as with_plan,
        core_support.improved

    from core_support

    left join by_grades
        on by_grades.school_id = core_support.school_id
        and by_grades.year = core_support.year
        and by_grades.period = core_support.period
        and by_grades.kind = core_support.kind

    where (core_support.grade is not null or by_grades.school_id is null)
        and (:every_year or core_support.year in :year)
        and (:every_period or core_support.period in :period)
        and (:every_grade or core_support.grade in :grade)
        and (:every_support_kind or core_support.kind in :support_kind)

)

select
    case when :by_year then told.year end as year,
    case when :by_period then told.period end as period,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then told.school_id end as school,
    case when :by_grade then told.grade end as grade,
    case when :by_language then core_schools.language end as language,
    case when :by_support_kind then told.kind end as support_kind,
    sum(told.pupils)::bigint as pupils,
    sum(with_plan)::bigint as with_plan,
    sum(case when improved is null then 0 else told.pupils end)::bigint as told,
    sum(coalesce(improved, 0))::bigint as improved,
    true as expected

from told

inner join core_schools
    on core_schools.school_id = told.school_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_language or core_schools.language in :language)

group by
    case when :by_year then told.year end,
    case when :by_period then told.period end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then told.school_id end,
    case when :by_grade then told.grade end,
    case when :by_language then core_schools.language end,
    case when :by_support_kind then told.kind end

order by
    year nulls last,
    period nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    language nulls last,
    support_kind nulls last
