/*
answers = "Which associations are counted, the ones that never met too?"
grain   = "one row per row counted, by its key; what is empty is chosen as '' or -1"
columns = ["association_id", "year"]

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
    core_associations.association_id,
    core_associations.year

from core_associations

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
