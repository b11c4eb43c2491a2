/*
answers = "How many teachers are in post on a day, and how many hold a course that counts then?"
grain   = "one row per group; a dimension not asked for is null; a teacher of two subjects is one"
# trained: teachers, not certificates; hours: of the courses that count, the same one once
# valid: "own": as long as the course itself says; "law": by the country's cycle, where there is
# none as the course says; "3y": three years, whatever the course says
columns = [
    "district", "aimak", "school", "language", "subject", "category", "experience",
    "course_kind", "teachers", "trained", "hours", "expected",
]
tables = ["teachers", "completions"]
looks_up = ["courses"]
same_children = ["subject"]
axes_alone = true

[params]
on = "date"
valid = "text"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_language = "boolean"
by_subject = "boolean"
by_category = "boolean"
by_experience = "boolean"
by_course_kind = "boolean"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
subject = "text[]"
category = "text[]"
experience = "text[]"
course_kind = "text[]"

[present]
teachers = ["teachers"]
*/
with

-- Without a day: those who are in post now; what is hidden goes by them. Where everybody has left
-- there were some on an earlier day, at last a few: such a group is hidden as one of few.
people as (

    select distinct
        staff.teacher_id,
        core_schools.district,
        core_schools.aimak,
        core_schools.school_id,
        core_schools.language,
        staff.category,
        staff.experience,
        coalesce(staff.last_day >= cast(:on as date), staff.last_day is null) as in_post,
        case when :by_subject then staff_subjects.subject_id end as subject_id

    from staff

    inner join core_schools
        on core_schools.school_id = staff.school_id

    left join staff_subjects
        on staff_subjects.teacher_id = staff.teacher_id
        and (:by_subject or not :every_subject)

    where (
            cast(:on as date) is null
            or coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)
        )
        and (:every_district or core_schools.district in :district)
        and (:every_aimak or core_schools.aimak in :aimak)
        and (:every_school or core_schools.school_id in :school)
        and (:every_language or core_schools.language in :language)
        and (:every_subject or staff_subjects.subject_id in :subject)
        and (:every_category or staff.category in :category)
        and (:every_experience or staff.experience in :experience)
        -- where no certificate of anybody is known, nothing is known of anybody
        and exists (
            select 1
            from completed
            where cast(:on as date) is null
                or finished <= cast(:on as date)
        )

),

held as (

    select distinct
        teacher_id,
        course_id,
        kind,
        hours

    from course_terms

    where valid = :valid
        and cast(:on as date) between first_day and last_day
        and coalesce(ends > cast(:on as date), true)
        and (:every_course_kind or kind in :course_kind)

),

asked_kinds as (

    select null as kind

    where not :by_course_kind

    union all

    select distinct kind

    from core_courses

    where :by_course_kind
        and (:every_course_kind or kind in :course_kind)

)

select
    case when :by_district then people.district end as district,
    case when :by_aimak then people.aimak end as aimak,
    case when :by_school then people.school_id end as school,
    case when :by_language then people.language end as language,
    people.subject_id as subject,
    case when :by_category then people.category end as category,
    case when :by_experience then people.experience end as experience,
    asked_kinds.kind as course_kind,
    greatest(
        1, count(distinct case when people.in_post then people.teacher_id end)
    )::bigint as teachers,
    count(distinct held.teacher_id)::bigint as trained,
    coalesce(sum(held.hours), 0)::double as hours,
    true as expected

from people

cross join asked_kinds

left join held
    on held.teacher_id = people.teacher_id
    and (asked_kinds.kind is null or asked_kinds.kind = held.kind)

group by
    case when :by_district then people.district end,
    case when :by_aimak then people.aimak end,
    case when :by_school then people.school_id end,
    case when :by_language then people.language end,
    people.subject_id,
    case when :by_category then people.category end,
    case when :by_experience then people.experience end,
    asked_kinds.kind

order by
    district nulls last,
    aimak nulls last,
    school nulls last,
    language nulls last,
    subject nulls last,
    category nulls last,
    experience nulls last,
    course_kind nulls last
