/*
answers = "Which file does each imported row come from, and what is the row of?"
grain   = "one row per row of a canonical table that figures are counted from"
*/
create or replace view imported_rows as
-- The first table has every column: what the others lack is of the same type.
select
    'olympiads' as table_name,
    source_id,
    school_id,
    subject_id,
    grade,
    stage

from core_olympiads

union all

select
    'marks' as table_name,
    source_id,
    school_id,
    subject_id,
    grade,
    null as stage

from core_marks

union all

select
    'programme' as table_name,
    source_id,
    school_id,
    subject_id,
    grade,
    null as stage

from core_programme

union all

select
    'pupil_groups' as table_name,
    source_id,
    school_id,
    null as subject_id,
    grade,
    null as stage

from core_pupil_groups

union all

select
    'support' as table_name,
    source_id,
    school_id,
    null as subject_id,
    grade,
    null as stage

from core_support

union all

select
    'exams' as table_name,
    source_id,
    school_id,
    subject_id,
    null as grade,
    null as stage

from core_exams

union all

select
    'planned_work' as table_name,
    source_id,
    school_id,
    subject_id,
    null as grade,
    null as stage

from core_planned_work

union all

select
    'mentors' as table_name,
    source_id,
    school_id,
    subject_id,
    null as grade,
    null as stage

from core_mentors

union all

select
    'mentor_events' as table_name,
    source_id,
    school_id,
    subject_id,
    null as grade,
    null as stage

from core_mentor_events

union all

select
    'pairs' as table_name,
    source_id,
    mentee_school_id as school_id,
    subject_id,
    null as grade,
    null as stage

from core_pairs

union all

select
    'networks' as table_name,
    source_id,
    member_school_id as school_id,
    null as subject_id,
    null as grade,
    null as stage

from core_networks

union all

select
    'teachers' as table_name,
    source_id,
    school_id,
    null as subject_id,
    null as grade,
    null as stage

from core_teachers

union all

select
    'completions' as table_name,
    core_completions.source_id,
    core_teachers.school_id,
    null as subject_id,
    null as grade,
    null as stage

from core_completions

left join core_teachers
    on core_teachers.teacher_id = core_completions.teacher_id

union all

select
    'associations' as table_name,
    source_id,
    school_id,
    null as subject_id,
    null as grade,
    null as stage

from core_associations

union all

-- Of the school that the association is of in that school year.
select
    'meetings' as table_name,
    core_meetings.source_id,
    core_associations.school_id,
    null as subject_id,
    null as grade,
    null as stage

from core_meetings

inner join core_associations
    on core_associations.association_id = core_meetings.association_id
    and core_meetings.date >= cast(concat(substr(core_associations.year, 1, 4), '-09-01') as date)
    and core_meetings.date <= cast(concat(substr(core_associations.year, 6, 4), '-08-31') as date)

union all

select
    'surveys' as table_name,
    source_id,
    school_id,
    null as subject_id,
    null as grade,
    null as stage

from core_surveys

union all

select
    'reading' as table_name,
    source_id,
    school_id,
    null as subject_id,
    grade,
    null as stage

from core_reading
