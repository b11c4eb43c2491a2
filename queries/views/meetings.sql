/*
answers = "How often did methodical associations meet, and how many of them never, in any grouping?"
grain   = "one row per group; a dimension that is not asked for is null"
# with_minutes: meetings whose minutes have a number; without_meeting: associations that never met
columns = [
    "year", "district", "aimak", "school", "area", "language", "chosen_by", "association",
    "pupils", "associations", "meetings", "with_minutes", "without_meeting", "expected",
]
tables = ["associations", "meetings"]

[params]
by_year = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_area = "boolean"
by_language = "boolean"
by_chosen_by = "boolean"
by_association = "boolean"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
area = "text[]"
language = "text[]"
chosen_by = "text[]"

[present]
pupils = ["associations"]
*/
with

-- An association that never met is here too: it is at 0. A school that told of none is not.
of_association as (

    select
        core_associations.year,
        core_associations.association_id,
        core_associations.school_id,
        core_associations.area,
        core_associations.chosen_by,
        count(core_meetings.date) as meetings,
        count(nullif(trim(core_meetings.minutes_no), '')) as with_minutes

    from core_associations

    left join core_meetings
        on core_meetings.association_id = core_associations.association_id
        and core_meetings.date >= cast(concat(substr(core_associations.year, 1, 4), '-09-01') as date)
        and core_meetings.date <= cast(concat(substr(core_associations.year, 6, 4), '-08-31') as date)

    where (:every_year or core_associations.year in :year)
        and (:every_area or core_associations.area in :area)
        and (:every_chosen_by or core_associations.chosen_by in :chosen_by)

    group by
        core_associations.year,
        core_associations.association_id,
        core_associations.school_id,
        core_associations.area,
        core_associations.chosen_by

)

select
    case when :by_year then of_association.year end as year,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then of_association.school_id end as school,
    case when :by_area then of_association.area end as area,
    case when :by_language then core_schools.language end as language,
    case when :by_chosen_by then of_association.chosen_by end as chosen_by,
    case when :by_association then of_association.association_id end as association,
    cast(null as bigint) as pupils,
    count(*)::bigint as associations,
    sum(meetings)::bigint as meetings,
    sum(with_minutes)::bigint as with_minutes,
    sum(case when meetings = 0 then 1 else 0 end)::bigint as without_meeting,
    true as expected

from of_association

inner join core_schools
    on core_schools.school_id = of_association.school_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_language or core_schools.language in :language)

group by
    case when :by_year then of_association.year end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then of_association.school_id end,
    case when :by_area then of_association.area end,
    case when :by_language then core_schools.language end,
    case when :by_chosen_by then of_association.chosen_by end,
    case when :by_association then of_association.association_id end

order by
    year nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    area nulls last,
    language nulls last,
    chosen_by nulls last,
    association nulls last
