/*
answers = "How many marks of each kind, and how many pupils behind them, in any grouping?"
grain   = "one row per group; a dimension that is not asked for is null"
columns = [
    "year", "period", "district", "aimak", "school", "subject", "area", "grade", "language", "letter",
    "pupils", "roster", "n5", "n4", "n3", "n2", "not_assessed", "exempt", "credited", "not_credited", "no_mark",
    "expected",
]

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
*/
with

facts as (

    select
        case when :by_year then year end as year_group,
        case when :by_period then period end as period_group,
        case when :by_district then district end as district_group,
        case when :by_aimak then aimak end as aimak_group,
        case when :by_school then school_id end as school_group,
        case when :by_subject then subject_id end as subject_group,
        case when :by_area then area end as area_group,
        case when :by_grade then grade end as grade_group,
        case when :by_language then language end as language_group,
        case when :by_letter then letter end as letter_group,
        year,
        period,
        school_id,
        grade,
        letter,
        subject_id,
        n5 + n4 + n3 + n2 as assessed,
        roster,
        n5,
        n4,
        n3,
        n2,
        not_assessed,
        exempt,
        credited,
        not_credited,
        no_mark,
        expected

    from fact_marks

    where (:every_year or year in :year)
        and (:every_period or period in :period)
        and (:every_district or district in :district)
        and (:every_aimak or aimak in :aimak)
        and (:every_school or school_id in :school)
        and (:every_subject or subject_id in :subject)
        and (:every_area or area in :area)
        and (:every_grade or grade in :grade)
        and (:every_language or language in :language)

),

-- A divided class is one class: its groups are added before subjects are compared.
per_subject as (

    select
        year_group,
        period_group,
        district_group,
        aimak_group,
        school_group,
        subject_group,
        area_group,
        grade_group,
        language_group,
        letter_group,
        year,
        period,
        school_id,
        grade,
        letter,
        subject_id,
        sum(assessed) as assessed,
        sum(roster) as roster,
        sum(n5) as n5,
        sum(n4) as n4,
        sum(n3) as n3,
        sum(n2) as n2,
        sum(not_assessed) as not_assessed,
        sum(exempt) as exempt,
        sum(credited) as credited,
        sum(not_credited) as not_credited,
        sum(no_mark) as no_mark,
        bool_or(expected) as expected

    from facts

    group by
        year_group,
        period_group,
        district_group,
        aimak_group,
        school_group,
        subject_group,
        area_group,
        grade_group,
        language_group,
        letter_group,
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
        year_group,
        period_group,
        district_group,
        aimak_group,
        school_group,
        subject_group,
        area_group,
        grade_group,
        language_group,
        letter_group,
        max(assessed) as pupils,
        sum(roster) as roster,
        sum(n5) as n5,
        sum(n4) as n4,
        sum(n3) as n3,
        sum(n2) as n2,
        sum(not_assessed) as not_assessed,
        sum(exempt) as exempt,
        sum(credited) as credited,
        sum(not_credited) as not_credited,
        sum(no_mark) as no_mark,
        bool_or(expected) as expected

    from per_subject

    group by
        year_group,
        period_group,
        district_group,
        aimak_group,
        school_group,
        subject_group,
        area_group,
        grade_group,
        language_group,
        letter_group,
        year,
        period,
        school_id,
        grade,
        letter

)

select
    year_group as year,
    period_group as period,
    district_group as district,
    aimak_group as aimak,
    school_group as school,
    subject_group as subject,
    area_group as area,
    grade_group as grade,
    language_group as language,
    letter_group as letter,
    sum(pupils)::bigint as pupils,
    sum(roster)::bigint as roster,
    sum(n5)::bigint as n5,
    sum(n4)::bigint as n4,
    sum(n3)::bigint as n3,
    sum(n2)::bigint as n2,
    sum(not_assessed)::bigint as not_assessed,
    sum(exempt)::bigint as exempt,
    sum(credited)::bigint as credited,
    sum(not_credited)::bigint as not_credited,
    sum(no_mark)::bigint as no_mark,
    bool_or(expected) as expected

from per_class

group by
    year_group,
    period_group,
    district_group,
    aimak_group,
    school_group,
    subject_group,
    area_group,
    grade_group,
    language_group,
    letter_group
