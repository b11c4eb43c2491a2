/*
answers = "In which periods do which numbers of schools tell who is one «3» away?"
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
    and one_three is not null

group by year, period

order by year, period
