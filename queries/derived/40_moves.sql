/*
answers = "How did each child move between the first and the last round of a year?"
grain   = "one row per child, year and language of the test in which words are told"
# the class and the gender are those of the end, where the child was there at the end
# once: the child has one row in this year; gain: of words a minute, null without both rounds
*/
create or replace table moves as
with

reads_of_start as (

    select
        child,
        school_id,
        district,
        aimak,
        country,
        year,
        grade,
        letter,
        language,
        gender,
        words_a_minute

    from child_tests

    where round = 'start'
        and words_a_minute is not null

),

reads_of_end as (

    select
        child,
        school_id,
        district,
        aimak,
        country,
        year,
        grade,
        letter,
        language,
        gender,
        words_a_minute

    from child_tests

    where round = 'end'
        and words_a_minute is not null

),

matched as (

    select
        coalesce(last.child, first.child) as child,
        coalesce(last.school_id, first.school_id) as school_id,
        coalesce(last.district, first.district) as district,
        coalesce(last.aimak, first.aimak) as aimak,
        coalesce(last.country, first.country) as country,
        coalesce(last.year, first.year) as year,
        coalesce(last.grade, first.grade) as grade,
        coalesce(last.letter, first.letter) as letter,
        coalesce(last.language, first.language) as language,
        coalesce(last.gender, first.gender) as gender,
        first.grade as grade_first,
        first.words_a_minute as words_first,
        last.words_a_minute as words_last

    from reads_of_start as first

    full outer join reads_of_end as last
        on last.child = first.child
        and last.year = first.year
        and last.language = first.language

)

select
    child,
    count(*) over (partition by year, child) = 1 as once,
    school_id,
    district,
    aimak,
    country,
    year,
    grade,
    letter,
    language,
    gender,
    grade_first,
    words_first,
    words_last,
    words_last - words_first as gain

from matched

order by
    year,
    school_id,
    grade
