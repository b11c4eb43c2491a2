/*
answers = "In which years do which numbers of schools tell their graduates beside the takers?"
grain   = "one row per year with any result"
columns = ["year", "schools"]
params  = {}
*/
select
    year,
    count(distinct school_id)::bigint as schools

from core_exams

where graduates > 0

group by year

order by year
