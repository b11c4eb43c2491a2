/*
answers = "Who is in post on a day, where, and in which subjects?"
grain   = "one row per teacher of a registered school; subjects: codes between semicolons, or null"
columns = ["teacher", "school", "subjects", "young"]

[params]
on = "date"
*/
select
    staff.teacher_id as teacher,
    staff.school_id as school,
    staff.subject_ids as subjects,
    coalesce(staff.young, false) as young

from staff

inner join core_schools
    on core_schools.school_id = staff.school_id

where coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)

order by teacher
