/*
answers = "How many hours a week do teachers have, in any grouping?"
grain   = "one row per group; a dimension that is not asked for is null"
# those in post now
# pupils: teachers whose hours are told; teachers: all; median: of those told, no quotient
columns = [
    "district", "aimak", "school", "language", "pupils", "teachers", "hours", "median", "expected",
]
tables = ["teachers"]

[params]
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_language = "boolean"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"

[present]
pupils = ["pupils"]
*/
select
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_schools.school_id end as school,
    case when :by_language then core_schools.language end as language,
    count(hours_per_week)::bigint as pupils,
    count(*)::bigint as teachers,
    sum(coalesce(hours_per_week, 0)) as hours,
    percentile_cont(0.5) within group (order by hours_per_week) as median,
    true as expected

from staff

inner join core_schools
    on core_schools.school_id = staff.school_id

where staff.last_day is null
    and (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_language or core_schools.language in :language)

group by
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then core_schools.school_id end,
    case when :by_language then core_schools.language end

order by
    district nulls last,
    aimak nulls last,
    school nulls last,
    language nulls last
