/*
answers = "Where did teachers finish a course of a kind between two days, and where nobody ever?"
grain   = "one row per school, or per school and subject taught there"
# teachers: in post at the end; trained: those of them who finished it from first to last;
# ever: whoever finished it by the end, in post or not
columns = ["school", "subject", "teachers", "trained", "ever"]

[params]
by_subject = "boolean"
kind = "text"
first = "date"
last = "date"
until = "date"
*/
with

finished as (

    select distinct
        teacher_id,
        finished between cast(:first as date) and cast(:last as date) as in_time

    from completed

    where kind = :kind
        and finished <= cast(:until as date)

),

people as (

    select distinct
        staff.school_id,
        staff.teacher_id,
        staff.last_day is null or staff.last_day >= cast(:until as date) as in_post,
        case when :by_subject then staff_subjects.subject_id end as subject_id

    from staff

    left join staff_subjects
        on staff_subjects.teacher_id = staff.teacher_id
        and :by_subject

)

select
    people.school_id as school,
    people.subject_id as subject,
    count(distinct case when people.in_post then people.teacher_id end)::bigint as teachers,
    count(
        distinct case when people.in_post and finished.in_time then people.teacher_id end
    )::bigint as trained,
    count(distinct finished.teacher_id)::bigint as ever

from people

left join finished
    on finished.teacher_id = people.teacher_id

group by
    people.school_id,
    people.subject_id

order by
    people.school_id,
    people.subject_id nulls last
