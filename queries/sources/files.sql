/*
answers = "Which files do the facts under these filters come from, whatever their time?"
grain   = "one row per file"
columns = ["name", "layout", "imported", "rows"]

[params]
facts = "text"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
grade = "integer[]"
language = "text[]"
stage = "text[]"
*/
with

of_facts as (

    select
        'marks' as facts,
        source_id,
        school_id,
        subject_id,
        grade,
        cast(null as varchar) as stage

    from core_marks

    union all

    select
        'pupil_groups' as facts,
        source_id,
        school_id,
        cast(null as varchar) as subject_id,
        grade,
        cast(null as varchar) as stage

    from core_pupil_groups

    union all

    select
        'exams' as facts,
        source_id,
        school_id,
        subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_exams

    union all

    select
        'olympiads' as facts,
        source_id,
        school_id,
        subject_id,
        grade,
        stage

    from core_olympiads

    union all

    select
        'mentors' as facts,
        source_id,
        school_id as school_id,
        subject_id as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_mentors

    union all

    select
        'mentors' as facts,
        source_id,
        mentee_school_id as school_id,
        subject_id as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_pairs

    union all

    select
        'mentors' as facts,
        source_id,
        school_id as school_id,
        subject_id as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_mentor_events

    union all

    select
        'mentor_reach' as facts,
        source_id,
        school_id as school_id,
        subject_id as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_mentors

    union all

    select
        'mentor_reach' as facts,
        source_id,
        mentee_school_id as school_id,
        subject_id as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_pairs

    union all

    select
        'young_specialists' as facts,
        source_id,
        school_id as school_id,
        cast(null as varchar) as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_teachers

    union all

    select
        'young_specialists' as facts,
        source_id,
        mentee_school_id as school_id,
        subject_id as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_pairs

    union all

    select
        'network_teachers' as facts,
        source_id,
        member_school_id as school_id,
        cast(null as varchar) as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_networks

    union all

    select
        'network_teachers' as facts,
        source_id,
        school_id,
        cast(null as varchar) as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_teachers

    union all

    select
        'network_teachers' as facts,
        core_completions.source_id,
        core_teachers.school_id,
        cast(null as varchar) as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_completions

    left join core_teachers
        on core_teachers.teacher_id = core_completions.teacher_id

    union all

    select
        'meetings' as facts,
        source_id,
        school_id,
        cast(null as varchar) as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_associations

    union all

    select
        'meetings' as facts,
        core_meetings.source_id,
        core_associations.school_id,
        cast(null as varchar) as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_meetings

    inner join core_associations
        on core_associations.association_id = core_meetings.association_id
        and core_meetings.date >= cast(concat(substr(core_associations.year, 1, 4), '-09-01') as date)
        and core_meetings.date <= cast(concat(substr(core_associations.year, 6, 4), '-08-31') as date)

    union all

    select
        'planned_work' as facts,
        source_id,
        school_id,
        subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_planned_work

    union all

    select
        'programme' as facts,
        source_id,
        school_id,
        subject_id,
        grade,
        cast(null as varchar) as stage

    from core_programme

    union all

    select
        'support' as facts,
        source_id,
        school_id,
        cast(null as varchar) as subject_id,
        grade,
        cast(null as varchar) as stage

    from core_support

    union all

    select
        'teaching_load' as facts,
        source_id,
        school_id,
        cast(null as varchar) as subject_id,
        cast(null as integer) as grade,
        cast(null as varchar) as stage

    from core_teachers

)

select
    source.name,
    source.layout,
    source.imported,
    count(*)::bigint as rows

from of_facts

inner join source
    on source.source_id = of_facts.source_id

left join core_schools
    on core_schools.school_id = of_facts.school_id

left join core_subjects
    on core_subjects.subject_id = of_facts.subject_id

where of_facts.facts = :facts
    and (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or of_facts.school_id in :school)
    and (:every_subject or of_facts.subject_id in :subject)
    -- an association's area is no subject's: its files are named whatever area is chosen
    and (
        :every_area
        or core_subjects.area in :area
        or of_facts.facts in ('meetings', 'planned_work')
    )
    and (:every_grade or of_facts.grade in :grade)
    and (:every_language or core_schools.language in :language)
    and (:every_stage or of_facts.stage in :stage)

group by
    source.source_id,
    source.name,
    source.layout,
    source.imported

order by source.name, source.source_id
