/*
answers = "In which periods do which numbers of schools tell their pupils by lowest mark?"
grain   = "one row per year and period with any result"
columns = ["year", "period", "schools"]
params  = {}
*/
select
    year,
    period,
    count(distinct school_id)::bigint as schools

from core_pupil_groups

where excellent + good + satisfactory + failing > 0

group by year, period

order by year, period
