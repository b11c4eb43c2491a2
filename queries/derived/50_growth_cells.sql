/*
answers = "How many children of one kind in one class were there in both rounds of a year?"
grain   = "one row per year, school, class, language and gender, and per child of several languages"
# child: null but for children of several languages in the year, see read_cells
# paired: read in both rounds in the same language; lost: at the start only; come: at the end only
*/
create or replace table growth_cells as
select
    row_number() over (order by year, school_id, grade) as cell,
    case when not once then child end as child,
    school_id,
    district,
    aimak,
    year,
    grade,
    letter,
    language,
    gender,
    count(gain) as paired,
    count(words_first) as started,
    count(case when words_last is null then 1 end) as lost,
    count(case when words_first is null then 1 end) as come

from moves

group by
    case when not once then child end,
    school_id,
    district,
    aimak,
    year,
    grade,
    letter,
    language,
    gender
