/*
answers = "Which rows of the programme are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["school_id", "year", "period", "grade", "letter", "subject_id"]

[params]
year = "text[]"
period = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
*/
select
    core_programme.school_id,
    core_programme.year,
    core_programme.period,
    core_programme.grade,
    core_programme.letter,
    core_programme.subject_id

from core_programme

inner join core_schools
    on core_schools.school_id = core_programme.school_id

left join core_subjects
    on core_subjects.subject_id = core_programme.subject_id

where (:every_year or coalesce(core_programme.year, '') in :year)
    and (:every_period or coalesce(core_programme.period, '') in :period)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_subject or coalesce(core_programme.subject_id, '') in :subject)
    and (:every_area or coalesce(core_subjects.area, '') in :area)
    and (:every_grade or coalesce(core_programme.grade, -1) in :grade)
    and (:every_letter or coalesce(core_programme.letter, '') in :letter)
    and (:every_language or coalesce(core_schools.language, '') in :language)
