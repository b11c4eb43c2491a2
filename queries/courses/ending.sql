/*
answers = "Whose courses that count on a day will have stopped counting by another day, and who then holds none?"
grain   = "one row; persons, not certificates"
columns = ["ending", "left_without"]

[params]
on = "date"
until = "date"
valid = "text"
aimak = "text[]"
school = "text[]"
course_kind = "text[]"
*/
with

held as (

    select
        course_terms.teacher_id,
        course_terms.ends

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

),

people as (

    select
        teacher_id,
        count(*) filter (where ends <= cast(:until as date)) as ending,
        count(*) filter (where ends is null or ends > cast(:until as date)) as lasting

    from held

    group by teacher_id

)

select
    count(*) filter (where ending > 0)::bigint as ending,
    count(*) filter (where ending > 0 and lasting = 0)::bigint as left_without

from people
