/*
answers = "What is loaded of the classes that a report of percentages speaks of?"
grain   = "one row per class and subject (marks), and one per class (pupil_groups)"
columns = [
    "counted", "school_id", "year", "period", "grade", "letter", "subject_id",
    "roster", "n5", "n4", "n3", "n2", "not_assessed", "no_mark",
]

[params]
year = "text[]"
period = "text[]"
school = "text[]"
*/
select
    'marks' as counted,
    school_id,
    year,
    period,
    grade,
    letter,
    subject_id,
    sum(roster)::bigint as roster,
    sum(n5)::bigint as n5,
    sum(n4)::bigint as n4,
    sum(n3)::bigint as n3,
    sum(n2)::bigint as n2,
    sum(coalesce(not_assessed, 0))::bigint as not_assessed,
    sum(
        coalesce(exempt, 0) + coalesce(credited, 0)
        + coalesce(not_credited, 0) + coalesce(no_mark, 0)
    )::bigint as no_mark

from core_marks

where (:every_year or year in :year)
    and (:every_period or period in :period)
    and (:every_school or school_id in :school)

group by
    school_id,
    year,
    period,
    grade,
    letter,
    subject_id

union all

select
    'pupil_groups' as counted,
    school_id,
    year,
    period,
    grade,
    letter,
    null as subject_id,
    roster::bigint as roster,
    excellent::bigint as n5,
    good::bigint as n4,
    satisfactory::bigint as n3,
    failing::bigint as n2,
    coalesce(not_assessed, 0)::bigint as not_assessed,
    0::bigint as no_mark

from core_pupil_groups

where (:every_year or year in :year)
    and (:every_period or period in :period)
    and (:every_school or school_id in :school)

order by
    counted,
    school_id,
    year,
    period,
    grade,
    letter nulls first,
    subject_id nulls first
