/*
answers = "Which mentors have a live term on the day?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["mentor_id", "start"]

[params]
on = "date"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
language = "text[]"
direction = "text[]"
*/
select
    core_mentors.mentor_id,
    core_mentors.start

from core_mentors

inner join core_schools
    on core_schools.school_id = core_mentors.school_id

where core_mentors.start <= cast(:on as date)
    and core_mentors."end" >= cast(:on as date)
    and (core_schools.opened is null or core_schools.opened <= cast(:on as date))
    and (core_schools.closed is null or core_schools.closed > cast(:on as date))
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_subject or coalesce(core_mentors.subject_id, '') in :subject)
    and (:every_language or coalesce(core_schools.language, '') in :language)
    and (:every_direction or coalesce(core_mentors.direction, '') in :direction)
