/*
answers = "Which subjects does each teacher teach?"
grain   = "one row per teacher and subject"
*/
create or replace view staff_subjects as
with

named as (

    select distinct
        teacher_id,
        trim(unnest(string_split(subject_ids, ';'))) as subject_id

    from core_teachers

)

select
    teacher_id,
    subject_id

from named

where subject_id <> ''
