/*
answers = "Which subjects are there, by which names, and which of them have marks?"
grain   = "one row per subject"
columns = ["subject", "name_en", "name_ky", "name_kk", "name_ru", "area", "taught"]
params  = {}
*/
select
    core_subjects.subject_id as subject,
    core_subjects.name_en,
    core_subjects.name_ky,
    core_subjects.name_kk,
    core_subjects.name_ru,
    core_subjects.area,
    core_subjects.subject_id in (select core_marks.subject_id from core_marks) as taught

from core_subjects

order by core_subjects.subject_id
