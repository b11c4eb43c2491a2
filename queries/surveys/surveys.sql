/*
answers = "What is each survey called, and how many schools told it?"
grain   = "one row per survey and year, the latest first, then that of most schools"
# schools: 0 where it was not split by schools
# title: the longest that was written
columns = ["survey", "year", "title", "schools"]
params  = {}
*/
with

titles as (

    select
        survey_id,
        year,
        title,
        row_number() over (
            partition by survey_id, year
            order by length(title) desc, title
        ) as place

    from core_surveys

    where title is not null

)

select
    core_surveys.survey_id as survey,
    core_surveys.year,
    max(titles.title) as title,
    count(distinct core_surveys.school_id)::bigint as schools

from core_surveys

left join titles
    on titles.survey_id = core_surveys.survey_id
    and titles.year = core_surveys.year
    and titles.place = 1

group by
    core_surveys.survey_id,
    core_surveys.year

order by
    core_surveys.year desc,
    schools desc,
    core_surveys.survey_id desc
