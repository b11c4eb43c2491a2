/*
answers = "From when to when does each mentor help each mentee?"
grain   = "one row per pair and start; without an end it lasts, unless its status says it is over"
*/
create or replace view mentor_pairs as
select
    mentor_id,
    mentee_id,
    mentee_school_id,
    subject_id,
    start,
    status,
    case
        when "end" is not null then "end"
        when lower(trim(status)) in (
            'завершена', 'завершено', 'завершён', 'завершен', 'окончена', 'расторгнута',
            'аяктады', 'аяктаган', 'бүттү', 'токтотулду',
            'аяқталды', 'аяқталған', 'тоқтатылды',
            'ended', 'over', 'closed', 'finished', 'completed'
        ) then start - 1
        else date '9999-12-31'
    end as last_day

from core_pairs
