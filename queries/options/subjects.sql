/*
answers = "Which subjects are there, and by which names?"
grain   = "one row per subject"
columns = ["subject", "name_en", "name_ky", "name_kk", "name_ru", "area"]
params  = {}
*/
select
    core_subjects.subject_id as subject,
    core_subjects.name_en,
    core_subjects.name_ky,
    core_subjects.name_kk,
    core_subjects.name_ru,
    core_subjects.area

from core_subjects

order by core_subjects.subject_id
