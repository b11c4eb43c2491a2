"""Four languages, whole: no word missing, none half translated, every key in use has words."""

import ast
import string
from pathlib import Path

import pytest

from dashboard.discover import discover
from dashboard.i18n import LANGUAGES
from dashboard.i18n.catalogues import catalogues
from dashboard.metrics import metrics

ROOT = Path(__file__).parents[2] / "dashboard"
FORMS = {"ky": 2, "kk": 2, "ru": 3, "en": 2}


def _messages(language: str) -> dict:
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message
        for catalogue in catalogues(language)
        for message in catalogue
        if message.id
    }


def _texts(message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else message.string


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_lacks_a_key(language):
    assert _messages(language).keys() == _messages("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_or_fuzzy(language):
    unfinished = [
        key
        for key, message in _messages(language).items()
        if message.fuzzy or not all(text.strip() for text in _texts(message))
    ]
    assert not unfinished


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_every_form_of_the_language(language):
    wrong = [
        key
        for key, message in _messages(language).items()
        if isinstance(message.id, tuple) and len(message.string) != FORMS[language]
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_names_a_place_that_is_not_filled(language):
    english = _messages("en")
    wrong = [
        key
        for key, message in _messages(language).items()
        for text in _texts(message)
        if not _places(text) <= set().union(*map(_places, _texts(english[key])))
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_in_two_catalogues(language):
    keys = [str(m.id) for catalogue in catalogues(language) for m in catalogue if m.id]
    assert len(keys) == len(set(keys))


def _literal_keys() -> set[str]:
    """The first argument of every t("…") and plural("…") in the code."""
    return {
        node.args[0].value
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("t", "plural")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def test_every_key_in_the_code_has_words():
    assert _literal_keys() <= _messages("en").keys()


def test_every_page_tab_block_filter_and_metric_has_words():
    pages = discover("dashboard.pages", "PAGE")
    keys = {f"page.{page.key}{end}" for page in pages for end in ("", ".short")}
    keys |= {f"tab.{page.key}.{tab}" for page in pages for tab in page.tabs}
    keys |= {
        f"block.{page.key}.{block.key}{end}"
        for page in pages
        for block in page.blocks
        for end in ("", ".about")
    }
    keys |= {spec.words for page in pages for spec in page.filters}
    options = [option for page in pages for option in page.options]
    keys |= {f"option.{option.key}" for option in options}
    keys |= {f"option.{o.key}.{value}" for o in options for value in o.values if value}
    keys |= {
        f"metric.{key}{end}"
        for key in metrics()
        for end in ("", ".about", ".numerator", ".denominator")
    }
    assert keys <= _messages("en").keys()


def test_the_country_is_called_by_its_own_name():
    texts = [text for code in LANGUAGES for m in _messages(code).values() for text in _texts(m)]
    assert not [text for text in texts if "Киргизи" in text]
