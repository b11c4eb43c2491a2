/*
answers = "Which codes do the registers of people, courses and associations hold?"
grain   = "one row per register and code"
columns = ["register", "code"]
params  = {}
*/
select 'teachers' as register, teacher_id as code
from core_teachers

union

select 'courses' as register, course_id as code
from core_courses

union

select 'mentors' as register, mentor_id as code
from core_mentors

union

select 'associations' as register, association_id as code
from core_associations

order by register, code
