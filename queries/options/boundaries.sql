/*
answers = "Which outlines were imported for the map?"
grain   = "one row per boundary"
columns = ["outline"]
params  = {}
*/
select outline

from core_boundaries

order by boundary_id
