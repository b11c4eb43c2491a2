/*
answers = "Whom does each mentor help, in what, from when to when?"
grain   = "one row per pair and start; the last day of one that lasts is 9999-12-31"
columns = ["mentor", "mentee", "school", "subject", "start", "last_day", "status"]
params  = {}
*/
select
    mentor_id as mentor,
    mentee_id as mentee,
    mentee_school_id as school,
    subject_id as subject,
    start,
    last_day,
    status

from mentor_pairs

order by
    mentor_id,
    mentee_id,
    start
