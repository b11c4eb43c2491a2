/*
answers = "How many teachers does each school mean to train in a school year?"
grain   = "one row per school, kind and year with a plan, of the chosen schools and kinds"
columns = ["year", "school", "kind", "planned"]

[params]
aimak = "text[]"
school = "text[]"
course_kind = "text[]"
*/
select
    core_course_plan.year,
    core_course_plan.school_id as school,
    core_course_plan.kind,
    core_course_plan.planned::bigint as planned

from core_course_plan

inner join core_schools
    on core_schools.school_id = core_course_plan.school_id

where (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_course_kind or core_course_plan.kind in :course_kind)

order by
    core_course_plan.year,
    school,
    core_course_plan.kind
