/*
answers = "How many of the children of a cell read as many words a minute as each set asks?"
grain   = "one row per set and cell of read_cells; none where the set has no norm"
# normed: tests whose words are told; risked: of them those for whom the set has a line of risk
*/
create or replace table normed_cells as
with

reads as (

    select
        read_cells.cell,
        child_tests.country,
        child_tests.language,
        child_tests.grade,
        child_tests.round,
        child_tests.words_a_minute

    from child_tests

    inner join read_cells
        on read_cells.school_id = child_tests.school_id
        and read_cells.year = child_tests.year
        and read_cells.round = child_tests.round
        and read_cells.grade = child_tests.grade
        and read_cells.letter is not distinct from child_tests.letter
        and read_cells.language = child_tests.language
        and read_cells.gender is not distinct from child_tests.gender
        and read_cells.child is not distinct from
            case when not child_tests.once then child_tests.child end

    where child_tests.words_a_minute is not null

)

select
    set_norms.norm_set,
    reads.cell,
    count(set_norms.benchmark) as normed,
    count(case when reads.words_a_minute >= set_norms.benchmark then 1 end) as at_norm,
    count(set_norms.at_risk) as risked,
    count(case when reads.words_a_minute < set_norms.at_risk then 1 end) as below

from reads

inner join set_norms
    on set_norms.country = reads.country
    and set_norms.language = reads.language
    and set_norms.grade = reads.grade
    and set_norms.round = reads.round

group by
    set_norms.norm_set,
    reads.cell

order by
    set_norms.norm_set,
    reads.cell
