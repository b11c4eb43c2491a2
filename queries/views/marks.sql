/*
answers = "How many marks of each kind, and how many pupils behind them, in any grouping?"
grain   = "one row per group; a dimension that is not asked for is null"
columns = [
    "year", "period", "district", "aimak", "school", "subject", "area", "grade", "language", "letter",
    "pupils", "roster", "n5", "n4", "n3", "n2", "not_assessed", "without_mark",
    "expected",
]
# These part the children: counts by one of them, pupils too, add up to the counts without it.
apart = ["school", "grade", "letter"]
# The subjects of a class are of the same children: their pupils are not added.
same_children = ["subject"]
tables = ["marks"]

[params]
by_year = "boolean"
by_period = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_subject = "boolean"
by_area = "boolean"
by_grade = "boolean"
by_language = "boolean"
by_letter = "boolean"
year = "text[]"
period = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
grade = "integer[]"
language = "text[]"

# for each count of children: a group without any of these is not there
[present]
pupils = ["n5", "n4", "n3", "n2", "not_assessed"]
*/
with

chosen_schools as (

    select
        school_id,
        district,
        aimak,
        language,
        coalesce(country, 'KG') as country

    from core_schools

    where (:every_district or district in :district)
        and (:every_aimak or aimak in :aimak)
        and (:every_school or school_id in :school)
        and (:every_language or language in :language)

),

-- A divided class is one class: its groups are added before subjects are compared.
per_subject as (

    select
        year,
        period,
        school_id,
        grade,
        letter,
        subject_id,
        sum(n5 + n4 + n3 + n2) as assessed,
        sum(roster) as roster,
        sum(n5) as n5,
        sum(n4) as n4,
        sum(n3) as n3,
        sum(n2) as n2,
        sum(not_assessed) as not_assessed,
        sum(without_mark) as without_mark

    from fact_marks

    where (:every_year or year in :year)
        and (:every_period or period in :period)
        and (:every_grade or grade in :grade)
        and (:every_subject or subject_id in :subject)

    group by
        year,
        period,
        school_id,
        grade,
        letter,
        subject_id

),

-- Children, not marks: the subject with the most assessed pupils tells how many there are.
per_class as (

    select
        per_subject.year,
        per_subject.period,
        per_subject.school_id,
        per_subject.grade,
        per_subject.letter,
        case when :by_subject then per_subject.subject_id end as subject,
        case when :by_area then core_subjects.area end as area,
        max(assessed) as pupils,
        sum(roster) as roster,
        sum(n5) as n5,
        sum(n4) as n4,
        sum(n3) as n3,
        sum(n2) as n2,
        sum(not_assessed) as not_assessed,
        sum(without_mark) as without_mark

    from per_subject

    left join core_subjects
        on core_subjects.subject_id = per_subject.subject_id

    where :every_area or core_subjects.area in :area

    group by
        per_subject.year,
        per_subject.period,
        per_subject.school_id,
        per_subject.grade,
        per_subject.letter,
        case when :by_subject then per_subject.subject_id end,
        case when :by_area then core_subjects.area end

)

select
    case when :by_year then per_class.year end as year,
    case when :by_period then per_class.period end as period,
    case when :by_district then chosen_schools.district end as district,
    case when :by_aimak then chosen_schools.aimak end as aimak,
    case when :by_school then per_class.school_id end as school,
    per_class.subject,
    per_class.area,
    case when :by_grade then per_class.grade end as grade,
    case when :by_language then chosen_schools.language end as language,
    case when :by_letter then per_class.letter end as letter,
    sum(pupils)::bigint as pupils,
    sum(roster)::bigint as roster,
    sum(n5)::bigint as n5,
    sum(n4)::bigint as n4,
    sum(n3)::bigint as n3,
    sum(n2)::bigint as n2,
    sum(not_assessed)::bigint as not_assessed,
    sum(without_mark)::bigint as without_mark,
    bool_or(coalesce(core_marks_expected.marks, true)) as expected

from per_class

inner join chosen_schools
    on chosen_schools.school_id = per_class.school_id

left join core_marks_expected
    on core_marks_expected.country = chosen_schools.country
    and core_marks_expected.grade = per_class.grade
    and core_marks_expected.from_year <= per_class.year
    and coalesce(core_marks_expected.to_year, '9999') >= per_class.year

group by
    case when :by_year then per_class.year end,
    case when :by_period then per_class.period end,
    case when :by_district then chosen_schools.district end,
    case when :by_aimak then chosen_schools.aimak end,
    case when :by_school then per_class.school_id end,
    per_class.subject,
    per_class.area,
    case when :by_grade then per_class.grade end,
    case when :by_language then chosen_schools.language end,
    case when :by_letter then per_class.letter end

order by
    year nulls last,
    period nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    per_class.subject nulls last,
    per_class.area nulls last,
    grade nulls last,
    language nulls last,
    letter nulls last
