/*
answers = "Which schools have not sent what they owe for a period?"
grain   = "one row per school and table: marks that are not there, exports not received when due"
columns = ["school", "table"]

[params]
year = "text"
period = "text"
day = "date"
*/
with

sent as (

    select distinct school_id

    from fact_marks

    where year = :year
        and period = :period

)

select
    core_schools.school_id as school,
    'marks' as "table"

from core_schools

left join sent
    on sent.school_id = core_schools.school_id

where sent.school_id is null
    and core_schools.closed is null

union

select
    school_id as school,
    "table"

from core_reporting

where year = :year
    and period = :period
    and received is null
    and coalesce(due, :day) <= :day

order by
    school,
    "table"
