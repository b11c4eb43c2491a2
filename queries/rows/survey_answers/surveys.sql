/*
answers = "Which answers of a survey are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["survey_id", "year", "school_id", "question", "option", "effect"]

[params]
by_question = "boolean"
by_effect = "boolean"
year = "text[]"
survey = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
question = "text[]"
option = "text[]"
effect = "text[]"
*/
-- As in queries/views/survey_answers.sql: without a question the one with the most options.
with

told as (

    select
        survey_id,
        year,
        question,
        option,
        source_row

    from core_surveys

    where (:every_survey or survey_id in :survey)
        and (:every_year or year in :year)
        and (
            core_surveys.school_id is not null
            or not exists (
                select 1
                from core_surveys as of_schools
                where of_schools.survey_id = core_surveys.survey_id
                    and of_schools.year = core_surveys.year
                    and of_schools.school_id is not null
            )
        )

),

questions as (

    select
        survey_id,
        year,
        question,
        row_number() over (
            partition by survey_id, year
            order by count(distinct option) desc, min(source_row), question
        ) as place

    from told

    where :every_question or question in :question

    group by
        survey_id,
        year,
        question

)

select
    core_surveys.survey_id,
    core_surveys.year,
    core_surveys.school_id,
    core_surveys.question,
    core_surveys.option,
    core_surveys.effect

from core_surveys

inner join questions
    on questions.survey_id = core_surveys.survey_id
    and questions.year = core_surveys.year
    and questions.question = core_surveys.question
    and (:by_question or questions.place = 1)

left join core_schools
    on core_schools.school_id = core_surveys.school_id

where (
        core_surveys.school_id is not null
        or not exists (
            select 1
            from core_surveys as of_schools
            where of_schools.survey_id = core_surveys.survey_id
                and of_schools.year = core_surveys.year
                and of_schools.school_id is not null
        )
    )
    and (not :by_effect or core_surveys.effect is not null)
    and (
        core_surveys.effect is null
        or :by_effect
        or not :every_effect
        or not exists (
            select 1
            from core_surveys as whole
            where whole.survey_id = core_surveys.survey_id
                and whole.year = core_surveys.year
                and whole.school_id is not distinct from core_surveys.school_id
                and whole.question = core_surveys.question
                and whole.option = core_surveys.option
                and whole.effect is null
                and whole.chosen is not null
        )
    )
    and (:every_year or coalesce(core_surveys.year, '') in :year)
    and (:every_survey or coalesce(core_surveys.survey_id, '') in :survey)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_surveys.school_id, '') in :school)
    and (:every_language or coalesce(core_schools.language, '') in :language)
    and (:every_option or coalesce(core_surveys.option, '') in :option)
    and (:every_effect or coalesce(core_surveys.effect, '') in :effect)
