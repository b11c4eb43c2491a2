/*
answers = "Which two tests of each child are compared?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["pupil_code", "school_id", "year", "round", "language"]

[params]
metric = "text"
norm_set = "text"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
gender = "text[]"
*/
select
    core_reading.pupil_code,
    core_reading.school_id,
    core_reading.year,
    core_reading.round,
    core_reading.language

from core_reading

inner join moves
    on moves.child = hash(core_reading.school_id, core_reading.pupil_code)
    and moves.year = core_reading.year
    and moves.language = core_reading.language

left join set_norms as first
    on first.norm_set = :norm_set
    and first.round = 'start'
    and first.country = moves.country
    and first.language = moves.language
    and first.grade = moves.grade_first

left join set_norms as last
    on last.norm_set = :norm_set
    and last.round = 'end'
    and last.country = moves.country
    and last.language = moves.language
    and last.grade = moves.grade

where moves.gain is not null
    and core_reading.round in ('start', 'end')
    and (
        (first.benchmark is not null and last.benchmark is not null)
        or :metric <> 'reading_risen'
    )
    and (:every_year or coalesce(moves.year, '') in :year)
    and (:every_district or coalesce(moves.district, '') in :district)
    and (:every_aimak or coalesce(moves.aimak, '') in :aimak)
    and (:every_school or coalesce(moves.school_id, '') in :school)
    and (:every_grade or coalesce(moves.grade, -1) in :grade)
    and (:every_letter or coalesce(moves.letter, '') in :letter)
    and (:every_language or coalesce(moves.language, '') in :language)
    and (:every_gender or coalesce(moves.gender, '') in :gender)
