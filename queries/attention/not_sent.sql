/*
answers = "Which schools that were open at its end have not sent what they owe for a period?"
grain   = "one row per school and table: marks that are not there, exports not received when due"
columns = ["school", "table"]

[params]
year = "text"
period = "text"
day = "date"
ends = "date"
*/
with

open_then as (

    select school_id

    from core_schools

    where (opened is null or opened <= :ends)
        and (closed is null or closed > :ends)

),

sent as (

    select distinct school_id

    from fact_marks

    where year = :year
        and period = :period

)

select
    open_then.school_id as school,
    'marks' as "table"

from open_then

left join sent
    on sent.school_id = open_then.school_id

where sent.school_id is null

union

select
    core_reporting.school_id as school,
    core_reporting."table"

from core_reporting

left join core_schools
    on core_schools.school_id = core_reporting.school_id

left join open_then
    on open_then.school_id = core_reporting.school_id

where year = :year
    and period = :period
    and received is null
    and coalesce(due, :day) <= :day
    and (core_schools.school_id is null or open_then.school_id is not null)

order by
    school,
    "table"
