/*
answers = "To which day do meetings and planned work tell of each school year?"
grain   = "one row per school year; work tells of its month's first day alone"
columns = ["year", "known_day"]
params  = {}
*/
with

days as (

    select
        case
            when extract(month from date) >= 9 then extract(year from date)
            else extract(year from date) - 1
        end as from_year,
        date as known_day

    from core_meetings

    union all

    select
        cast(substr(year, 1, 4) as integer) as from_year,
        cast(
            concat(
                case
                    when cast(month as integer) >= 9 then substr(year, 1, 4)
                    else substr(year, 6, 4)
                end,
                '-',
                month,
                '-01'
            ) as date
        ) as known_day

    from core_planned_work

    where done > 0

)

select
    concat(cast(from_year as integer), '-', cast(from_year as integer) + 1) as year,
    max(known_day) as known_day

from days

group by from_year

order by from_year
