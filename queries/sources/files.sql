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
    and (:every_area or core_subjects.area in :area)
    and (:every_grade or of_facts.grade in :grade)
    and (:every_language or core_schools.language in :language)
    and (:every_stage or of_facts.stage in :stage)

group by
    source.source_id,
    source.name,
    source.layout,
    source.imported

order by source.name, source.source_id
