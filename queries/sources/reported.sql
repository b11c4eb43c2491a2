/*
answers = "Which school has which rows of a year and period, and when did the last of them come?"
grain   = "one row per school and table: of the period, of the year, or as a register stands"
columns = ["school", "table", "rows", "imported"]

[params]
year = "text"
period = "text"
*/
with

sent as (

    select
        'marks' as table_name,
        school_id,
        source_id

    from core_marks

    where year = :year
        and period = :period

    union all

    select
        'pupil_groups' as table_name,
        school_id,
        source_id

    from core_pupil_groups

    where year = :year
        and period = :period

    union all

    select
        'programme' as table_name,
        school_id,
        source_id

    from core_programme

    where year = :year
        and period = :period

    union all

    select
        'support' as table_name,
        school_id,
        source_id

    from core_support

    where year = :year
        and period = :period

    union all

    select
        'reading' as table_name,
        school_id,
        source_id

    from core_reading

    where year = :year

    union all

    select
        'exams' as table_name,
        school_id,
        source_id

    from core_exams

    where year = :year

    union all

    select
        'olympiads' as table_name,
        school_id,
        source_id

    from core_olympiads

    where year = :year

    union all

    select
        'associations' as table_name,
        school_id,
        source_id

    from core_associations

    where year = :year

    union all

    select
        'planned_work' as table_name,
        school_id,
        source_id

    from core_planned_work

    where year = :year

    union all

    select
        'course_plan' as table_name,
        school_id,
        source_id

    from core_course_plan

    where year = :year

    union all

    select
        'surveys' as table_name,
        school_id,
        source_id

    from core_surveys

    where year = :year
        and school_id is not null

    union all

    -- Of the school that the association is of in that school year.
    select
        'meetings' as table_name,
        core_associations.school_id,
        core_meetings.source_id

    from core_meetings

    inner join core_associations
        on core_associations.association_id = core_meetings.association_id

    where core_associations.year = :year
        and core_meetings.date >= cast(concat(substr(:year, 1, 4), '-09-01') as date)
        and core_meetings.date <= cast(concat(substr(:year, 6, 4), '-08-31') as date)

    union all

    select
        'teachers' as table_name,
        school_id,
        source_id

    from core_teachers

    union all

    select
        'completions' as table_name,
        core_teachers.school_id,
        core_completions.source_id

    from core_completions

    inner join core_teachers
        on core_teachers.teacher_id = core_completions.teacher_id

)

select
    sent.school_id as school,
    sent.table_name as "table",
    count(*)::bigint as rows,
    max(source.imported) as imported

from sent

left join source
    on source.source_id = sent.source_id

group by
    sent.school_id,
    sent.table_name

order by
    sent.school_id,
    sent.table_name
