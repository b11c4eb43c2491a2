/*
answers = "What is the latest day on which a course was finished?"
grain   = "one row if there is any"
columns = ["on", "schools"]
params  = {}
*/
select
    max(core_completions.finished) as "on",
    count(distinct core_teachers.school_id)::bigint as schools

from core_completions

left join core_teachers
    on core_teachers.teacher_id = core_completions.teacher_id

having count(*) > 0
