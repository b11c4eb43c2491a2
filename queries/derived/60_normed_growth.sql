/*
answers = "How many of the children of a cell rose over the norm of each set, or fell below it?"
grain   = "one row per set and cell of growth_cells; none without a child who has both norms"
# normed: children with both rounds, for whom the set has a norm in both
# risen, fallen: over the norm of each round; kept: over both
*/
create or replace table normed_growth as
with

numbered as (

    select
        growth_cells.cell,
        moves.country,
        moves.language,
        moves.grade_first,
        moves.grade,
        moves.words_first,
        moves.words_last

    from moves

    inner join growth_cells
        on growth_cells.school_id = moves.school_id
        and growth_cells.year = moves.year
        and growth_cells.grade = moves.grade
        and growth_cells.letter is not distinct from moves.letter
        and growth_cells.language = moves.language
        and growth_cells.gender is not distinct from moves.gender
        and growth_cells.child is not distinct from case when not moves.once then moves.child end

    where moves.gain is not null

)

select
    first.norm_set,
    numbered.cell,
    count(*) as normed,
    count(case
        when numbered.words_first < first.benchmark and numbered.words_last >= last.benchmark
            then 1
    end) as risen,
    count(case
        when numbered.words_first >= first.benchmark and numbered.words_last < last.benchmark
            then 1
    end) as fallen,
    count(case
        when numbered.words_first >= first.benchmark and numbered.words_last >= last.benchmark
            then 1
    end) as kept

from numbered

inner join set_norms as first
    on first.round = 'start'
    and first.country = numbered.country
    and first.language = numbered.language
    and first.grade = numbered.grade_first

inner join set_norms as last
    on last.round = 'end'
    and last.norm_set = first.norm_set
    and last.country = numbered.country
    and last.language = numbered.language
    and last.grade = numbered.grade

where first.benchmark is not null
    and last.benchmark is not null

group by
    first.norm_set,
    numbered.cell

order by
    first.norm_set,
    numbered.cell
