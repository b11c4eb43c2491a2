/*
answers = "How did the same children move between the first and the last round of a year?"
grain   = "one row per group; a dimension not asked for is null"
# paired: read in both rounds in the same language; lost: at the start only; come: at the end only
# a norm of the language's own goes before one of all languages
# a norm of a country is for its schools alone; of a school without a country, KG
# risen, fallen: over the norm of each round, where the set has both norms (normed)
# gain: the median of the words a minute gained, within one language only
columns = [
    "year", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "children", "paired", "started", "lost", "come", "gained", "normed", "normed_children",
    "risen", "fallen", "kept", "gain", "expected",
]
tables = ["reading"]
own_axes = ["language"]
apart_axes = ["gender", "school"]
periods = "reading_growth"

[under_norms]
normed_children = { view = "reading_growth", pupils = "children", rounds = ["start", "end"] }

[params]
norm_set = "text"
by_year = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_grade = "boolean"
by_letter = "boolean"
by_language = "boolean"
by_gender = "boolean"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
gender = "text[]"

[present]
children = ["children"]
normed_children = ["normed_children"]
*/
with

countries as (

    select distinct coalesce(country, 'KG') as country
    from core_schools

),

norms as (

    select
        countries.country,
        core_reading_norms.language,
        core_reading_norms.grade,
        core_reading_norms.round,
        max(core_reading_norms.benchmark) as benchmark

    from core_reading_norms

    inner join countries
        on countries.country = coalesce(core_reading_norms.country, countries.country)

    where core_reading_norms.norm_set = :norm_set

    group by
        countries.country,
        core_reading_norms.language,
        core_reading_norms.grade,
        core_reading_norms.round

),

reads as (

    select
        tested.child,
        tested.school_id,
        tested.year,
        tested.round,
        tested.grade,
        tested.letter,
        tested.language,
        tested.gender,
        tested.words_a_minute,
        tested.words_a_minute >= coalesce(own.benchmark, general.benchmark) as over

    from tested

    inner join core_schools
        on core_schools.school_id = tested.school_id

    left join norms as own
        on own.country = coalesce(core_schools.country, 'KG')
        and own.language = tested.language
        and own.grade = tested.grade
        and own.round = tested.round

    left join norms as general
        on general.country = coalesce(core_schools.country, 'KG')
        and general.language is null
        and general.grade = tested.grade
        and general.round = tested.round

    -- These are the same in both rounds; a class or a gender may be told otherwise in the second.
    where tested.words_a_minute is not null
        and (:every_year or tested.year in :year)
        and (:every_school or tested.school_id in :school)
        and (:every_language or tested.language in :language)

),

reads_of_start as (

    select
        child,
        school_id,
        year,
        grade,
        letter,
        language,
        gender,
        words_a_minute,
        over

    from reads

    where round = 'start'

),

reads_of_end as (

    select
        child,
        school_id,
        year,
        grade,
        letter,
        language,
        gender,
        words_a_minute,
        over

    from reads

    where round = 'end'

),

-- The class is that of the end, where the child was there at the end.
moves as (

    select
        coalesce(last.child, first.child) as child,
        coalesce(last.school_id, first.school_id) as school_id,
        coalesce(last.year, first.year) as year,
        coalesce(last.grade, first.grade) as grade,
        coalesce(last.letter, first.letter) as letter,
        coalesce(last.language, first.language) as language,
        coalesce(last.gender, first.gender) as gender,
        first.child is not null as started,
        last.child is not null as ended,
        last.words_a_minute - first.words_a_minute as gain,
        first.over as over_first,
        last.over as over_last

    from reads_of_start as first

    full outer join reads_of_end as last
        on last.child = first.child
        and last.year = first.year
        and last.language = first.language

)

select
    case when :by_year then moves.year end as year,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_schools.school_id end as school,
    case when :by_grade then moves.grade end as grade,
    case when :by_letter then moves.letter end as letter,
    case when :by_language then moves.language end as language,
    case when :by_gender then moves.gender end as gender,
    count(distinct case when moves.started and moves.ended then moves.child end)::bigint as children,
    count(case when moves.started and moves.ended then 1 end)::bigint as paired,
    count(case when moves.started then 1 end)::bigint as started,
    count(case when moves.started and not moves.ended then 1 end)::bigint as lost,
    count(case when moves.ended and not moves.started then 1 end)::bigint as come,
    coalesce(sum(moves.gain), 0)::double as gained,
    count(case when moves.over_first is not null then moves.over_last end)::bigint as normed,
    count(distinct case
        when moves.over_first is not null and moves.over_last is not null then moves.child
    end)::bigint as normed_children,
    count(case when not moves.over_first and moves.over_last then 1 end)::bigint as risen,
    count(case when moves.over_first and not moves.over_last then 1 end)::bigint as fallen,
    count(case when moves.over_first and moves.over_last then 1 end)::bigint as kept,
    case
        when min(case when moves.gain is not null then moves.language end)
            = max(case when moves.gain is not null then moves.language end)
            then median(moves.gain)
    end::double as gain,
    true as expected

from moves

inner join core_schools
    on core_schools.school_id = moves.school_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_grade or moves.grade in :grade)
    and (:every_letter or moves.letter in :letter)
    and (:every_gender or moves.gender in :gender)

group by
    case when :by_year then moves.year end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then core_schools.school_id end,
    case when :by_grade then moves.grade end,
    case when :by_letter then moves.letter end,
    case when :by_language then moves.language end,
    case when :by_gender then moves.gender end

order by
    year nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    letter nulls last,
    language nulls last,
    gender nulls last
