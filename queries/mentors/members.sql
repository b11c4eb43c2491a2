/*
answers = "Which schools belong to which lead or base school, from when to when?"
grain   = "one row per network and member; what has no end lasts"
columns = ["network", "name", "kind", "lead", "school", "start", "last_day"]
params  = {}
*/
select
    network_id as network,
    name,
    kind,
    lead_school_id as lead,
    member_school_id as school,
    start,
    coalesce("end", date '9999-12-31') as last_day

from core_networks

order by
    network_id,
    member_school_id
