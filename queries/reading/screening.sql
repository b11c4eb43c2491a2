/*
answers = "Which children of one school read fewer words a minute than the line of risk?"
grain   = "one row per child and language of the test, in one round"
# line: the norm set's line of risk; where it has none, half of its norm (halved)
columns = ["grade", "letter", "pupil", "language", "words_a_minute", "line", "halved"]

[params]
year = "text"
round = "text"
norm_set = "text"
school = "text"
grade = "integer[]"
language = "text[]"
gender = "text[]"
*/
with

norms as (

    select
        language,
        grade,
        round,
        max(benchmark) as benchmark,
        max(at_risk) as at_risk

    from core_reading_norms

    where norm_set = :norm_set

    group by
        language,
        grade,
        round

),

reads as (

    select
        core_reading.grade,
        core_reading.letter,
        core_reading.pupil_code,
        core_reading.language,
        core_reading.words_correct * 60.0 / coalesce(nullif(core_reading.seconds, 0), 60)
            as words_a_minute,
        coalesce(own.benchmark, general.benchmark) as benchmark,
        case when own.benchmark is null then general.at_risk else own.at_risk end as at_risk

    from core_reading

    left join norms as own
        on own.language = core_reading.language
        and own.grade = core_reading.grade
        and own.round = core_reading.round

    left join norms as general
        on general.language is null
        and general.grade = core_reading.grade
        and general.round = core_reading.round

    where core_reading.status = 'tested'
        and core_reading.school_id = :school
        and core_reading.year = :year
        and core_reading.round = :round
        and (:every_grade or core_reading.grade in :grade)
        and (:every_language or core_reading.language in :language)
        and (:every_gender or core_reading.gender in :gender)

)

select
    grade,
    letter,
    pupil_code as pupil,
    language,
    words_a_minute,
    coalesce(at_risk, benchmark / 2) as line,
    at_risk is null as halved

from reads

where words_a_minute < coalesce(at_risk, benchmark / 2)

order by
    grade,
    letter nulls last,
    words_a_minute,
    pupil,
    language
