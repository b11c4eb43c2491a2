/*
answers = "Which results of olympiads are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["year", "stage", "subject_id", "school_id", "grade"]

[params]
metric = "text"
year = "text[]"
stage = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
grade = "integer[]"
language = "text[]"
*/
select
    core_olympiads.year,
    core_olympiads.stage,
    core_olympiads.subject_id,
    core_olympiads.school_id,
    core_olympiads.grade

from core_olympiads

inner join core_schools
    on core_schools.school_id = core_olympiads.school_id

left join core_subjects
    on core_subjects.subject_id = core_olympiads.subject_id

where (:metric <> 'olympiad_rate' or core_olympiads.participants is not null)
    and (:every_year or coalesce(core_olympiads.year, '') in :year)
    and (:every_stage or coalesce(core_olympiads.stage, '') in :stage)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_subject or coalesce(core_olympiads.subject_id, '') in :subject)
    and (:every_area or coalesce(core_subjects.area, '') in :area)
    and (:every_grade or coalesce(core_olympiads.grade, -1) in :grade)
    and (:every_language or coalesce(core_schools.language, '') in :language)
