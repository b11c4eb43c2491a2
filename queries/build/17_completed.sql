/*
answers = "Which courses did each teacher finish, and how long does each count by itself?"
grain   = "one row per teacher, course and day; courses that are not registered are left out"
# own_months: null where the course counts for ever
*/
create or replace view completed as
select
    core_completions.teacher_id,
    core_completions.course_id,
    core_completions.finished,
    core_courses.kind,
    core_courses.provider,
    core_courses.hours,
    cast(round(core_courses.valid_years * 12) as integer) as own_months

from core_completions

inner join core_courses
    on core_courses.course_id = core_completions.course_id
