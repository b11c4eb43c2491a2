/*
answers = "Which schools are registered, and what is known of them?"
grain   = "one row per school"
columns = [
    "school", "name", "district", "aimak", "language", "pupils",
    "kind", "locality", "rural", "lat", "lon", "base_school", "closed",
    "country", "opened", "successor",
]
params  = {}
*/
select
    school_id as school,
    name,
    district,
    aimak,
    language,
    pupils,
    kind,
    locality,
    rural,
    lat,
    lon,
    base_school,
    closed,
    coalesce(country, 'KG') as country,
    opened,
    successor_id as successor

from core_schools

order by school_id
