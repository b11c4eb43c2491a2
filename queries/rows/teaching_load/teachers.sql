/*
answers = "Whose hours are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["teacher_id"]

[params]
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
*/
select
    core_teachers.teacher_id

from core_teachers

inner join staff
    on staff.teacher_id = core_teachers.teacher_id

inner join core_schools
    on core_schools.school_id = core_teachers.school_id

where staff.last_day is null
    and core_teachers.hours_per_week is not null
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_language or coalesce(core_schools.language, '') in :language)
