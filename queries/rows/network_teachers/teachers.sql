/*
answers = "Which teachers in post of a network's schools are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["teacher_id"]

[params]
on = "date"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
network = "text[]"
*/
select
    core_teachers.teacher_id

from core_teachers

inner join staff
    on staff.teacher_id = core_teachers.teacher_id

inner join core_schools
    on core_schools.school_id = staff.school_id

where coalesce(staff.last_day >= cast(:on as date), staff.last_day is null)
    and exists (
        select 1
        from core_networks
        where staff.school_id in (core_networks.member_school_id, core_networks.lead_school_id)
            and coalesce(core_networks.start <= cast(:on as date), true)
            and coalesce(core_networks."end" >= cast(:on as date), true)
            and (:every_network or core_networks.network_id in :network)
    )
    and exists (
        select 1
        from core_completions
        where finished <= cast(:on as date)
    )
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_language or coalesce(core_schools.language, '') in :language)
