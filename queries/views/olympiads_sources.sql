/*
answers = "Which files do the olympiad results under these filters come from, whatever their year?"
grain   = "one row per file"
columns = ["name", "layout", "imported", "rows"]

[params]
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
grade = "integer[]"
language = "text[]"
stage = "text[]"
*/
select
    source.name,
    source.layout,
    source.imported,
    count(*)::bigint as rows

from core_olympiads

inner join source
    on source.source_id = core_olympiads.source_id

left join core_schools
    on core_schools.school_id = core_olympiads.school_id

left join core_subjects
    on core_subjects.subject_id = core_olympiads.subject_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_olympiads.school_id in :school)
    and (:every_subject or core_olympiads.subject_id in :subject)
    and (:every_area or core_subjects.area in :area)
    and (:every_grade or core_olympiads.grade in :grade)
    and (:every_language or core_schools.language in :language)
    and (:every_stage or core_olympiads.stage in :stage)

group by
    source.source_id,
    source.name,
    source.layout,
    source.imported

order by source.name, source.source_id
