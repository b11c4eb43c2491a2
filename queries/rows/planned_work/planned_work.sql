/*
answers = "Which rows of planned work are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["school_id", "year", "association_id", "month", "kind", "subject_id"]

[params]
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
language = "text[]"
month = "text[]"
work_kind = "text[]"
*/
select
    core_planned_work.school_id,
    core_planned_work.year,
    core_planned_work.association_id,
    core_planned_work.month,
    core_planned_work.kind,
    core_planned_work.subject_id

from core_planned_work

inner join core_schools
    on core_schools.school_id = core_planned_work.school_id

left join core_associations
    on core_associations.association_id = core_planned_work.association_id
    and core_associations.year = core_planned_work.year

left join core_subjects
    on core_subjects.subject_id = core_planned_work.subject_id

where (:every_year or coalesce(core_planned_work.year, '') in :year)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_subject or coalesce(core_planned_work.subject_id, '') in :subject)
    and (:every_area or coalesce(coalesce(core_associations.area, core_subjects.area), '') in :area)
    and (:every_language or coalesce(core_schools.language, '') in :language)
    and (:every_month or coalesce(core_planned_work.month, '') in :month)
    and (:every_work_kind or coalesce(core_planned_work.kind, '') in :work_kind)
