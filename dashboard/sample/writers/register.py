"""The register of schools, under the contract's English headings."""

from collections.abc import Mapping

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.export import Cell, File, Table
from dashboard.sample.writers.workbook import workbook


def register(schools: tuple[School, ...], pupils: Mapping[str, int]) -> File:
    """`pupils` by school: those of the latest year, in all grades."""
    rows = [_row(school, pupils[school.code]) for school in schools]
    table = Table("schools", [list(rows[0]), *(list(row.values()) for row in rows)])
    return File("schools.xlsx", workbook([table]))


def _row(school: School, pupils: int) -> dict[str, Cell]:
    district = card("district")
    return {
        "school_id": school.code,
        "name": school.name,
        "country": district["country"],
        "aimak": school.aimak,
        "district": district["district"],
        "oblast": district["oblast"],
        "locality": school.epithet,
        "kind": school.profile["kind"],
        "language": school.profile["language"],
        "rural": school.profile["rural"],
        "lat": school.lat,
        "lon": school.lon,
        "pupils": pupils,
        "base_school": "true" if school.profile["size"] == "central" else "false",
        "aliases": "; ".join(school.aliases),
    }
