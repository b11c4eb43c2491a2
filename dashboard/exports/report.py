"""What every file holds: the page as narrowed, and what a reader must know to trust it."""

from dataclasses import dataclass

from dashboard import panels
from dashboard.i18n import integer, moment, plural, t
from dashboard.metrics import metric
from dashboard.metrics.corrected import corrected
from dashboard.metrics.registers import district
from dashboard.metrics.sources import File, sources
from dashboard.panels import Asking, View, words
from dashboard.roles import sees_small
from dashboard.settings import Settings
from dashboard.spec.page import Page
from dashboard.spec.panel import Panel
from dashboard.store.current import Snapshot


@dataclass(frozen=True, slots=True)
class Report:
    """`facts` are pairs of a name and a text, `sources` of a file and its rows; `panels` stand
    under their blocks' keys."""

    title: str
    language: str
    facts: tuple[tuple[str, str], ...]
    panels: tuple[tuple[str, Panel], ...]
    sources: tuple[tuple[str, str], ...]


def make(page: Page, view: View, snapshot: Snapshot, settings: Settings) -> Report:
    """Every block of the page under the view's filters: the same panels as on the screen."""
    made = tuple(
        (block.key, panels.make(page, block, view, snapshot, settings)) for block in page.blocks
    )
    title = t(f"page.{page.key}", view.language)
    asking = Asking(snapshot, settings, view)
    counted, when = _how_counted(page, asking), _from_when(asking)
    by_hand = _by_hand(page, asking)
    facts = (*_of_what(title, asking), *_small(asking), *counted, *when, *by_hand)
    return Report(title, view.language, facts, made, _sources(page, asking))


def _of_what(title: str, asking: Asking) -> tuple[tuple[str, str], ...]:
    language = asking.view.language
    return (
        (t("export.district", language), district(asking.snapshot, asking.settings)),
        (t("export.page", language), title),
        (t("export.filters", language), _filters(asking)),
    )


def _small(asking: Asking) -> tuple[tuple[str, str], ...]:
    """Written on whatever holds numbers that are otherwise hidden."""
    language = asking.view.language
    if not (asking.view.small and sees_small(asking.settings)):
        return ()
    return ((t("small.on", language), t("small.warning", language)),)


def _filters(asking: Asking) -> str:
    """«Мектеп: №5, №7; предмет: химия»: names, not codes."""
    view, language = asking.view, asking.view.language
    said = [
        t(spec.words, language)
        + ": "
        + ", ".join(words.name(spec.key, value, asking.snapshot, language) for value in values)
        for spec in view.filters.specs
        if (values := view.filters.values[spec.key])
    ]
    return "; ".join(said) or t("export.no_filters", language)


def _how_counted(page: Page, asking: Asking) -> tuple[tuple[str, str], ...]:
    language, keys = asking.view.language, _metrics(page)
    defined = tuple(
        (
            t("export.definition", language, metric=t(f"metric.{key}", language)),
            t(f"metric.{key}.about", language),
        )
        for key in keys
    )
    signs = (t("export.signs", language), t("export.signs.about", language))
    taken = (t("export.taken", language), _taken(page, asking))
    return (taken, *_rule(keys, asking), *defined, signs)


def _taken(page: Page, asking: Asking) -> str:
    """Each kind of fact has its own times: marks of a quarter stand beside tests of a year."""
    language = asking.view.language
    times = (words.when(asking.answer(key), language) for key in _families(page))
    return "; ".join(dict.fromkeys(time for time in times if time))


def _rule(keys: list[str], asking: Asking) -> tuple[tuple[str, str], ...]:
    """Of a hidden group it is not said how many of it the rule leaves out."""
    ruled = next((key for key in keys if metric(key).ruled), None)
    if ruled is None:
        return ()
    language, answer = asking.view.language, asking.answer(ruled)
    name, left = t(f"rule.{answer.taken.rule}", language), answer.left_out
    if left is not None:
        name += ". " + plural("export.left_out", left, language, number=integer(left, language))
    return ((t("export.rule", language), name),)


def _from_when(asking: Asking) -> tuple[tuple[str, str], ...]:
    language, snapshot = asking.view.language, asking.snapshot
    return (
        (t("export.data_of", language), moment(snapshot.created, language)),
        (t("export.snapshot", language), snapshot.id),
    )


def _by_hand(page: Page, asking: Asking) -> tuple[tuple[str, str], ...]:
    """Of all times, as the files are."""
    language, cells = asking.view.language, corrected(_families(page), asking.snapshot)
    if not cells:
        return ()
    number = plural("export.corrected.cells", cells, language, number=integer(cells, language))
    return ((t("export.corrected", language), number),)


def _sources(page: Page, asking: Asking) -> tuple[tuple[str, str], ...]:
    """Under the page's filters, of all periods: a trend looks back."""
    language = asking.view.language
    found = [file for key in _families(page) for file in _files(key, asking)]
    return tuple(
        (file.name, plural("export.rows", file.rows, language, number=integer(file.rows, language)))
        for file in found
    )


def _families(page: Page) -> list[str]:
    """One metric for each kind of fact on the page."""
    return list({metric(key).view: key for key in reversed(_metrics(page))}.values())[::-1]


def _files(key: str, asking: Asking) -> list[File]:
    """A register of teachers has as many rows as a school has teachers: for those who see none the
    files are those of the whole district."""
    where = asking.view.filters.where() if asking.sees_staff else {}
    return sources(key, where, asking.snapshot)


def _metrics(page: Page) -> list[str]:
    return list(dict.fromkeys(key for block in page.blocks for key in block.metrics))
