/*
answers = "How many children were tested in reading, and how did they read and write?"
grain   = "one row per group; a dimension not asked for is null"
# language: of the test, not of the school. children: once, in however many languages
# readers, heard (errors told), askers, writers: children behind reads, words_said, asked, written
# reads: tests whose words are told; zero: of them those without a right word
# understood: at least 80 % of the questions right
# true within one year and round only, see queries/derived/20_read_cells.sql
columns = [
    "year", "round", "district", "aimak", "school", "grade", "letter", "language", "gender",
    "children", "tests", "readers", "reads", "zero", "heard", "words_right", "words_said",
    "askers", "asked", "understood", "writers", "written", "written_well", "expected",
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
    case when :by_year then read_cells.year end as year,
    case when :by_round then read_cells.round end as round,
    case when :by_district then read_cells.district end as district,
    case when :by_aimak then read_cells.aimak end as aimak,
    case when :by_school then read_cells.school_id end as school,
    case when :by_grade then read_cells.grade end as grade,
    case when :by_letter then read_cells.letter end as letter,
    case when :by_language then read_cells.language end as language,
    case when :by_gender then read_cells.gender end as gender,
    (sum(case when read_cells.child is null then read_cells.tests else 0 end)
        + count(distinct case when read_cells.tests > 0 then read_cells.child end))::bigint
        as children,
    sum(read_cells.tests)::bigint as tests,
    (sum(case when read_cells.child is null then read_cells.reads else 0 end)
        + count(distinct case when read_cells.reads > 0 then read_cells.child end))::bigint
        as readers,
    sum(read_cells.reads)::bigint as reads,
    sum(read_cells.zero)::bigint as zero,
    (sum(case when read_cells.child is null then read_cells.heard else 0 end)
        + count(distinct case when read_cells.heard > 0 then read_cells.child end))::bigint
        as heard,
    sum(read_cells.words_right)::bigint as words_right,
    sum(read_cells.words_said)::bigint as words_said,
    (sum(case when read_cells.child is null then read_cells.asked else 0 end)
        + count(distinct case when read_cells.asked > 0 then read_cells.child end))::bigint
        as askers,
    sum(read_cells.asked)::bigint as asked,
    sum(read_cells.understood)::bigint as understood,
    (sum(case when read_cells.child is null then read_cells.written else 0 end)
        + count(distinct case when read_cells.written > 0 then read_cells.child end))::bigint
        as writers,
    sum(read_cells.written)::bigint as written,
    sum(read_cells.written_well)::bigint as written_well,
    true as expected

from read_cells

where read_cells.tests > 0
    and (:every_year or read_cells.year in :year)
    and (:every_round or read_cells.round in :round)
    and (:every_district or read_cells.district in :district)
    and (:every_aimak or read_cells.aimak in :aimak)
    and (:every_school or read_cells.school_id in :school)
    and (:every_grade or read_cells.grade in :grade)
    and (:every_letter or read_cells.letter in :letter)
    and (:every_language or read_cells.language in :language)
    and (:every_gender or read_cells.gender in :gender)

group by
    case when :by_year then read_cells.year end,
    case when :by_round then read_cells.round end,
    case when :by_district then read_cells.district end,
    case when :by_aimak then read_cells.aimak end,
    case when :by_school then read_cells.school_id end,
    case when :by_grade then read_cells.grade end,
    case when :by_letter then read_cells.letter end,
    case when :by_language then read_cells.language end,
    case when :by_gender then read_cells.gender end

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
