"""What the blocks of the page of reading share: names of groups, bases, links, what is no norm."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.filters import LANGUAGE, ROUND
from dashboard.i18n import integer, plural, t
from dashboard.panels import words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Page
from dashboard.spec.panel import Cell

ROUNDS = ROUND.closed


def there(answer: Answer) -> bool:
    """Whether anybody was tested, shown or hidden: of grades without a norm alone nothing is."""
    return any(row.flag not in ("x", "z") for row in answer.rows)


def group(tongue: str, grade: int, language: str) -> str:
    """«Кыргызча, 2-класс»."""
    named = t(f"choice.{tongue}", language)
    return t("reading.group", language, tongue=named, grade=grade)


def in_order(keys: Iterable[tuple]) -> list[tuple]:
    """Keys that begin with a language: languages as in the filter, the rest as they are."""
    return sorted(keys, key=lambda key: (LANGUAGE.closed.index(key[0]), key[1:]))


def round_name(round_: str, language: str) -> str:
    return t(f"choice.{round_}", language)


def share(value: Value | None, key: str, language: str) -> Cell:
    """The share; where there is no norm, that in words: the sign's own words are of marks."""
    if value is not None and value.flag == "z":
        return Cell(t("reading.no_norm", language), unit="percent", value=value)
    return words.cell(value, key, language)


def share_of(value: Value | None, key: str, language: str) -> Cell:
    """«54.1 % of 222»: never a share without its base."""
    made = share(value, key, language)
    if made.number is None:
        return made
    below = integer(round(value.denominator), language)
    return made._replace(text=t("reading.share_of", language, share=made.text, below=below))


def of_children(value: Value, key: str, language: str) -> str:
    """«120 of 222 children · 47.5–60.5 %»."""
    above, below = (integer(round(n), language) for n in (value.numerator, value.denominator))
    said = plural(
        "reading.of_children", round(value.denominator), language, above=above, below=below
    )
    between = words.interval(value, key, language)
    return f"{said} · {between}" if between else said


def norm_set(answer: Answer, asking: Asking) -> str:
    """The set that the answer is by, as a person calls it."""
    return words.norm_set(answer.taken.norm_set, asking.view.language)


def tab(page: Page, view: View, key: str, **more: object) -> str:
    """The same view on another tab, with some filters set to one value."""
    chosen = {name: (value,) for name, value in more.items()}
    filters = FilterState(view.filters.specs, {**view.filters.values, **chosen})
    return page.path + replace(view, tab=key, sort="", filters=filters).search(page)
