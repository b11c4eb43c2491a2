/*
answers = "From when to when does each mentor help each mentee under each of his terms?"
grain   = "one row per pair and term of its mentor; per pair where the mentor is not registered"
# start, last_day: of both the pair and the term; where these never meet, it ends before its start
# subject_id: the term's; of a mentor who is not registered, the pair's
*/
create or replace view mentor_help as
select
    mentor_pairs.mentor_id,
    core_mentors.start as term_start,
    core_mentors.direction,
    core_mentors.subject_id,
    mentor_pairs.mentee_id,
    mentor_pairs.mentee_school_id,
    greatest(mentor_pairs.start, core_mentors.start) as start,
    least(mentor_pairs.last_day, core_mentors."end") as last_day

from mentor_pairs

inner join core_mentors
    on core_mentors.mentor_id = mentor_pairs.mentor_id

union all

-- Of a mentor who is not registered nobody knows the term or the direction: the pair alone tells.
select
    mentor_pairs.mentor_id,
    null as term_start,
    null as direction,
    mentor_pairs.subject_id,
    mentor_pairs.mentee_id,
    mentor_pairs.mentee_school_id,
    mentor_pairs.start,
    mentor_pairs.last_day

from mentor_pairs

where not exists (
    select 1
    from core_mentors
    where core_mentors.mentor_id = mentor_pairs.mentor_id
)
