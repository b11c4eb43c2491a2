/*
answers = "Which valid certificates do they hold?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["teacher_id", "course_id", "finished"]

[params]
on = "date"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
network = "text[]"
*/
select
    core_completions.teacher_id,
    core_completions.course_id,
    core_completions.finished

from core_completions

inner join staff
    on staff.teacher_id = core_completions.teacher_id

inner join core_schools
    on core_schools.school_id = staff.school_id

inner join core_courses
    on core_courses.course_id = core_completions.course_id

where coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)
    and exists (
        select 1
        from core_networks
        where staff.school_id in (core_networks.member_school_id, core_networks.lead_school_id)
            and coalesce(core_networks.start <= cast(:on as date), true)
            and coalesce(core_networks."end" >= cast(:on as date), true)
            and (:every_network or core_networks.network_id in :network)
    )
    and core_courses.kind in (
        'level', 'updated_curriculum', 'school_trainer', 'criteria_assessment'
    )
    and core_completions.finished <= cast(:on as date)
    and (
        core_courses.valid_years is null
        or core_completions.finished
        + cast(round(core_courses.valid_years * 12) as integer) * interval 1 month
        > cast(:on as date)
    )
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_language or coalesce(core_schools.language, '') in :language)
