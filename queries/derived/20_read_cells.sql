/*
answers = "How many children of one kind were tested in one class, and how did they read and write?"
grain   = "one row per year, round, school, class, language, gender, and child of several languages"
# child: null but for children on the lists of the round in several languages: they have cells of
# their own, so that they are counted once in any sum of cells. How many children there are is what
# stands in the cells without a child, and the different children of the others. True within one
# year and round only: these are never added.
# cell: its number, by which other tables name it
*/
create or replace table read_cells as
select
    row_number() over (order by year, round, school_id, grade) as cell,
    case when not once then child end as child,
    school_id,
    district,
    aimak,
    year,
    round,
    grade,
    letter,
    language,
    gender,
    count(*) as listed,
    count(case when status = 'absent' then 1 end) as absent,
    count(case when status = 'refused' then 1 end) as refused,
    count(case when tested then 1 end) as tests,
    count(words_correct) as reads,
    count(case when words_correct = 0 then 1 end) as zero,
    count(words_correct + errors) as heard,
    coalesce(sum(case when errors is not null then words_correct end), 0)::bigint as words_right,
    coalesce(sum(words_correct + errors), 0)::bigint as words_said,
    count(case when questions_asked > 0 then questions_right end) as asked,
    count(case
        when questions_asked > 0 and questions_right * 10 >= questions_asked * 8 then 1
    end) as understood,
    count(handwriting) as written,
    count(case when handwriting >= 4 then 1 end) as written_well

from child_tests

group by
    case when not once then child end,
    school_id,
    district,
    aimak,
    year,
    round,
    grade,
    letter,
    language,
    gender
