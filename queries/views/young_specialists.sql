/*
answers = "How many young specialists are there, and how many have a mentor on a day?"
grain   = "one row per group; a dimension not asked for is null"
# young: as the register says; where it does not, with less than three years of service
columns = ["district", "aimak", "school", "language", "young", "mentored", "expected"]

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

-- A pair holds as long as its mentor's term; of a mentor who is not registered nobody knows it.
mentored as (

    select distinct mentor_pairs.mentee_id as teacher_id

    from mentor_pairs

    where mentor_pairs.start <= cast(:on as date)
        and mentor_pairs.last_day >= cast(:on as date)
        and (
            not exists (
                select 1
                from core_mentors as known
                where known.mentor_id = mentor_pairs.mentor_id
            )
            or exists (
                select 1
                from core_mentors as live
                where live.mentor_id = mentor_pairs.mentor_id
                    and live.start <= cast(:on as date)
                    and live."end" >= cast(:on as date)
            )
        )

)

select
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_schools.school_id end as school,
    case when :by_language then core_schools.language end as language,
    count(*)::bigint as young,
    count(mentored.teacher_id)::bigint as mentored,
    true as expected

from core_teachers

inner join core_schools
    on core_schools.school_id = core_teachers.school_id

left join mentored
    on mentored.teacher_id = core_teachers.teacher_id

where coalesce(core_teachers.young_specialist, core_teachers.experience_years < 3)
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
