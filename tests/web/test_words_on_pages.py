"""No word on a page but from the catalogue of its language, or from the data."""

import re
from datetime import date
from functools import cache

import pytest
import sqlalchemy as sa
from babel.dates import format_date

from dashboard.discover import discover
from dashboard.filters import AREA
from dashboard.i18n import LANGUAGES, t
from dashboard.i18n.catalogues import catalogues
from dashboard.metrics.mentors import Register, register
from dashboard.metrics.registers import schools, subjects
from dashboard.metrics.thresholds import thresholds
from dashboard.store.current import Reader
from dashboard.store.schema import core_table
from tests.web.opened import turn

PAGES = sorted(discover("dashboard.pages", "PAGE"), key=lambda page: page.order)
PATHS = [
    *(f"{page.path}?view={tab}" for page in PAGES for tab in page.tabs or ("",)),
    "/quality?school=S02",
    "/compare?school=S02",
    "/compare?school=S02&school=S05",
    "/school?school=S02",
]
TEXTS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [], drawn = new Set();
  while (walk.nextNode()) {
    const text = walk.currentNode.parentElement.closest("svg text");
    if (text) {  // a title of a chart may stand on several lines
      const lines = [...text.querySelectorAll("tspan")]
        .filter((line) => !line.querySelector("tspan")).map((line) => line.textContent);
      if (!drawn.has(text)) found.push(lines.join(" ") || text.textContent);
      drawn.add(text);
      continue;
    }
    const inside = walk.currentNode.parentElement.closest("script, style, noscript");
    if (!inside && walk.currentNode.textContent.trim()) found.push(walk.currentNode.textContent);
  }
  for (const element of document.querySelectorAll("[title], [aria-label], [placeholder]"))
    for (const name of ["title", "aria-label", "placeholder"])
      if (element.getAttribute(name)) found.push(element.getAttribute(name));
  return found;
}"""
PLACE = re.compile(r"\{\w+\}")
OWN_LETTERS = {"ky": "ңөү", "kk": "әғқңөұүһі"}
DATES = ("long", "medium", "EEEE", "EEE", "LLLL")
SAID_BY_THE_PROGRAM = {"Tirek", "KY", "KK", "RU", "EN", "c", "u", "x", "z"}


def _messages(language: str) -> frozenset[str]:
    return frozenset(
        text
        for catalogue in catalogues(language)
        for message in catalogue
        if message.id
        for text in (message.string if isinstance(message.string, tuple) else (message.string,))
    )


@cache
def _patterns(texts: frozenset[str]) -> list[tuple[str, re.Pattern]]:
    """Messages with their places open, those of most words first; a lone letter says nothing.
    Beside each its longest words without a place: where they are missing, it need not be tried."""
    wordy = (text for text in texts if len(re.findall(r"[^\W\d_]", PLACE.sub("", text))) > 1)
    return [
        (
            max(PLACE.split(text), key=len),
            re.compile(re.sub(r"\\\{\w+\\\}", ".*?", re.escape(text)), re.DOTALL),
        )
        for text in sorted(wordy, key=lambda text: len(PLACE.sub("", text)), reverse=True)
    ]


def _left(text: str, texts: frozenset[str], data: frozenset[str], language: str) -> str:
    """What remains of a text without the catalogue's words, the data's names, dates, numbers."""
    if text.strip() in texts:  # it may begin as a subject is called: «История импортов»
        return ""
    text = _any_of(data).sub(" ", text)
    found = [pattern for words, pattern in _patterns(texts) if words in text]
    if text.strip() in texts or any(pattern.fullmatch(text.strip()) for pattern in found):
        return ""
    for pattern in found:
        text = pattern.sub(" ", text)
    return re.sub(r"[\W\d_]+", "", _of_dates(language).sub(" ", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_of_the_catalogue_or_of_the_data(language, open_whole, whole):
    messages, data = _messages(language), _data(Reader(whole).current(), language)
    said = set()
    page = open_whole(f"{PATHS[-1]}&lang={language}")
    for path in PATHS:
        turn(page, f"{path}&lang={language}")
        texts = page.evaluate(TEXTS)
        assert len(texts) > 30
        said |= set(texts)
    left = {text: _left(text, messages, data, language) for text in said}
    assert {text for text, rest in left.items() if rest not in {"", *SAID_BY_THE_PROGRAM}} == set()


def _data(snapshot, language: str) -> frozenset[str]:
    """Names from the registers, classes, and where a threshold was read."""
    known = schools(snapshot).values()
    data = {text for school in known for text in (school.name, school.aimak, school.locality)}
    data |= {subject.name(language) for subject in subjects(snapshot).values()}
    data |= {t("frame.language", code) for code in LANGUAGES}
    data |= {f"{grade}{letter}" for grade in range(1, 12) for letter in "АБВГД"}
    data |= {t(f"choice.{area}", language) for area in AREA.closed}  # said in a row, with commas
    data |= {threshold.source for threshold in thresholds()}
    return frozenset(data | _of_mentors(register(snapshot)) | _of_staff(snapshot))


# What people wrote in their own words: it stands on the page as they wrote it.
WRITTEN = {
    "teachers": ("teacher_id", "category"),
    "courses": ("course_id", "name", "provider"),
    "course_cycles": ("source",),
    "surveys": ("survey_id", "title", "question", "option"),
}


def _of_staff(snapshot) -> set[str]:
    columns = [core_table(table).c[name] for table, names in WRITTEN.items() for name in names]
    with snapshot.engine.connect() as connection:
        found = [connection.execute(sa.select(column).distinct()).scalars() for column in columns]
        return {text for texts in found for text in texts if text}


def _of_mentors(known: Register) -> set[str]:
    """People are codes; networks and open days stand as they were written."""
    codes = {term.mentor for term in known.terms} | {pair.mentee for pair in known.pairs}
    written = {term.open_day for term in known.terms} | {each.name for each in known.members}
    return codes | {text for text in written if text}


@cache
def _of_dates(language: str) -> re.Pattern:
    """The words in a date and the days of the week, as the language writes them."""
    days = [date(2026, month, number) for month in range(1, 13) for number in range(1, 8)]
    texts = (format_date(day, shape, locale=language) for day in days for shape in DATES)
    return _any_of(frozenset(word for text in texts for word in re.findall(r"[^\W\d_]+", text)))


@cache
def _any_of(names: frozenset[str]) -> re.Pattern:
    """The names as whole words, the longest first: «жума» is not a part of «жумасына»."""
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)")


@pytest.mark.parametrize("language", OWN_LETTERS)
def test_the_letters_of_the_language_are_whole(language, open_page):
    words = open_page(f"/quality?lang={language}").locator("body").inner_text().lower()
    assert len(set(OWN_LETTERS[language]) & set(words)) > 1
    assert "�" not in words


def test_a_word_of_another_language_would_be_found():
    left = _left("Quality by school", _messages("ky"), frozenset({"Tirek"}), "ky")
    assert left == "Qualitybyschool"
