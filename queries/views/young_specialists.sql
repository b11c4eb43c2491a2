/*
answers = "How many young specialists are there, and how many have a mentor on a day?"
grain   = "one row per group; a dimension not asked for is null"
# those in post on the day, without a day those in post now
# young: as the register says; where it does not, with less than three years of service
columns = ["district", "aimak", "school", "language", "young", "mentored", "expected"]
tables = ["teachers", "pairs"]
looks_up = ["mentors"]
periods = "mentors"

[params]
on = "date"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_language = "boolean"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"

[present]
young = ["young"]
*/
with

mentored as (

    select distinct mentee_id as teacher_id

    from mentor_help

    where start <= cast(:on as date)
        and last_day >= cast(:on as date)

)

select
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_schools.school_id end as school,
    case when :by_language then core_schools.language end as language,
    count(*)::bigint as young,
    count(mentored.teacher_id)::bigint as mentored,
    true as expected

from staff

inner join core_schools
    on core_schools.school_id = staff.school_id

left join mentored
    on mentored.teacher_id = staff.teacher_id

where staff.young
    and coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)
    and exists (select 1 from mentor_pairs union all select 1 from core_mentors)
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
