/*
answers = "How many meetings are of an association that no register of that school year names?"
grain   = "one row per school year with any"
columns = ["year", "meetings"]
params  = {}
*/
with

held as (

    select
        association_id,
        case
            when extract(month from date) >= 9 then extract(year from date)
            else extract(year from date) - 1
        end as from_year

    from core_meetings

),

of_year as (

    select
        association_id,
        concat(cast(from_year as integer), '-', cast(from_year as integer) + 1) as year

    from held

)

select
    of_year.year,
    count(*)::bigint as meetings

from of_year

left join core_associations
    on core_associations.association_id = of_year.association_id
    and core_associations.year = of_year.year

where core_associations.association_id is null

group by of_year.year

order by of_year.year
