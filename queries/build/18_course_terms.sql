/*
answers = "From when until when does each course that a teacher finished count, by each rule?"
grain   = "one row per teacher, course, day of finishing and rule; by the law one for each cycle"
# valid: "own": as long as the course itself says; "law": by the country's cycle that is in force,
# where it sets no years as the course says; "3y": three years, whatever the course says
# A term counts on a day between first_day and last_day that is before ends (null: for ever).
*/
create or replace view course_terms as
with

rules as (

    select
        'own' as valid,
        null as country,
        date '0001-01-01' as start,
        date '9999-12-31' as "end",
        null as months

    union all

    select
        '1y' as valid,
        null as country,
        date '0001-01-01' as start,
        date '9999-12-31' as "end",
        12 as months

    union all

    select
        '3y' as valid,
        null as country,
        date '0001-01-01' as start,
        date '9999-12-31' as "end",
        36 as months

    union all

    select
        '5y' as valid,
        null as country,
        date '0001-01-01' as start,
        date '9999-12-31' as "end",
        60 as months

    union all

    select
        'law' as valid,
        country,
        start,
        coalesce("end", date '9999-12-31') as "end",
        cast(round(years * 12) as integer) as months

    from core_course_cycles

)

select
    completed.teacher_id,
    completed.course_id,
    completed.kind,
    completed.provider,
    completed.hours,
    completed.finished,
    rules.valid,
    greatest(completed.finished, rules.start) as first_day,
    rules."end" as last_day,
    cast(
        completed.finished
        + coalesce(rules.months, completed.own_months) * interval 1 month as date
    ) as ends

from completed

inner join staff
    on staff.teacher_id = completed.teacher_id

inner join core_schools
    on core_schools.school_id = staff.school_id

-- a school without a country is taken for one of KG, as for the grades that carry marks
inner join rules
    on rules.country is null
    or rules.country = coalesce(core_schools.country, 'KG')
