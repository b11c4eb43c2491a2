/*
answers = "What did the mentors hold, when and where?"
grain   = "one row per event"
columns = ["day", "kind", "mentor", "school", "subject", "participants"]
params  = {}
*/
select
    date as day,
    kind,
    mentor_id as mentor,
    school_id as school,
    subject_id as subject,
    participants

from core_mentor_events

order by
    date,
    kind,
    mentor_id nulls last,
    school_id,
    subject_id nulls last
