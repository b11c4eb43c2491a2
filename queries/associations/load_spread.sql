/*
answers = "How are teachers' hours a week spread in each school and in all of them?"
grain   = "one row per school, and one of all with the school null"
# those in post now
# above: teachers with more hours than :usual_load; untold: those whose hours nobody told
columns = ["school", "teachers", "untold", "lower", "upper", "fewest", "most", "above"]

[params]
usual_load = "number"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
*/
select
    core_schools.school_id as school,
    count(hours_per_week)::bigint as teachers,
    (count(*) - count(hours_per_week))::bigint as untold,
    percentile_cont(0.25) within group (order by hours_per_week) as lower,
    percentile_cont(0.75) within group (order by hours_per_week) as upper,
    min(hours_per_week) as fewest,
    max(hours_per_week) as most,
    sum(case when hours_per_week > :usual_load then 1 else 0 end)::bigint as above

from staff

inner join core_schools
    on core_schools.school_id = staff.school_id

where staff.last_day is null
    and (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_language or core_schools.language in :language)

group by grouping sets ((core_schools.school_id), ())

order by school nulls last
