/*
answers = "Which tests of reading are counted? All on the list where it is asked who was tested."
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["pupil_code", "school_id", "year", "round", "language"]

[params]
metric = "text"
norm_set = "text"
by_band = "boolean"
by_manner = "boolean"
year = "text[]"
round = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
gender = "text[]"
band = "integer[]"
manner = "text[]"
*/
select
    core_reading.pupil_code,
    core_reading.school_id,
    core_reading.year,
    core_reading.round,
    core_reading.language

from core_reading

inner join core_schools
    on core_schools.school_id = core_reading.school_id

left join set_norms
    on set_norms.norm_set = :norm_set
    and set_norms.country = coalesce(core_schools.country, 'KG')
    and set_norms.language = core_reading.language
    and set_norms.grade = core_reading.grade
    and set_norms.round = core_reading.round

where (core_reading.status = 'tested' or :metric = 'reading_tested')
    and (
        core_reading.words_correct is not null
        or :metric not in (
            'reading_zero', 'reading_fluency', 'reading_accuracy', 'reading_benchmark',
            'reading_at_risk'
        )
    )
    and (core_reading.errors is not null or :metric <> 'reading_accuracy')
    and (
        (core_reading.questions_asked > 0 and core_reading.questions_right is not null)
        or :metric <> 'reading_comprehension'
    )
    and (core_reading.handwriting is not null or :metric <> 'handwriting_quality')
    and (set_norms.benchmark is not null or :metric <> 'reading_benchmark')
    and (set_norms.at_risk is not null or :metric <> 'reading_at_risk')
    and (not :by_band or core_reading.words_correct is not null)
    and (not :by_manner or core_reading.manner is not null)
    and (:every_year or coalesce(core_reading.year, '') in :year)
    and (:every_round or coalesce(core_reading.round, '') in :round)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_grade or coalesce(core_reading.grade, -1) in :grade)
    and (:every_letter or coalesce(core_reading.letter, '') in :letter)
    and (:every_language or coalesce(core_reading.language, '') in :language)
    and (:every_gender or coalesce(core_reading.gender, '') in :gender)
    and (:every_band or coalesce(case
            when core_reading.words_correct * 60.0 / coalesce(nullif(core_reading.seconds, 0), 60) < 1
                then 0
            when core_reading.words_correct * 60.0 / coalesce(nullif(core_reading.seconds, 0), 60) < 10
                then 1
            else cast(
                floor(
                    core_reading.words_correct * 60.0
                    / coalesce(nullif(core_reading.seconds, 0), 60) / 10
                ) as integer
            ) * 10
        end, -1) in :band)
    and (:every_manner or coalesce(core_reading.manner, '') in :manner)
