/*
answers = "Which rounds of reading are there in which year, of how many schools?"
grain   = "one row per year and round"
columns = ["year", "round", "schools"]
params  = {}
*/
select
    year,
    round,
    count(distinct school_id)::bigint as schools

from core_reading

group by
    year,
    round

order by
    year,
    round
