/*
answers = "How many words a minute do the children tested read?"
grain   = "one row per group; a dimension not asked for is null"
# language: of the test, not of the school
# readers: children behind reads, once in however many languages, within one year and round
# words_a_minute: the median, within one language only: words of two are of other lengths
columns = [
    "year", "round", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "readers", "reads", "words", "words_a_minute", "expected",
]
tables = ["reading"]
rows_of = "reading"
own_axes = ["language"]
apart_axes = ["gender", "school"]
periods = "reading"
hidden_as = "reading"

[params]
by_year = "boolean"
by_round = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_grade = "boolean"
by_letter = "boolean"
by_language = "boolean"
by_gender = "boolean"
year = "text[]"
round = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
grade = "integer[]"
letter = "text[]"
language = "text[]"
gender = "text[]"

[present]
readers = ["readers"]
*/
select
    case when :by_year then child_tests.year end as year,
    case when :by_round then child_tests.round end as round,
    case when :by_district then child_tests.district end as district,
    case when :by_aimak then child_tests.aimak end as aimak,
    case when :by_school then child_tests.school_id end as school,
    case when :by_grade then child_tests.grade end as grade,
    case when :by_letter then child_tests.letter end as letter,
    case when :by_language then child_tests.language end as language,
    case when :by_gender then child_tests.gender end as gender,
    (count(case when child_tests.once then child_tests.words_correct end)
        + count(distinct case
            when child_tests.words_correct is not null and not child_tests.once
                then child_tests.child
        end))::bigint as readers,
    count(child_tests.words_correct)::bigint as reads,
    coalesce(sum(child_tests.words_correct), 0)::bigint as words,
    case
        when min(case when child_tests.words_correct is not null then child_tests.language end)
            = max(case when child_tests.words_correct is not null then child_tests.language end)
            then median(child_tests.words_a_minute)
    end::double as words_a_minute,
    true as expected

from child_tests

where child_tests.tested
    and (:every_year or child_tests.year in :year)
    and (:every_round or child_tests.round in :round)
    and (:every_district or child_tests.district in :district)
    and (:every_aimak or child_tests.aimak in :aimak)
    and (:every_school or child_tests.school_id in :school)
    and (:every_grade or child_tests.grade in :grade)
    and (:every_letter or child_tests.letter in :letter)
    and (:every_language or child_tests.language in :language)
    and (:every_gender or child_tests.gender in :gender)

group by
    case when :by_year then child_tests.year end,
    case when :by_round then child_tests.round end,
    case when :by_district then child_tests.district end,
    case when :by_aimak then child_tests.aimak end,
    case when :by_school then child_tests.school_id end,
    case when :by_grade then child_tests.grade end,
    case when :by_letter then child_tests.letter end,
    case when :by_language then child_tests.language end,
    case when :by_gender then child_tests.gender end

order by
    year nulls last,
    round nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    grade nulls last,
    letter nulls last,
    language nulls last,
    gender nulls last
