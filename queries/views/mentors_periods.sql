/*
answers = "What is the latest day that the register of mentors tells of?"
grain   = "one row if there is any mentor or pair"
columns = ["on", "schools"]
params  = {}
*/
with

days as (

    select
        start as known_day,
        school_id

    from core_mentors

    union all

    select
        start as known_day,
        mentee_school_id as school_id

    from core_pairs

    union all

    select
        date as known_day,
        school_id

    from core_mentor_events

)

select
    max(known_day) as "on",
    count(distinct school_id)::bigint as schools

from days

having count(*) > 0
