"""The language: the address, then the browser, then the setting."""

import pytest
from flask import Flask

from dashboard.settings import Settings
from dashboard.web.spoken import spoken, spoken_here

SETTINGS = Settings(language="kk")


@pytest.mark.parametrize(
    ("asked", "browser", "language"),
    [
        ("ru", "en", "ru"),
        (None, "en-US,en;q=0.9", "en"),
        (None, "de,ru;q=0.5", "ru"),
        (None, "de", "kk"),
        ("../../x", "de", "kk"),
        (["ru", "en"], "ky", "ky"),
    ],
)
def test_first_known_language_is_taken(asked, browser, language):
    with Flask("trial").test_request_context(headers={"Accept-Language": browser}):
        assert spoken(asked, SETTINGS) == language


def test_one_request_is_answered_in_one_language():
    with Flask("trial").test_request_context("/?lang=en"):
        spoken("ru", SETTINGS)
        assert spoken_here(SETTINGS) == "ru"


def test_outside_a_request_the_setting_counts():
    assert spoken_here(SETTINGS) == "kk"
