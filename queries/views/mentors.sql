/*
answers = "How many mentors are approved on a day, have a live term, and help how many?"
grain   = "one row per group; a dimension not asked for is null"
# approved: a term that began and that ended, if at all, within the two years before (a term's length)
columns = [
    "district", "aimak", "school", "language", "direction", "subject",
    "pupils", "approved", "live", "mentees", "expected",
]
tables = ["mentors", "pairs", "mentor_events"]

[params]
on = "date"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_language = "boolean"
by_direction = "boolean"
by_subject = "boolean"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
direction = "text[]"
subject = "text[]"

[present]
pupils = ["approved"]
*/
with

terms as (

    select
        core_mentors.mentor_id,
        core_mentors.start,
        core_schools.district,
        core_schools.aimak,
        core_schools.school_id,
        core_schools.language,
        core_mentors.direction,
        core_mentors.subject_id,
        core_mentors."end" >= cast(:on as date) as live

    from core_mentors

    inner join core_schools
        on core_schools.school_id = core_mentors.school_id

    where core_mentors.start <= cast(:on as date)
        and core_mentors."end" > cast(:on as date) - interval 2 year
        and (:every_district or core_schools.district in :district)
        and (:every_aimak or core_schools.aimak in :aimak)
        and (:every_school or core_schools.school_id in :school)
        and (:every_language or core_schools.language in :language)
        and (:every_direction or core_mentors.direction in :direction)
        and (:every_subject or core_mentors.subject_id in :subject)

),

-- Without the help of those who are not registered: it is of no term.
live_help as (

    select
        mentor_id,
        term_start,
        mentee_id

    from mentor_help

    where term_start is not null
        and start <= cast(:on as date)
        and last_day >= cast(:on as date)

)

select
    case when :by_district then terms.district end as district,
    case when :by_aimak then terms.aimak end as aimak,
    case when :by_school then terms.school_id end as school,
    case when :by_language then terms.language end as language,
    case when :by_direction then terms.direction end as direction,
    case when :by_subject then terms.subject_id end as subject,
    cast(null as bigint) as pupils,
    count(distinct terms.mentor_id)::bigint as approved,
    count(distinct case when terms.live then terms.mentor_id end)::bigint as live,
    count(distinct case
        when live_help.mentee_id is not null
            then concat(terms.mentor_id, ' ', live_help.mentee_id)
    end)::bigint as mentees,
    true as expected

from terms

left join live_help
    on live_help.mentor_id = terms.mentor_id
    and live_help.term_start = terms.start

group by
    case when :by_district then terms.district end,
    case when :by_aimak then terms.aimak end,
    case when :by_school then terms.school_id end,
    case when :by_language then terms.language end,
    case when :by_direction then terms.direction end,
    case when :by_subject then terms.subject_id end

order by
    district nulls last,
    aimak nulls last,
    school nulls last,
    language nulls last,
    direction nulls last,
    subject nulls last
