/*
answers = "Which national tests have results, of which years and subjects?"
grain   = "one row per year, test and subject; a subject that is null is the main test"
columns = ["year", "exam", "subject"]
params  = {}
*/
select distinct
    year,
    exam,
    subject_id as subject

from core_exams

order by
    year,
    exam,
    subject_id nulls first
