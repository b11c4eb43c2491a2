/*
answers = "How many children were to be tested in reading, and how many were?"
grain   = "one row per group; a dimension not asked for is null"
# listed: tests to be; children: once, in however many languages
columns = [
    "year", "round", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "children", "listed", "tested", "absent", "refused", "expected",
]
tables = ["reading"]
own_axes = ["language"]
apart_axes = ["gender", "school"]
periods = "reading"

[params]
by_year = "boolean"
by_round = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_grade = "boolean"
by_letter = "boolean"
by_language = "boolean"
by_gender = "boolean"
year = "text[]"
round = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
gender = "text[]"

[present]
children = ["children"]
*/
select
    case when :by_year then core_reading.year end as year,
    case when :by_round then core_reading.round end as round,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_schools.school_id end as school,
    case when :by_grade then core_reading.grade end as grade,
    case when :by_letter then core_reading.letter end as letter,
    case when :by_language then core_reading.language end as language,
    case when :by_gender then core_reading.gender end as gender,
    count(distinct hash(core_reading.school_id, core_reading.pupil_code))::bigint as children,
    count(*)::bigint as listed,
    count(case when core_reading.status = 'tested' then 1 end)::bigint as tested,
    count(case when core_reading.status = 'absent' then 1 end)::bigint as absent,
    count(case when core_reading.status = 'refused' then 1 end)::bigint as refused,
    true as expected

from core_reading

inner join core_schools
    on core_schools.school_id = core_reading.school_id

where (:every_year or core_reading.year in :year)
    and (:every_round or core_reading.round in :round)
    and (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_grade or core_reading.grade in :grade)
    and (:every_letter or core_reading.letter in :letter)
    and (:every_language or core_reading.language in :language)
    and (:every_gender or core_reading.gender in :gender)

group by
    case when :by_year then core_reading.year end,
    case when :by_round then core_reading.round end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then core_schools.school_id end,
    case when :by_grade then core_reading.grade end,
    case when :by_letter then core_reading.letter end,
    case when :by_language then core_reading.language end,
    case when :by_gender then core_reading.gender end

order by
    year nulls last,
    round nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    letter nulls last,
    language nulls last,
    gender nulls last
