/*
answers = "Which day is the latest that the networks and their teachers' certificates tell of?"
grain   = "one row if there is any network"
columns = ["on", "schools"]
params  = {}
*/
with

days as (

    select
        start as known_day,
        member_school_id as school_id

    from core_networks

    union all

    select
        finished as known_day,
        cast(null as varchar) as school_id

    from core_completions

)

select
    max(known_day) as "on",
    count(distinct school_id)::bigint as schools

from days

having count(school_id) > 0
    and count(known_day) > 0
