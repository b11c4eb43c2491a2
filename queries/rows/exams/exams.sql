/*
answers = "Which results of tests are counted? The main test, unless subjects are asked for."
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["school_id", "year", "exam", "subject_id"]

[params]
metric = "text"
by_subject = "boolean"
by_area = "boolean"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
language = "text[]"
*/
select
    core_exams.school_id,
    core_exams.year,
    core_exams.exam,
    core_exams.subject_id

from core_exams

inner join core_schools
    on core_schools.school_id = core_exams.school_id

left join core_subjects
    on core_subjects.subject_id = core_exams.subject_id

where (
        core_exams.subject_id is null
        or :by_subject
        or :by_area
        or not :every_subject
        or not :every_area
    )
    and (:metric <> 'exam_mean' or core_exams.score_sum is not null)
    and (:metric <> 'exam_participation' or core_exams.graduates is not null)
    and (:every_year or coalesce(core_exams.year, '') in :year)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_subject or coalesce(core_exams.subject_id, '') in :subject)
    and (:every_area or coalesce(core_subjects.area, '') in :area)
    and (:every_language or coalesce(core_schools.language, '') in :language)
