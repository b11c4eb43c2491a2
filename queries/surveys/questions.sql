/*
answers = "What was asked in each survey, with which options, in which order?"
grain   = "one row per survey, year, question and option, in the order of their first lines"
columns = ["survey", "year", "question", "option"]
params  = {}
*/
with

lines as (

    select
        survey_id,
        year,
        question,
        option,
        min(coalesce(source_row, 0)) as place

    from core_surveys

    group by
        survey_id,
        year,
        question,
        option

)

select
    survey_id as survey,
    year,
    question,
    option

from lines

order by
    survey_id,
    year,
    min(place) over (partition by survey_id, year, question),
    question,
    place,
    option
