/*
answers = "Which files do the test results under these filters come from, whatever their year?"
grain   = "one row per file"
columns = ["name", "layout", "imported", "rows"]

[params]
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
language = "text[]"
*/
select
    source.name,
    source.layout,
    source.imported,
    count(*)::bigint as rows

from core_exams

inner join source
    on source.source_id = core_exams.source_id

left join core_schools
    on core_schools.school_id = core_exams.school_id

left join core_subjects
    on core_subjects.subject_id = core_exams.subject_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_exams.school_id in :school)
    and (:every_subject or core_exams.subject_id in :subject)
    and (:every_area or core_subjects.area in :area)
    and (:every_language or core_schools.language in :language)

group by
    source.source_id,
    source.name,
    source.layout,
    source.imported

order by source.name, source.source_id
