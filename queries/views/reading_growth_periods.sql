/*
answers = "In which years were children tested both at the start and at the end?"
grain   = "one row per year"
columns = ["year", "schools"]
params  = {}
*/
select
    year,
    count(distinct school_id)::bigint as schools

from core_reading

where round in ('start', 'end')

group by year

having count(distinct round) = 2

order by year
