/*
answers = "Which teachers in post are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["teacher_id"]

[params]
on = "date"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
language = "text[]"
category = "text[]"
experience = "text[]"
*/
select
    core_teachers.teacher_id

from core_teachers

inner join staff
    on staff.teacher_id = core_teachers.teacher_id

inner join core_schools
    on core_schools.school_id = staff.school_id

where coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)
    and (
        :every_subject
        or exists (
            select 1
            from staff_subjects
            where staff_subjects.teacher_id = staff.teacher_id
                and staff_subjects.subject_id in :subject
        )
        or (
            '' in :subject
            and not exists (
                select 1
                from staff_subjects
                where staff_subjects.teacher_id = staff.teacher_id
            )
        )
    )
    and exists (
        select 1
        from completed
        where finished <= cast(:on as date)
    )
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_language or coalesce(core_schools.language, '') in :language)
    and (:every_category or coalesce(staff.category, '') in :category)
    and (:every_experience or coalesce(staff.experience, '') in :experience)
