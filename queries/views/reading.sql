/*
answers = "How many children were tested in reading, and how did they read and write?"
grain   = "one row per group; a dimension not asked for is null"
# language: of the test, not of the school. children: once, in however many languages
# readers, heard (errors told), askers, writers: children behind reads, words_said, asked, written
# reads: tests whose words are told; zero: of them those without a right word
# understood: at least 80 % of the questions right
# words_a_minute: the median, within one language only: words of two are of other lengths
columns = [
    "year", "round", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "children", "tests", "readers", "reads", "zero", "words", "heard", "words_right", "words_said",
    "askers", "asked", "understood", "writers", "written", "written_well", "words_a_minute",
    "expected",
]
tables = ["reading"]
own_axes = ["language"]
apart_axes = ["gender", "school"]

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
children = ["children"]
readers = ["readers"]
heard = ["heard"]
askers = ["askers"]
writers = ["writers"]
*/
select
    case when :by_year then tested.year end as year,
    case when :by_round then tested.round end as round,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then core_schools.school_id end as school,
    case when :by_grade then tested.grade end as grade,
    case when :by_letter then tested.letter end as letter,
    case when :by_language then tested.language end as language,
    case when :by_gender then tested.gender end as gender,
    count(distinct tested.child)::bigint as children,
    count(*)::bigint as tests,
    count(distinct case when tested.words_correct is not null then tested.child end)::bigint
        as readers,
    count(tested.words_correct)::bigint as reads,
    count(case when tested.words_correct = 0 then 1 end)::bigint as zero,
    coalesce(sum(tested.words_correct), 0)::bigint as words,
    count(distinct case
        when tested.words_correct + tested.errors is not null then tested.child
    end)::bigint as heard,
    coalesce(sum(case when tested.errors is not null then tested.words_correct end), 0)::bigint
        as words_right,
    coalesce(sum(tested.words_correct + tested.errors), 0)::bigint as words_said,
    count(distinct case
        when tested.questions_asked > 0 and tested.questions_right is not null then tested.child
    end)::bigint as askers,
    count(case when tested.questions_asked > 0 then tested.questions_right end)::bigint as asked,
    count(case
        when tested.questions_asked > 0
            and tested.questions_right * 10 >= tested.questions_asked * 8 then 1
    end)::bigint as understood,
    count(distinct case when tested.handwriting is not null then tested.child end)::bigint
        as writers,
    count(tested.handwriting)::bigint as written,
    count(case when tested.handwriting >= 4 then 1 end)::bigint as written_well,
    case
        when min(case when tested.words_correct is not null then tested.language end)
            = max(case when tested.words_correct is not null then tested.language end)
            then median(tested.words_a_minute)
    end::double as words_a_minute,
    true as expected

from tested

inner join core_schools
    on core_schools.school_id = tested.school_id

where (:every_year or tested.year in :year)
    and (:every_round or tested.round in :round)
    and (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_grade or tested.grade in :grade)
    and (:every_letter or tested.letter in :letter)
    and (:every_language or tested.language in :language)
    and (:every_gender or tested.gender in :gender)

group by
    case when :by_year then tested.year end,
    case when :by_round then tested.round end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then core_schools.school_id end,
    case when :by_grade then tested.grade end,
    case when :by_letter then tested.letter end,
    case when :by_language then tested.language end,
    case when :by_gender then tested.gender end

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
