/*
answers = "How many marks of each kind did each class have? What was not said counts as none."
grain   = "one row per class or teaching group, subject and period"
*/
create or replace view fact_marks as
select
    year,
    period,
    school_id,
    grade,
    letter,
    subject_id,
    coalesce(roster, 0) as roster,
    coalesce(n5, 0) as n5,
    coalesce(n4, 0) as n4,
    coalesce(n3, 0) as n3,
    coalesce(n2, 0) as n2,
    coalesce(not_assessed, 0) as not_assessed,
    coalesce(exempt, 0) + coalesce(credited, 0) + coalesce(not_credited, 0)
        + coalesce(no_mark, 0) as without_mark

from core_marks
