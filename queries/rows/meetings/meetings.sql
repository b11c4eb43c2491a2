/*
answers = "Which meetings are counted?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["association_id", "date"]

[params]
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
area = "text[]"
language = "text[]"
chosen_by = "text[]"
association = "text[]"
*/
select
    core_meetings.association_id,
    core_meetings.date

from core_meetings

inner join core_associations
    on core_associations.association_id = core_meetings.association_id
    and core_meetings.date >= cast(concat(substr(core_associations.year, 1, 4), '-09-01') as date)
    and core_meetings.date <= cast(concat(substr(core_associations.year, 6, 4), '-08-31') as date)

inner join core_schools
    on core_schools.school_id = core_associations.school_id

where (:every_year or coalesce(core_associations.year, '') in :year)
    and (:every_district or coalesce(core_schools.district, '') in :district)
    and (:every_aimak or coalesce(core_schools.aimak, '') in :aimak)
    and (:every_school or coalesce(core_schools.school_id, '') in :school)
    and (:every_area or coalesce(core_associations.area, '') in :area)
    and (:every_language or coalesce(core_schools.language, '') in :language)
    and (:every_chosen_by or coalesce(core_associations.chosen_by, '') in :chosen_by)
    and (:every_association or coalesce(core_associations.association_id, '') in :association)
