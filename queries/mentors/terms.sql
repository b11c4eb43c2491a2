/*
answers = "Who was appointed a mentor, where, in what, from when to when?"
grain   = "one row per mentor and term"
columns = [
    "mentor", "teacher", "school", "direction", "subject", "start", "last_day", "order_no",
    "certificate", "open_day",
]
params  = {}
*/
select
    mentor_id as mentor,
    teacher_id as teacher,
    school_id as school,
    direction,
    subject_id as subject,
    start,
    "end" as last_day,
    order_no,
    certificate,
    open_day

from core_mentors

order by
    mentor_id,
    start
