/*
answers = "Which rows of pupils with support are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["school_id", "year", "period", "grade", "kind"]

[params]
metric = "text"
year = "text[]"
period = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
language = "text[]"
support_kind = "text[]"
*/
select
    core_support.school_id,
    core_support.year,
    core_support.period,
    core_support.grade,
    core_support.kind

from core_support

inner join core_schools
    on core_schools.school_id = core_support.school_id

where (
        core_support.grade is not null
        or not exists (
            select 1
            from core_support as by_grades
            where by_grades.school_id = core_support.school_id
                and by_grades.year = core_support.year
                and by_grades.period = core_support.period
                and by_grades.kind = core_support.kind
                and by_grades.grade is not null
        )
    )
    and (:metric <> 'support_improved' or core_support.improved is not null)
    and (:every_year or coalesce(core_support.year, '') in :year)
    and (:every_period or coalesce(core_support.period, '') in :period)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_grade or coalesce(core_support.grade, -1) in :grade)
    and (:every_language or coalesce(core_schools.language, '') in :language)
    and (:every_support_kind or coalesce(core_support.kind, '') in :support_kind)
