/*
answers = "In which grades did no registered school give marks in this school year?"
grain   = "one row per grade"
columns = ["grade"]

[params]
year = "text"
*/
with

countries as (

    select distinct coalesce(country, 'KG') as country
    from core_schools

)

select grade

from core_marks_expected

inner join countries
    on countries.country = core_marks_expected.country

where from_year <= :year
    and coalesce(to_year, '9999') >= :year

group by grade

having not bool_or(marks)

order by grade
