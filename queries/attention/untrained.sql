/*
answers = "In which schools has no teacher completed a course?"
grain   = "one row per school with at least so many teachers; none where no completion is known"
columns = ["school", "teachers"]
params  = { least = "integer" }
*/
with

trained as (

    select distinct teacher_id

    from core_completions

)

select
    core_teachers.school_id as school,
    count(*)::bigint as teachers

from core_teachers

left join trained
    on trained.teacher_id = core_teachers.teacher_id

where exists (select 1 from trained)

group by core_teachers.school_id

having count(*) >= :least
    and count(trained.teacher_id) = 0

order by school
