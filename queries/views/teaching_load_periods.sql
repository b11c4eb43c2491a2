/*
answers = "How many schools tell their teachers' hours?"
grain   = "one row if any do; a register has no times"
columns = ["schools"]
params  = {}
*/
select count(distinct school_id)::bigint as schools

from core_teachers

where hours_per_week is not null

having count(*) > 0
