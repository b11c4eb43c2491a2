/*
answers = "Which courses did those in post on a day finish by then, and until when does each count?"
grain   = "one row per teacher, course and day of finishing"
# ends: the first day on which it counts no more, null where it counts for ever
columns = ["teacher", "school", "course", "name", "kind", "finished", "ends"]

[params]
on = "date"
valid = "text"
*/
select
    course_terms.teacher_id as teacher,
    staff.school_id as school,
    course_terms.course_id as course,
    core_courses.name,
    course_terms.kind,
    course_terms.finished,
    course_terms.ends

from course_terms

inner join core_courses
    on core_courses.course_id = course_terms.course_id

inner join staff
    on staff.teacher_id = course_terms.teacher_id

where coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)
    and course_terms.valid = :valid
    and cast(:on as date) between course_terms.first_day and course_terms.last_day

order by
    teacher,
    course_terms.finished,
    course
