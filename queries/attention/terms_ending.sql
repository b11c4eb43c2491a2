/*
answers = "How many mentors' terms end within three months of the latest day of data?"
grain   = "one row per school and direction; a term that is followed by another does not count"
columns = ["school", "direction", "mentors", "last_day"]
params  = {}
*/
with

days as (

    select start as known_day from core_mentors
    union all
    select start as known_day from core_pairs
    union all
    select date as known_day from core_mentor_events
    union all
    select finished as known_day from core_completions
    union all
    select date as known_day from core_meetings
    union all
    select date as known_day from core_reading
    union all
    select received as known_day from core_reporting

),

latest as (

    select max(known_day) as known_day from days

),

terms as (

    select
        school_id,
        direction,
        "end" as last_day

    from core_mentors

    where not exists (
        select 1
        from core_mentors as other
        where other.mentor_id = core_mentors.mentor_id
            and other."end" > core_mentors."end"
    )

)

select
    terms.school_id as school,
    terms.direction,
    count(*)::bigint as mentors,
    max(terms.last_day) as last_day

from terms

cross join latest

where terms.last_day >= latest.known_day
    and terms.last_day <= latest.known_day + interval 3 month

group by
    terms.school_id,
    terms.direction

order by
    school,
    direction
