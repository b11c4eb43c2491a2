/*
answers = "Which courses are registered, and how are they called?"
grain   = "one row per course"
columns = ["course_id", "name"]
params  = {}
*/
select
    course_id,
    name

from core_courses

order by course_id
