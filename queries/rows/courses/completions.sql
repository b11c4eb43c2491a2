/*
answers = "Which certificates count on the day, of teachers in post?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["teacher_id", "course_id", "finished"]

[params]
on = "date"
valid = "text"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
language = "text[]"
category = "text[]"
experience = "text[]"
course_kind = "text[]"
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
        from course_terms
        where course_terms.teacher_id = core_completions.teacher_id
            and course_terms.course_id = core_completions.course_id
            and course_terms.finished = core_completions.finished
            and course_terms.valid = :valid
            and cast(:on as date) between course_terms.first_day and course_terms.last_day
            and coalesce(course_terms.ends > cast(:on as date), true)
    )
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_language or coalesce(core_schools.language, '') in :language)
    and (:every_category or coalesce(staff.category, '') in :category)
    and (:every_experience or coalesce(staff.experience, '') in :experience)
    and (:every_course_kind or coalesce(core_courses.kind, '') in :course_kind)
