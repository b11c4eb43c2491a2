/*
answers = "Which files do the rows under these filters come from, whatever their time?"
grain   = "one row per file"
columns = ["name", "layout", "imported", "rows"]

[params]
tables = "text[]"
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

from imported_rows

inner join source
    on source.source_id = imported_rows.source_id

left join core_schools
    on core_schools.school_id = imported_rows.school_id

left join core_subjects
    on core_subjects.subject_id = imported_rows.subject_id

where imported_rows.table_name in :tables
    and (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or imported_rows.school_id in :school)
    and (:every_subject or imported_rows.subject_id in :subject)
    -- an association's area is no subject's: its files are named whatever area is chosen
    and (
        :every_area
        or core_subjects.area in :area
        or imported_rows.table_name in ('associations', 'meetings', 'planned_work')
    )
    and (:every_grade or imported_rows.grade in :grade)
    and (:every_language or core_schools.language in :language)
    and (:every_stage or imported_rows.stage in :stage)

group by
    source.source_id,
    source.name,
    source.layout,
    source.imported

order by source.name, source.source_id
