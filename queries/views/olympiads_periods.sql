/*
answers = "In which years and stages do which numbers of schools have olympiad results?"
grain   = "one row per year and stage with any result"
columns = ["year", "stage", "schools"]
params  = {}
*/
select
    year,
    stage,
    count(distinct school_id)::bigint as schools

from core_olympiads

where coalesce(participants, place1, place2, place3) is not null

group by year, stage

order by year, stage
