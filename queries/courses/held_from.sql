/*
answers = "From whom does each teacher in post hold courses that count on a day, and of how many hours?"
grain   = "one row per teacher and provider; the same course once; provider null: nobody said"
columns = ["teacher", "provider", "hours"]

[params]
on = "date"
valid = "text"
aimak = "text[]"
school = "text[]"
course_kind = "text[]"
*/
with

held as (

    select distinct
        course_terms.teacher_id,
        course_terms.course_id,
        nullif(trim(course_terms.provider), '') as provider,
        course_terms.hours

    from course_terms

    inner join staff
        on staff.teacher_id = course_terms.teacher_id

    inner join core_schools
        on core_schools.school_id = staff.school_id

    where coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)
        and course_terms.valid = :valid
        and cast(:on as date) between course_terms.first_day and course_terms.last_day
        and coalesce(course_terms.ends > cast(:on as date), true)
        and (:every_aimak or core_schools.aimak in :aimak)
        and (:every_school or core_schools.school_id in :school)
        and (:every_course_kind or course_terms.kind in :course_kind)

)

select
    teacher_id as teacher,
    provider,
    coalesce(sum(hours), 0)::double as hours

from held

group by
    teacher_id,
    provider

order by
    provider nulls last,
    teacher
