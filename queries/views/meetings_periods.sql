/*
answers = "In which years do which numbers of schools have methodical associations?"
grain   = "one row per year with any association"
columns = ["year", "schools"]
params  = {}
*/
select
    year,
    count(distinct school_id)::bigint as schools

from core_associations

group by year

order by year
