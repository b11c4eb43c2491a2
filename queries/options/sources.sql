/*
answers = "Which files do the rows in use come from?"
grain   = "one row per file"
columns = ["name", "layout", "imported", "rows_loaded"]
params  = {}
*/
select
    name,
    layout,
    imported,
    rows_loaded

from source

order by name, source_id
