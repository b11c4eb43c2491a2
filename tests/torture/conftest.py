"""The desks of tests/importer, for tests that are unkind to them."""

from tests.importer.conftest import bare, courses, district, known_schools

__all__ = ["bare", "courses", "district", "known_schools"]
