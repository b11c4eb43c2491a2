/*
answers = "How many of those in post on a day finished a course between two days?"
grain   = "one row per school and kind where anybody did; persons, not certificates"
columns = ["school", "kind", "teachers"]

[params]
on = "date"
first = "date"
last = "date"
aimak = "text[]"
school = "text[]"
course_kind = "text[]"
*/
select
    staff.school_id as school,
    completed.kind,
    count(distinct completed.teacher_id)::bigint as teachers

from completed

inner join staff
    on staff.teacher_id = completed.teacher_id

inner join core_schools
    on core_schools.school_id = staff.school_id

where coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)
    and completed.finished between cast(:first as date) and cast(:last as date)
    and completed.finished <= cast(:on as date)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_course_kind or completed.kind in :course_kind)

group by
    staff.school_id,
    completed.kind

order by
    school,
    completed.kind
