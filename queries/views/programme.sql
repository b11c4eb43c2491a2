/*
answers = "How many lessons of the programme were planned and given, in any grouping?"
grain   = "one row per group; a dimension that is not asked for is null"
columns = [
    "year", "period", "district", "aimak", "school", "subject", "area", "grade", "language",
    "letter", "pupils", "hours_planned", "hours_given", "expected",
]
tables = ["programme"]

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

[present]
pupils = ["hours_planned", "hours_given"]
*/
select
    case when :by_year then core_programme.year end as year,
    case when :by_period then core_programme.period end as period,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_programme.school_id end as school,
    case when :by_subject then core_programme.subject_id end as subject,
    case when :by_area then core_subjects.area end as area,
    case when :by_grade then core_programme.grade end as grade,
    case when :by_language then core_schools.language end as language,
    case when :by_letter then core_programme.letter end as letter,
    cast(null as bigint) as pupils,
    sum(coalesce(hours_planned, 0)) as hours_planned,
    sum(coalesce(hours_given, 0)) as hours_given,
    true as expected

from core_programme

inner join core_schools
    on core_schools.school_id = core_programme.school_id

left join core_subjects
    on core_subjects.subject_id = core_programme.subject_id

where (:every_year or core_programme.year in :year)
    and (:every_period or core_programme.period in :period)
    and (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_subject or core_programme.subject_id in :subject)
    and (:every_area or core_subjects.area in :area)
    and (:every_grade or core_programme.grade in :grade)
    and (:every_language or core_schools.language in :language)

group by
    case when :by_year then core_programme.year end,
    case when :by_period then core_programme.period end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then core_programme.school_id end,
    case when :by_subject then core_programme.subject_id end,
    case when :by_area then core_subjects.area end,
    case when :by_grade then core_programme.grade end,
    case when :by_language then core_schools.language end,
    case when :by_letter then core_programme.letter end

order by
    year nulls last,
    period nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    subject nulls last,
    area nulls last,
    grade nulls last,
    language nulls last,
    letter nulls last
