/*
answers = "Which live pairs stand under the terms counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["mentor_id", "mentee_id", "start"]

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
    core_pairs.mentor_id,
    core_pairs.mentee_id,
    core_pairs.start

from core_pairs

inner join mentor_pairs
    on mentor_pairs.mentor_id = core_pairs.mentor_id
    and mentor_pairs.mentee_id = core_pairs.mentee_id
    and mentor_pairs.start = core_pairs.start

where core_pairs.start <= cast(:on as date)
    and mentor_pairs.last_day >= cast(:on as date)
    and exists (
        select 1
        from core_mentors
        inner join core_schools
            on core_schools.school_id = core_mentors.school_id
        where core_mentors.mentor_id = core_pairs.mentor_id
            and core_mentors.start <= cast(:on as date)
            and core_mentors."end" >= cast(:on as date)
            and (:every_district or coalesce(core_schools.district, '') in :district)
            and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
            and (:every_school or coalesce(core_schools.school_id, '') in :school)
            and (:every_language or coalesce(core_schools.language, '') in :language)
            and (:every_direction or coalesce(core_mentors.direction, '') in :direction)
            and (:every_subject or coalesce(core_mentors.subject_id, '') in :subject)
    )
