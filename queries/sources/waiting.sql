/*
answers = "Which files have rows that wait for a name, and what was said of them?"
grain   = "one row per file"
columns = ["name", "sha256", "options", "rows_waiting"]
*/
select
    name,
    sha256,
    options,
    rows_waiting::bigint as rows_waiting

from source

where rows_waiting > 0

order by source_id
