/*
answers = "Which rows of marks are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["school_id", "year", "period", "grade", "letter", "group", "subject_id"]

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
    core_marks.school_id,
    core_marks.year,
    core_marks.period,
    core_marks.grade,
    core_marks.letter,
    core_marks."group",
    core_marks.subject_id

from core_marks

inner join core_schools
    on core_schools.school_id = core_marks.school_id

left join core_subjects
    on core_subjects.subject_id = core_marks.subject_id

where (:every_year or coalesce(core_marks.year, '') in :year)
    and (:every_period or coalesce(core_marks.period, '') in :period)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_subject or coalesce(core_marks.subject_id, '') in :subject)
    and (:every_area or coalesce(core_subjects.area, '') in :area)
    and (:every_grade or coalesce(core_marks.grade, -1) in :grade)
    and (:every_letter or coalesce(core_marks.letter, '') in :letter)
    and (:every_language or coalesce(core_schools.language, '') in :language)
