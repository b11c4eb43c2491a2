"""How a national test and its threshold are named; why there is nothing of it to show."""

from dataclasses import replace

from dashboard.i18n import integer, t
from dashboard.metrics import metric
from dashboard.metrics.counts import periods
from dashboard.metrics.thresholds import Threshold, held, threshold
from dashboard.panels import words
from dashboard.panels.empty import nothing
from dashboard.panels.view import Asking, View
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Page

Test = tuple[str, str | None]  # its key (ort, ubt) and its subject; None is the main test


def tests(year: str | None, asking: Asking) -> list[Test]:
    """What the view's results of a year are of: the main test, or the subjects chosen."""
    chosen = asking.view.filters.where().get("subject") or (None,)
    return [(exam, of) for of in chosen for exam in held(asking.snapshot, year or "", of)]


def name(test: Test, asking: Asking) -> str:
    """«ЖРТ, негизги тест»."""
    (exam, subject), language = test, asking.view.language
    called = t(f"choice.{exam}", language)
    if subject is None:
        return t("exams.main", language, exam=called)
    return f"{called}, {words.name('subject', subject, asking.snapshot, language)}"


def names(year: str | None, asking: Asking) -> str:
    return "; ".join(name(test, asking) for test in tests(year, asking))


def thresholds_said(year: str | None, asking: Asking) -> str:
    """A sentence for each test: which threshold «reached» means, of which year, from where."""
    return " ".join(_said(test, year or "", asking) for test in tests(year, asking))


def points(test: Test, year: str | None) -> Threshold | None:
    return threshold(*test, year or "")


def _said(test: Test, year: str, asking: Asking) -> str:
    found, language = points(test, year), asking.view.language
    about = {"test": name(test, asking), "year": year}
    if found is None:
        return t("exams.threshold_unknown", language, **about)
    least = integer(found.points, language)
    return t("exams.threshold", language, points=least, source=found.source, **about)


def why_empty(key: str, asking: Asking, otherwise: str = "panel.empty") -> str:
    """That nothing of the kind was ever imported, and what to import; that the main test is of no
    subject; else that this choice has nothing."""
    card, language = metric(key), asking.view.language
    if not periods(asking.snapshot, card.view):
        return t(f"exams.nothing.{card.view}", language)
    if card.view == "exams" and asking.view.filters.where().get("subject"):
        return t("exams.no_subject", language)
    return nothing(asking) if otherwise == "panel.empty" else t(otherwise, language)


def on_tab(page: Page, view: View, tab: str, **more: object) -> str:
    """The address of one tab of the page with some filters set to one value."""
    values = {**view.filters.values, **{key: (value,) for key, value in more.items()}}
    filters = FilterState(view.filters.specs, values)
    return page.path + replace(view, filters=filters, tab=tab, sort="").search(page)
