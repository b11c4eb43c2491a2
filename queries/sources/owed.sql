/*
answers = "What does each school owe for a year and period, until when, and when did it come?"
grain   = "one row per school and table, as the district wrote it down"
columns = ["school", "table", "due", "received"]

[params]
year = "text"
period = "text"
*/
select
    school_id as school,
    "table",
    due,
    received

from core_reporting

where year = :year
    and period = :period

order by
    school_id,
    "table"
