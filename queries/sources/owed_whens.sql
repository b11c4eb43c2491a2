/*
answers = "Of which years and periods is it written down who owes what?"
grain   = "one row per year and period"
columns = ["year", "period"]
params  = {}
*/
select distinct
    year,
    period

from core_reporting

order by
    year,
    period
