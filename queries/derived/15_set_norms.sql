/*
answers = "How many words a minute does each set of norms ask of a language, grade and round?"
grain   = "one row per set, country, language, grade and round"
# a norm of the language's own goes before one of all languages
# a norm of a country is for its schools alone; of a school without a country, KG
*/
create or replace table set_norms as
with

countries as (

    select distinct coalesce(country, 'KG') as country
    from core_schools

),

norms as (

    select
        core_reading_norms.norm_set,
        countries.country,
        core_reading_norms.language,
        core_reading_norms.grade,
        core_reading_norms.round,
        max(core_reading_norms.benchmark) as benchmark,
        max(core_reading_norms.at_risk) as at_risk

    from core_reading_norms

    inner join countries
        on countries.country = coalesce(core_reading_norms.country, countries.country)

    group by
        core_reading_norms.norm_set,
        countries.country,
        core_reading_norms.language,
        core_reading_norms.grade,
        core_reading_norms.round

),

languages as (

    select distinct language
    from child_tests

),

own as (

    select
        norm_set,
        country,
        language,
        grade,
        round,
        benchmark,
        at_risk

    from norms

    where language is not null

),

general as (

    select
        norms.norm_set,
        norms.country,
        languages.language,
        norms.grade,
        norms.round,
        norms.benchmark,
        norms.at_risk

    from norms

    cross join languages

    where norms.language is null

)

select
    coalesce(own.norm_set, general.norm_set) as norm_set,
    coalesce(own.country, general.country) as country,
    coalesce(own.language, general.language) as language,
    coalesce(own.grade, general.grade) as grade,
    coalesce(own.round, general.round) as round,
    coalesce(own.benchmark, general.benchmark) as benchmark,
    case when own.benchmark is null then general.at_risk else own.at_risk end as at_risk

from own

full outer join general
    on general.norm_set = own.norm_set
    and general.country = own.country
    and general.language = own.language
    and general.grade = own.grade
    and general.round = own.round
