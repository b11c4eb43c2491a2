/*
answers = "Which surveys are there in which year, in how many schools?"
grain   = "one row per survey and year; a survey that was not split by schools is of one"
columns = ["survey", "year", "schools"]
params  = {}
*/
select
    survey_id as survey,
    year,
    greatest(count(distinct school_id), 1)::bigint as schools

from core_surveys

group by
    survey_id,
    year

order by
    year,
    survey
