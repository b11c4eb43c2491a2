/*
answers = "For how many years does a course count by the rule of each country with schools, on a day?"
grain   = "one row per country with registered schools and rule in force; years null: none is set"
columns = ["country", "years", "source"]

[params]
on = "date"
*/
select
    core_course_cycles.country,
    core_course_cycles.years,
    core_course_cycles.source

from core_course_cycles

where core_course_cycles.start <= cast(:on as date)
    and (core_course_cycles."end" is null or core_course_cycles."end" >= cast(:on as date))
    and core_course_cycles.country in (
        select coalesce(country, 'KG')
        from core_schools
    )

order by
    core_course_cycles.country,
    core_course_cycles.start
