/*
answers = "In which periods do which numbers of schools tell of the programme's hours?"
grain   = "one row per year and period with any planned hours"
columns = ["year", "period", "schools"]
params  = {}
*/
select
    year,
    period,
    count(distinct school_id)::bigint as schools

from core_programme

where hours_planned > 0

group by year, period

order by year, period
