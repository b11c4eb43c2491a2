/*
answers = "In which periods do which numbers of schools tell of pupils with a plan?"
grain   = "one row per year and period with any such pupils"
columns = ["year", "period", "schools"]
params  = {}
*/
select
    year,
    period,
    count(distinct school_id)::bigint as schools

from core_support

where pupils > 0

group by year, period

order by year, period
