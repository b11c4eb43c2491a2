/*
answers = "In which years do which numbers of schools have olympiad results?"
grain   = "one row per year with any result"
columns = ["year", "schools"]
params  = {}
*/
select
    year,
    count(distinct school_id)::bigint as schools

from core_olympiads

where coalesce(participants, place1, place2, place3) is not null

group by year

order by year
