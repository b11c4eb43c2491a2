/*
answers = "Which members of networks are counted on the day?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["network_id", "member_school_id"]

[params]
on = "date"
district = "text[]"
aimak = "text[]"
school = "text[]"
language = "text[]"
network = "text[]"
*/
select
    core_networks.network_id,
    core_networks.member_school_id

from core_networks

where coalesce(core_networks.start <= cast(:on as date), true)
    and coalesce(core_networks."end" >= cast(:on as date), true)
    and (
        exists (
            select 1
            from core_schools
            where core_schools.school_id in (
                    core_networks.member_school_id, core_networks.lead_school_id
                )
                and (:every_district or coalesce(core_schools.district, '') in :district)
                and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
                and (:every_school or coalesce(core_schools.school_id, '') in :school)
                and (:every_language or coalesce(core_schools.language, '') in :language)
        )
    )
    and (:every_network or coalesce(core_networks.network_id, '') in :network)
