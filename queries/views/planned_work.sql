/*
answers = "How much methodical work was planned and done, by month and kind, in any grouping?"
grain   = "one row per group; a dimension that is not asked for is null"
columns = [
    "year", "district", "aimak", "school", "subject", "area", "language", "month", "work_kind",
    "pupils", "planned", "done", "expected",
]
tables = ["planned_work"]
looks_up = ["associations"]

[params]
by_year = "boolean"
by_district = "boolean"
by_aimak = "boolean"
by_school = "boolean"
by_subject = "boolean"
by_area = "boolean"
by_language = "boolean"
by_month = "boolean"
by_work_kind = "boolean"
year = "text[]"
district = "text[]"
aimak = "text[]"
school = "text[]"
subject = "text[]"
area = "text[]"
language = "text[]"
month = "text[]"
work_kind = "text[]"

[present]
pupils = ["planned", "done"]
*/
with

-- The area is that of the association; where the work is of none, that of its subject.
work as (

    select
        core_planned_work.year,
        core_planned_work.school_id,
        core_planned_work.subject_id,
        coalesce(core_associations.area, core_subjects.area) as area,
        core_planned_work.month,
        core_planned_work.kind,
        coalesce(core_planned_work.planned, 0) as planned,
        coalesce(core_planned_work.done, 0) as done

    from core_planned_work

    left join core_associations
        on core_associations.association_id = core_planned_work.association_id
        and core_associations.year = core_planned_work.year

    left join core_subjects
        on core_subjects.subject_id = core_planned_work.subject_id

    where (:every_year or core_planned_work.year in :year)
        and (:every_subject or core_planned_work.subject_id in :subject)
        and (:every_month or core_planned_work.month in :month)
        and (:every_work_kind or core_planned_work.kind in :work_kind)
        and (:every_area or coalesce(core_associations.area, core_subjects.area) in :area)

)

select
    case when :by_year then work.year end as year,
    case when :by_district then core_schools.district end as district,
    case when :by_aimak then core_schools.aimak end as aimak,
    case when :by_school then work.school_id end as school,
    case when :by_subject then work.subject_id end as subject,
    case when :by_area then work.area end as area,
    case when :by_language then core_schools.language end as language,
    case when :by_month then work.month end as month,
    case when :by_work_kind then work.kind end as work_kind,
    cast(null as bigint) as pupils,
    sum(planned)::bigint as planned,
    sum(done)::bigint as done,
    true as expected

from work

inner join core_schools
    on core_schools.school_id = work.school_id

where (:every_district or core_schools.district in :district)
    and (:every_aimak or core_schools.aimak in :aimak)
    and (:every_school or core_schools.school_id in :school)
    and (:every_language or core_schools.language in :language)

group by
    case when :by_year then work.year end,
    case when :by_district then core_schools.district end,
    case when :by_aimak then core_schools.aimak end,
    case when :by_school then work.school_id end,
    case when :by_subject then work.subject_id end,
    case when :by_area then work.area end,
    case when :by_language then core_schools.language end,
    case when :by_month then work.month end,
    case when :by_work_kind then work.kind end

order by
    year nulls last,
    district nulls last,
    aimak nulls last,
    school nulls last,
    subject nulls last,
    area nulls last,
    language nulls last,
    month nulls last,
    work_kind nulls last
