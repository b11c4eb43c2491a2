/*
answers = "How many schools give or get help through a live pair or a live mentor on a day?"
grain   = "one row per group; a dimension not asked for is null"
columns = [
    "district", "aimak", "school", "language", "pupils", "schools", "reached", "expected",
]
tables = ["mentors", "pairs"]
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
direction = "text[]"
subject = "text[]"

[present]
pupils = ["schools"]
*/
with

-- With a live mentor: whoever he helps, his school gives.
live_terms as (

    select school_id

    from core_mentors

    where start <= cast(:on as date)
        and "end" >= cast(:on as date)
        and (:every_direction or direction in :direction)
        and (:every_subject or subject_id in :subject)

),

live_mentees as (

    select mentee_school_id as school_id

    from mentor_help

    where start <= cast(:on as date)
        and last_day >= cast(:on as date)
        and (:every_direction or direction in :direction)
        and (:every_subject or subject_id in :subject)

),

reached as (

    select school_id from live_terms
    union
    select school_id from live_mentees

)

select
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_schools.school_id end as school,
    case when :by_language then core_schools.language end as language,
    cast(null as bigint) as pupils,
    count(*)::bigint as schools,
    count(reached.school_id)::bigint as reached,
    true as expected

from core_schools

left join reached
    on reached.school_id = core_schools.school_id

where (core_schools.closed is null or core_schools.closed > cast(:on as date))
    and (core_schools.opened is null or core_schools.opened <= cast(:on as date))
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
