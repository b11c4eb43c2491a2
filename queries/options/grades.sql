/*
answers = "Which grades have marks?"
grain   = "one row per grade"
columns = ["grade"]
params  = {}
*/
select distinct grade
from core_marks
order by grade
