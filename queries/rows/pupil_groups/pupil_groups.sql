/*
answers = "Which classes are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["school_id", "year", "period", "grade", "letter"]

[params]
metric = "text"
year = "text[]"
period = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
*/
select
    core_pupil_groups.school_id,
    core_pupil_groups.year,
    core_pupil_groups.period,
    core_pupil_groups.grade,
    core_pupil_groups.letter

from core_pupil_groups

inner join core_schools
    on core_schools.school_id = core_pupil_groups.school_id

where (:metric <> 'one_three' or core_pupil_groups.one_three is not null)
    and (:every_year or coalesce(core_pupil_groups.year, '') in :year)
    and (:every_period or coalesce(core_pupil_groups.period, '') in :period)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_grade or coalesce(core_pupil_groups.grade, -1) in :grade)
    and (:every_letter or coalesce(core_pupil_groups.letter, '') in :letter)
    and (:every_language or coalesce(core_schools.language, '') in :language)
