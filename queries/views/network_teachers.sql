/*
answers = "How many teachers of a network's schools hold a certificate that is valid on a day?"
grain   = "one row per group; a dimension not asked for is null; a teacher of two networks is one"
columns = [
    "network", "district", "aimak", "school", "language", "teachers", "certified", "expected",
]
tables = ["networks", "teachers", "completions"]
looks_up = ["courses"]

[params]
on = "date"
by_network = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_language = "boolean"
network = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"

[present]
teachers = ["teachers"]
*/
with

-- Without a day: every school that ever belonged to a network. What is hidden goes by them, so
-- that it is the same on every day.
live_networks as (

    select
        network_id,
        lead_school_id,
        member_school_id

    from core_networks

    where cast(:on as date) is null
        or (
            coalesce(start <= cast(:on as date), true)
            and coalesce("end" >= cast(:on as date), true)
        )

),

-- The lead school is a member of its own network, whether it is listed or not.
every_member as (

    select
        network_id,
        member_school_id as school_id

    from live_networks

    union

    select
        network_id,
        lead_school_id as school_id

    from live_networks

),

members as (

    select distinct
        case when :by_network then network_id end as network_id,
        school_id

    from every_member

    where (:every_network or network_id in :network)

),

-- Those in post. Where no certificate of anybody is known, nothing is known of anybody.
teachers as (

    select
        teacher_id,
        school_id

    from staff

    where coalesce(last_day >= cast(:on as date), last_day is null)
        and exists (
            select 1
            from core_completions
            where cast(:on as date) is null
                or finished <= cast(:on as date)
        )

),

-- The kinds of course that seed 002 counts: level programmes, the updated curriculum, school
-- trainers, criteria-based assessment. A certificate lasts as long as its course says.
certified as (

    select distinct core_completions.teacher_id

    from core_completions

    inner join core_courses
        on core_courses.course_id = core_completions.course_id

    where core_courses.kind in (
        'level', 'updated_curriculum', 'school_trainer', 'criteria_assessment'
    )
        and core_completions.finished <= cast(:on as date)
        and (
            core_courses.valid_years is null
            or core_completions.finished
            + cast(round(core_courses.valid_years * 12) as integer) * interval 1 month
            > cast(:on as date)
        )

)

select
    members.network_id as network,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_schools.school_id end as school,
    case when :by_language then core_schools.language end as language,
    count(teachers.teacher_id)::bigint as teachers,
    count(certified.teacher_id)::bigint as certified,
    true as expected

from members

inner join core_schools
    on core_schools.school_id = members.school_id

left join teachers
    on teachers.school_id = members.school_id

left join certified
    on certified.teacher_id = teachers.teacher_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_language or core_schools.language in :language)

group by
    members.network_id,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then core_schools.school_id end,
    case when :by_language then core_schools.language end

order by
    network nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    language nulls last
