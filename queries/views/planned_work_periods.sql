/*
answers = "In which years do which numbers of schools tell of planned work?"
grain   = "one row per year with any planned work"
columns = ["year", "schools"]
params  = {}
*/
select
    year,
    count(distinct school_id)::bigint as schools

from core_planned_work

where planned > 0
    or done > 0

group by year

order by year
