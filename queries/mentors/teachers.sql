/*
answers = "In which school does each registered teacher work?"
grain   = "one row per teacher"
columns = ["teacher", "school"]
params  = {}
*/
select
    teacher_id as teacher,
    school_id as school

from core_teachers

order by
    teacher_id
