/*
answers = "How many of the children tested read as many words a minute as the norm asks?"
grain   = "one row per group; a dimension not asked for is null"
# normed: tests whose words are told and for whose language, grade and round the set has a norm
# a norm of the language's own goes before one of all languages
# a norm of a country is for its schools alone; of a school without a country, KG
# below: under the line of risk, where the set has one (risked)
# expected: whether the set has any norm for the group
columns = [
    "year", "round", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "children", "normed", "at_norm", "risked", "below", "expected",
]
tables = ["reading"]
own_axes = ["language"]
apart_axes = ["gender", "school"]
periods = "reading"

[under_norms]
children = { view = "reading", pupils = "readers" }

[params]
norm_set = "text"
by_year = "boolean"
by_round = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_grade = "boolean"
by_letter = "boolean"
by_language = "boolean"
by_gender = "boolean"
year = "text[]"
round = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
gender = "text[]"

[present]
children = ["children"]
*/
with

countries as (

    select distinct coalesce(country, 'KG') as country
    from core_schools

),

norms as (

    select
        countries.country,
        core_reading_norms.language,
        core_reading_norms.grade,
        core_reading_norms.round,
        max(core_reading_norms.benchmark) as benchmark,
        max(core_reading_norms.at_risk) as at_risk

    from core_reading_norms

    inner join countries
        on countries.country = coalesce(core_reading_norms.country, countries.country)

    where core_reading_norms.norm_set = :norm_set

    group by
        countries.country,
        core_reading_norms.language,
        core_reading_norms.grade,
        core_reading_norms.round

),

reads as (

    select
        tested.child,
        tested.school_id,
        tested.year,
        tested.round,
        tested.grade,
        tested.letter,
        tested.language,
        tested.gender,
        tested.words_a_minute,
        coalesce(own.benchmark, general.benchmark) as benchmark,
        case when own.benchmark is null then general.at_risk else own.at_risk end as at_risk

    from tested

    inner join core_schools
        on core_schools.school_id = tested.school_id

    left join norms as own
        on own.country = coalesce(core_schools.country, 'KG')
        and own.language = tested.language
        and own.grade = tested.grade
        and own.round = tested.round

    left join norms as general
        on general.country = coalesce(core_schools.country, 'KG')
        and general.language is null
        and general.grade = tested.grade
        and general.round = tested.round

    where tested.words_a_minute is not null

)

select
    case when :by_year then reads.year end as year,
    case when :by_round then reads.round end as round,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_schools.school_id end as school,
    case when :by_grade then reads.grade end as grade,
    case when :by_letter then reads.letter end as letter,
    case when :by_language then reads.language end as language,
    case when :by_gender then reads.gender end as gender,
    count(distinct case when reads.benchmark is not null then reads.child end)::bigint
        as children,
    count(reads.benchmark)::bigint as normed,
    count(case when reads.words_a_minute >= reads.benchmark then 1 end)::bigint as at_norm,
    count(reads.at_risk)::bigint as risked,
    count(case when reads.words_a_minute < reads.at_risk then 1 end)::bigint as below,
    coalesce(bool_or(reads.benchmark is not null), false) as expected

from reads

inner join core_schools
    on core_schools.school_id = reads.school_id

where (:every_year or reads.year in :year)
    and (:every_round or reads.round in :round)
    and (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_grade or reads.grade in :grade)
    and (:every_letter or reads.letter in :letter)
    and (:every_language or reads.language in :language)
    and (:every_gender or reads.gender in :gender)

group by
    case when :by_year then reads.year end,
    case when :by_round then reads.round end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then core_schools.school_id end,
    case when :by_grade then reads.grade end,
    case when :by_letter then reads.letter end,
    case when :by_language then reads.language end,
    case when :by_gender then reads.gender end

order by
    year nulls last,
    round nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    letter nulls last,
    language nulls last,
    gender nulls last
