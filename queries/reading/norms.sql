/*
answers = "How many words a minute does each set of norms ask for, and where is its line of risk?"
grain   = "one row per set, language, grade and round; language null: any"
# everywhere: of no country, or of that of all schools in the register (without one, KG)
columns = ["norm_set", "language", "grade", "round", "benchmark", "at_risk", "everywhere", "country"]
params  = {}
*/
with

countries as (

    select distinct coalesce(country, 'KG') as country
    from core_schools

)

select
    norm_set,
    language,
    grade,
    round,
    max(benchmark) as benchmark,
    max(at_risk) as at_risk,
    bool_and(countries.country is null) as everywhere,
    core_reading_norms.country as country

from core_reading_norms

left join countries
    on countries.country <> core_reading_norms.country

group by
    norm_set,
    core_reading_norms.country,
    language,
    grade,
    round

order by
    norm_set,
    language nulls last,
    grade,
    round
