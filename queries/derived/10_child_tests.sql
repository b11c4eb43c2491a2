/*
answers = "How did each child on a list read, and how many words a minute?"
grain   = "one row per child, year, round and language of the test"
# child: a code is of one school only; a number for both, since texts are slow to tell apart (of a
# million children two share one about once in forty million districts)
# once: the child is on the lists of this round in one language only
# tested: some registers write words of who was away; whoever was not tested has no results here
# country: of a school without one KG
# words_a_minute: null where no words are told; seconds that are not told are a minute
*/
create or replace table child_tests as
select
    hash(core_reading.school_id, core_reading.pupil_code) as child,
    count(*) over (
        partition by
            core_reading.year,
            core_reading.round,
            core_reading.school_id,
            core_reading.pupil_code
    ) = 1 as once,
    core_reading.school_id,
    core_schools.district,
    core_schools.aimak,
    coalesce(core_schools.country, 'KG') as country,
    core_reading.year,
    core_reading.round,
    core_reading.grade,
    core_reading.letter,
    core_reading.language,
    core_reading.gender,
    core_reading.status,
    core_reading.status = 'tested' as tested,
    case when core_reading.status = 'tested' then core_reading.words_correct end as words_correct,
    case when core_reading.status = 'tested' then core_reading.errors end as errors,
    case when core_reading.status = 'tested' then core_reading.questions_asked end
        as questions_asked,
    case when core_reading.status = 'tested' then core_reading.questions_right end
        as questions_right,
    case when core_reading.status = 'tested' then core_reading.manner end as manner,
    case when core_reading.status = 'tested' then core_reading.handwriting end as handwriting,
    case when core_reading.status = 'tested' then
        core_reading.words_correct * 60.0 / coalesce(nullif(core_reading.seconds, 0), 60)
    end as words_a_minute

from core_reading

inner join core_schools
    on core_schools.school_id = core_reading.school_id

order by
    core_reading.year,
    core_reading.round,
    core_reading.school_id,
    core_reading.grade
