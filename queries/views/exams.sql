/*
answers = "How many took a national test and reached its threshold, in any grouping?"
grain   = "one row per group; a dimension not asked for is null; a null subject is the main test"
# leavers: the graduates as children, in several tests the same; of_leavers: those who took it
columns = [
    "year", "district", "aimak", "school", "subject", "area", "language",
    "pupils", "takers", "passed", "score_sum", "scored", "graduates", "leavers", "of_leavers",
    "expected",
]
tables = ["exams"]

[params]
by_year = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_subject = "boolean"
by_area = "boolean"
by_language = "boolean"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
language = "text[]"

# for each count of children: a group without any of these is not there
[present]
pupils = ["takers"]
leavers = ["graduates"]
*/
with

chosen_schools as (

    select
        school_id,
        district,
        aimak,
        language

    from core_schools

    where (:every_district or district in :district)
        and (:every_aimak or aimak in :aimak)
        and (:every_school or school_id in :school)
        and (:every_language or language in :language)

),

-- The main test and the subject tests are different tests and are never added: where nobody asks
-- for subjects, only the main test counts (it is of no subject and of no area).
results as (

    select
        core_exams.year,
        core_exams.school_id,
        core_exams.exam,
        case when :by_subject then core_exams.subject_id end as subject,
        case when :by_area then core_subjects.area end as area,
        core_exams.takers,
        core_exams.passed,
        coalesce(core_exams.score_sum, 0) as score_sum,
        case when core_exams.score_sum is null then 0 else core_exams.takers end as scored,
        coalesce(core_exams.graduates, 0) as graduates,
        case when core_exams.graduates is null then 0 else core_exams.takers end as of_leavers

    from core_exams

    left join core_subjects
        on core_subjects.subject_id = core_exams.subject_id

    where (:every_year or core_exams.year in :year)
        and (:every_subject or core_exams.subject_id in :subject)
        and (:every_area or core_subjects.area in :area)
        and (
            core_exams.subject_id is null
            or :by_subject
            or :by_area
            or not :every_subject
            or not :every_area
        )

),

-- Children, not tests: who took several subject tests is one child, so the largest of them tells.
per_school as (

    select
        year,
        school_id,
        subject,
        area,
        max(takers) as pupils,
        sum(takers) as takers,
        sum(passed) as passed,
        sum(score_sum) as score_sum,
        sum(scored) as scored,
        sum(graduates) as graduates,
        max(graduates) as leavers,
        sum(of_leavers) as of_leavers

    from results

    group by
        year,
        school_id,
        exam,
        subject,
        area

)

select
    case when :by_year then per_school.year end as year,
    case when :by_district then chosen_schools.district end as district,
    case when :by_aimak then chosen_schools.aimak end as aimak,
    case when :by_school then per_school.school_id end as school,
    per_school.subject,
    per_school.area,
    case when :by_language then chosen_schools.language end as language,
    sum(pupils)::bigint as pupils,
    sum(takers)::bigint as takers,
    sum(passed)::bigint as passed,
    sum(score_sum) as score_sum,
    sum(scored)::bigint as scored,
    sum(graduates)::bigint as graduates,
    sum(leavers)::bigint as leavers,
    sum(of_leavers)::bigint as of_leavers,
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
    case when :by_language then chosen_schools.language end

order by
    year nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    per_school.subject nulls last,
    per_school.area nulls last,
    language nulls last
