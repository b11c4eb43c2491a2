"""A date that ends with a full stop ends the sentence too: nowhere do two stand together."""

from datetime import date
from string import Formatter

import pytest

from dashboard.i18n import LANGUAGES, day, plural, t
from dashboard.i18n.catalogues import catalogues

DAY = date(2026, 11, 9)


def _ended_by_a_day(language: str) -> dict[str, set[str]]:
    """Message → the places in it."""
    return {
        message.id: {name for _, name, _, _ in Formatter().parse(message.string) if name}
        for catalogue in catalogues(language)
        for message in catalogue
        if isinstance(message.id, str) and "{day}." in str(message.string)
    }


def test_a_day_in_russian_ends_with_a_stop_of_its_own():
    assert day(DAY, "ru").endswith("г.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_a_day_there_is_one_stop(language):
    for key, places in _ended_by_a_day(language).items():
        said = t(key, language, **dict.fromkeys(places, "1") | {"day": day(DAY, language)})
        assert ".." not in said
        assert f"{day(DAY, language).rstrip('.')}." in said


def test_there_are_such_messages():
    assert len(_ended_by_a_day("ru")) > 2


def test_in_a_plural_too():
    about = {"number": "1", "day": "9 нояб.", "days": "до 1 дек. 2026 г."}
    assert plural("mentors.ending", 1, "ru", **about).endswith("до 1 дек. 2026 г.")


def test_what_is_not_followed_by_a_stop_stays():
    assert t("mentors.by_day", "ru", day="1 дек. 2026 г.", number="7") == "до 1 дек. 2026 г. – 7"
