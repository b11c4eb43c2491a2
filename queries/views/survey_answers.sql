/*
answers = "How many of those who answered a survey chose each option?"
grain   = "one row per group; a dimension not asked for is null"
# the whole district is the school '', left out where schools told the survey too: their sum
# questions are never added up: unless grouped by, it is the one with the most options
# answered: who could choose, once for every option, also where nobody is known to have chosen it;
# in one school that tells no effects nobody could
# chosen: without the effect the number told for the option, else what its effects add up to
# people: those who answered the question
columns = [
    "survey", "year", "district", "aimak", "school", "language", "question", "option", "effect",
    "answered", "chosen", "people", "expected",
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
by_question = "boolean"
by_option = "boolean"
by_effect = "boolean"
survey = "text[]"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
question = "text[]"
option = "text[]"
effect = "text[]"

[present]
people = ["people"]
*/
with

told as (

    select
        survey_id,
        year,
        coalesce(school_id, '') as school_id,
        question,
        option,
        effect,
        answered,
        chosen,
        source_row

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

),

-- Who answered a question counts once, whatever the number of its options.
sheets as (

    select
        told.survey_id,
        told.year,
        told.school_id,
        told.question,
        max(told.answered) as answered,
        max(case when told.effect is not null then 1 else 0 end) as judged

    from told

    inner join questions
        using (survey_id, year, question)

    where :by_question or questions.place = 1

    group by
        told.survey_id,
        told.year,
        told.school_id,
        told.question

),

offered as (

    select distinct
        survey_id,
        year,
        question,
        option,
        case when :by_effect then effect end as effect,
        case when :by_effect or not :every_effect then 1 else 0 end as judged

    from told

    where (:every_option or option in :option)
        and (:every_effect or effect in :effect)
        and (not :by_effect or effect is not null)

),

answers as (

    select
        survey_id,
        year,
        school_id,
        question,
        option,
        case when :by_effect then effect end as effect,
        case
            when :by_effect or not :every_effect then sum(chosen)
            else coalesce(max(case when effect is null then chosen end), sum(chosen))
        end as chosen

    from told

    where (:every_effect or effect in :effect)
        and (not :by_effect or effect is not null)

    group by
        survey_id,
        year,
        school_id,
        question,
        option,
        case when :by_effect then effect end

),

counted as (

    select
        sheets.survey_id,
        sheets.year,
        sheets.school_id,
        case when :by_question then sheets.question end as question,
        case when :by_option then offered.option end as option,
        offered.effect,
        max(sheets.answered) as people,
        sum(case when :by_school and offered.judged > sheets.judged then 0 else sheets.answered end)
            as answered,
        sum(coalesce(answers.chosen, 0)) as chosen

    from sheets

    inner join offered
        using (survey_id, year, question)

    left join answers
        on answers.survey_id = sheets.survey_id
        and answers.year = sheets.year
        and answers.school_id = sheets.school_id
        and answers.question = sheets.question
        and answers.option = offered.option
        and answers.effect is not distinct from offered.effect

    group by
        sheets.survey_id,
        sheets.year,
        sheets.school_id,
        case when :by_question then sheets.question end,
        case when :by_option then offered.option end,
        offered.effect

)

select
    case when :by_survey then counted.survey_id end as survey,
    case when :by_year then counted.year end as year,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then counted.school_id end as school,
    case when :by_language then core_schools.language end as language,
    counted.question,
    counted.option,
    counted.effect,
    sum(counted.answered)::bigint as answered,
    sum(counted.chosen)::bigint as chosen,
    sum(counted.people)::bigint as people,
    true as expected

from counted

left join core_schools
    on core_schools.school_id = counted.school_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or counted.school_id in :school)
    and (:every_language or core_schools.language in :language)

group by
    case when :by_survey then counted.survey_id end,
    case when :by_year then counted.year end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then counted.school_id end,
    case when :by_language then core_schools.language end,
    counted.question,
    counted.option,
    counted.effect

order by
    survey nulls last,
    year nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    language nulls last,
    question nulls last,
    option nulls last,
    effect nulls last
