/*
answers = "Which rows tell how many were asked and answered? Of one survey and school the greatest counts."
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["survey_id", "year", "school_id", "question", "option", "effect"]

[params]
year = "text[]"
survey = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
*/
select
    core_surveys.survey_id,
    core_surveys.year,
    core_surveys.school_id,
    core_surveys.question,
    core_surveys.option,
    core_surveys.effect

from core_surveys

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
    and (:every_year or coalesce(core_surveys.year, '') in :year)
    and (:every_survey or coalesce(core_surveys.survey_id, '') in :survey)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_surveys.school_id, '') in :school)
    and (:every_language or coalesce(core_schools.language, '') in :language)
