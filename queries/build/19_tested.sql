/*
answers = "How did each child that was tested read, and how many words a minute?"
grain   = "one row per child, round and language of the test"
# child: a code is of one school only; a number for both, since texts are slow to tell apart (of a
# million children two share one about once in forty million districts)
# words_a_minute: null where no words are told; seconds that are not told are a minute
*/
create or replace view tested as
select
    hash(school_id, pupil_code) as child,
    school_id,
    year,
    round,
    grade,
    letter,
    language,
    gender,
    words_correct,
    errors,
    questions_asked,
    questions_right,
    manner,
    expressiveness,
    handwriting,
    words_correct * 60.0 / coalesce(nullif(seconds, 0), 60) as words_a_minute

from core_reading

where status = 'tested'
