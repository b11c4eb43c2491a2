/*
answers = "Who teaches where, and until which day as far as the registers tell?"
grain   = "one row per teacher"
# last_day: as told; else of whom the school's newest register names no more the end of his last
# school year; else null: in post
# experience: years of service in bands
*/
create or replace view staff as
select
    core_teachers.teacher_id,
    core_teachers.school_id,
    core_teachers.subject_ids,
    core_teachers.experience_years,
    case
        when core_teachers.experience_years < 3 then '0-2'
        when core_teachers.experience_years < 10 then '3-9'
        when core_teachers.experience_years < 20 then '10-19'
        when core_teachers.experience_years >= 20 then '20+'
    end as experience,
    core_teachers.category,
    core_teachers.position,
    core_teachers.hours_per_week,
    coalesce(core_teachers.young_specialist, core_teachers.experience_years < 3) as young,
    case
        when core_teachers.until is not null then core_teachers.until
        when core_teachers.year < newest.year
            then make_date(cast(substr(core_teachers.year, 6, 4) as integer), 8, 31)
    end as last_day

from core_teachers

left join (
    select
        school_id,
        max(year) as year

    from core_teachers

    group by school_id
) as newest
    on newest.school_id = core_teachers.school_id
