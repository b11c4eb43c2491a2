/*
answers = "How many were asked in a survey, and how many answered?"
grain   = "one row per group; a dimension not asked for is null"
# each survey of a school in a year counts once, whatever the number of its questions
# a survey that was not split by schools stands under the school '', unless schools told it too:
# then it is their sum
columns = [
    "survey", "year", "district", "aimak", "school", "language", "invited", "answered", "expected",
]
tables = ["surveys"]
periods = "surveys"

[params]
by_survey = "boolean"
by_year = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_language = "boolean"
survey = "text[]"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"

[present]
invited = ["invited"]
*/
with

sheets as (

    select
        survey_id,
        year,
        coalesce(school_id, '') as school_id,
        max(invited) as invited,
        max(answered) as answered

    from core_surveys

    where (:every_survey or survey_id in :survey)
        and (:every_year or year in :year)
        and (
            school_id is not null
            or not exists (
                select 1
                from core_surveys as of_schools
                where of_schools.survey_id = core_surveys.survey_id
                    and of_schools.year = core_surveys.year
                    and of_schools.school_id is not null
            )
        )

    group by
        survey_id,
        year,
        coalesce(school_id, '')

)

select
    case when :by_survey then sheets.survey_id end as survey,
    case when :by_year then sheets.year end as year,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then sheets.school_id end as school,
    case when :by_language then core_schools.language end as language,
    sum(sheets.invited)::bigint as invited,
    sum(sheets.answered)::bigint as answered,
    true as expected

from sheets

left join core_schools
    on core_schools.school_id = sheets.school_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or sheets.school_id in :school)
    and (:every_language or core_schools.language in :language)

group by
    case when :by_survey then sheets.survey_id end,
    case when :by_year then sheets.year end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then sheets.school_id end,
    case when :by_language then core_schools.language end

order by
    survey nulls last,
    year nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    language nulls last
