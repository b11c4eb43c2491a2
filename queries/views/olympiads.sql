/*
answers = "How many took part in olympiads and won a place, in any grouping?"
grain   = "one row per group; a dimension that is not asked for is null"
columns = [
    "year", "district", "aimak", "school", "subject", "area", "grade", "language", "stage",
    "pupils", "participants", "places", "told_participants", "told_places", "expected",
]
tables = ["olympiads"]

[params]
by_year = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_subject = "boolean"
by_area = "boolean"
by_grade = "boolean"
by_language = "boolean"
by_stage = "boolean"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
grade = "integer[]"
language = "text[]"
stage = "text[]"

# for each count of children: a group without any of these is not there
[present]
pupils = ["participants"]
*/
with

chosen_schools as (

    select
        school_id,
        district,
        aimak,
        language,
        pupils as enrolled

    from core_schools

    where (:every_district or district in :district)
        and (:every_aimak or aimak in :aimak)
        and (:every_school or school_id in :school)
        and (:every_language or language in :language)

),

-- Where nobody said how many took part, they are at least those who won a place.
results as (

    select
        core_olympiads.year,
        core_olympiads.school_id,
        core_olympiads.stage,
        core_olympiads.subject_id,
        core_subjects.area,
        core_olympiads.grade,
        coalesce(place1, 0) + coalesce(place2, 0) + coalesce(place3, 0) as places,
        participants as told,
        coalesce(participants, coalesce(place1, 0) + coalesce(place2, 0) + coalesce(place3, 0))
            as participants

    from core_olympiads

    left join core_subjects
        on core_subjects.subject_id = core_olympiads.subject_id

    where (:every_year or core_olympiads.year in :year)
        and (:every_subject or core_olympiads.subject_id in :subject)
        and (:every_area or core_subjects.area in :area)
        and (:every_grade or core_olympiads.grade in :grade)
        and (:every_stage or core_olympiads.stage in :stage)

),

per_stage as (

    select
        year,
        school_id,
        stage,
        case when :by_subject then subject_id end as subject,
        case when :by_area then area end as area,
        case when :by_grade then grade end as grade,
        sum(places) as places,
        sum(participants) as participants,
        sum(case when told is null then 0 else places end) as told_places,
        sum(coalesce(told, 0)) as told_participants

    from results

    group by
        year,
        school_id,
        stage,
        case when :by_subject then subject_id end,
        case when :by_area then area end,
        case when :by_grade then grade end

),

-- Children, not entries: who goes on to the next stage is the same child, so the largest stage
-- tells; and there are never more of them than the school has pupils.
per_school as (

    select
        year,
        school_id,
        case when :by_stage then stage end as stage,
        subject,
        area,
        grade,
        max(participants) as pupils,
        sum(places) as places,
        sum(participants) as participants,
        sum(told_places) as told_places,
        sum(told_participants) as told_participants

    from per_stage

    group by
        year,
        school_id,
        case when :by_stage then stage end,
        subject,
        area,
        grade

)

select
    case when :by_year then per_school.year end as year,
    case when :by_district then chosen_schools.district end as district,
    case when :by_aimak then chosen_schools.aimak end as aimak,
    case when :by_school then per_school.school_id end as school,
    per_school.subject,
    per_school.area,
    per_school.grade,
    case when :by_language then chosen_schools.language end as language,
    per_school.stage,
    sum(least(per_school.pupils, coalesce(enrolled, per_school.pupils)))::bigint as pupils,
    sum(participants)::bigint as participants,
    sum(places)::bigint as places,
    sum(told_participants)::bigint as told_participants,
    sum(told_places)::bigint as told_places,
    true as expected

from per_school

inner join chosen_schools
    on chosen_schools.school_id = per_school.school_id

group by
    case when :by_year then per_school.year end,
    case when :by_district then chosen_schools.district end,
    case when :by_aimak then chosen_schools.aimak end,
    case when :by_school then per_school.school_id end,
    per_school.subject,
    per_school.area,
    per_school.grade,
    case when :by_language then chosen_schools.language end,
    per_school.stage

order by
    year nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    per_school.subject nulls last,
    per_school.area nulls last,
    per_school.grade nulls last,
    language nulls last,
    per_school.stage nulls last
