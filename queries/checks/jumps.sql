/*
answers = "In which rows of one file is the quality far from that of the period before?"
grain   = "one row per class or teaching group, subject and period of the file that jumps"
columns = ["source_sheet", "source_row", "earlier_period", "earlier_quality", "quality"]

[params]
source = "integer"
fewest = "integer"
points = "integer"
*/
with

schools_and_years as (

    select distinct
        school_id,
        year

    from core_marks

    where source_id = :source

),

rated as (

    select
        core_marks.school_id,
        core_marks.year,
        core_marks.period,
        core_marks.grade,
        core_marks.letter,
        core_marks."group",
        core_marks.subject_id,
        core_marks.source_id,
        core_marks.source_sheet,
        core_marks.source_row,
        core_marks.n5 + core_marks.n4 + core_marks.n3 + core_marks.n2 as assessed,
        100.0 * (core_marks.n5 + core_marks.n4)
            / (core_marks.n5 + core_marks.n4 + core_marks.n3 + core_marks.n2) as quality

    from core_marks

    inner join schools_and_years
        on schools_and_years.school_id = core_marks.school_id
        and schools_and_years.year = core_marks.year

    where core_marks.n5 + core_marks.n4 + core_marks.n3 + core_marks.n2 > 0

),

-- A quarter is compared with a quarter, a half-year with a half-year. Of a subject without
-- marks in the first quarter the second has nothing before it.
beside_earlier as (

    select
        source_id,
        source_sheet,
        source_row,
        assessed,
        quality,
        lag(period) over class_in_order as earlier_period,
        lag(assessed) over class_in_order as earlier_assessed,
        lag(quality) over class_in_order as earlier_quality

    from rated

    window class_in_order as (
        partition by
            school_id,
            year,
            substring(period, 1, 1),
            grade,
            letter,
            "group",
            subject_id
        order by period
    )

)

select
    source_sheet,
    source_row,
    earlier_period,
    earlier_quality,
    quality

from beside_earlier

where source_id = :source
    and assessed >= :fewest
    and earlier_assessed >= :fewest
    and abs(quality - earlier_quality) > :points

order by
    source_sheet nulls first,
    source_row
