/*
answers = "In which month did those in post on a day finish their first course, of any kind and of each?"
grain   = "one row per kind and month; kind null: of any; however long the course counts"
# month: its first day
columns = ["kind", "month", "teachers"]

[params]
on = "date"
aimak = "text[]"
school = "text[]"
course_kind = "text[]"
*/
with

people as (

    select staff.teacher_id

    from staff

    inner join core_schools
        on core_schools.school_id = staff.school_id

    where coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)
        and (:every_aimak or core_schools.aimak in :aimak)
        and (:every_school or core_schools.school_id in :school)

),

finished as (

    select
        completed.teacher_id,
        completed.kind,
        completed.finished

    from completed

    inner join people
        on people.teacher_id = completed.teacher_id

    where completed.finished <= cast(:on as date)
        and (:every_course_kind or completed.kind in :course_kind)

),

firsts as (

    select
        teacher_id,
        null as kind,
        min(finished) as finished

    from finished

    group by teacher_id

    union all

    select
        teacher_id,
        kind,
        min(finished) as finished

    from finished

    group by
        teacher_id,
        kind

)

select
    kind,
    cast(date_trunc('month', finished) as date) as month,
    count(*)::bigint as teachers

from firsts

group by
    kind,
    cast(date_trunc('month', finished) as date)

order by
    kind nulls first,
    month
