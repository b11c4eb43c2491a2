/*
answers = "Which files do the pupils one «3» away come from, whatever their period?"
grain   = "one row per file"
columns = ["name", "layout", "imported", "rows"]

[params]
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
language = "text[]"
*/
select
    source.name,
    source.layout,
    source.imported,
    count(*)::bigint as rows

from core_pupil_groups

inner join source
    on source.source_id = core_pupil_groups.source_id

left join core_schools
    on core_schools.school_id = core_pupil_groups.school_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_pupil_groups.school_id in :school)
    and (:every_grade or core_pupil_groups.grade in :grade)
    and (:every_language or core_schools.language in :language)
    and core_pupil_groups.one_three is not null

group by
    source.source_id,
    source.name,
    source.layout,
    source.imported

order by source.name, source.source_id
