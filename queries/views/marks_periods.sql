/*
answers = "In which periods do which numbers of schools have marks?"
grain   = "one row per year and period with any mark"
columns = ["year", "period", "schools"]
params  = {}
*/
select
    year,
    period,
    count(distinct school_id)::bigint as schools

from fact_marks

where n5 + n4 + n3 + n2 > 0

group by year, period

order by year, period
