"""A small district behind a whole application; built once, read by all."""

import pytest

from dashboard.settings import Settings
from dashboard.store import draft as drafts
from dashboard.store import rows
from dashboard.web.app import create_app
from dashboard.web.site import Site, make_site
from tests.conftest import SCHOOLS, marks

TIMES = (("2025-2026", "Q1"), ("2025-2026", "Q2"), ("2026-2027", "Q1"))
MARKS = [
    marks(school_id=school, year=year, period=period, subject_id=subject, n5=8, n4=9, n3=8)
    for year, period in TIMES
    for school in ("S01", "S02", "S03", "S04")
    for subject in ("chemistry", "algebra")
    if (school, year) != ("S04", "2026-2027")  # which has not reported
]


@pytest.fixture(scope="session")
def district(tmp_path_factory) -> Settings:
    settings = Settings(store=tmp_path_factory.mktemp("district"), memory="256MB", threads=1)
    with drafts.draft(settings.store, settings) as opened:
        rows.replace(opened, "schools", SCHOOLS, 1)
        rows.replace(opened, "marks", MARKS, 1)
        drafts.publish(opened, {"files": []})
    return settings


@pytest.fixture(scope="session")
def site(district) -> Site:
    return make_site(district)


@pytest.fixture(scope="session")
def app(district, site):
    return create_app(district, site)
