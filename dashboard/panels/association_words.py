"""How the blocks of methodical work name things, where their names lead, how they are sorted."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.i18n import has, t
from dashboard.metrics.school_year import Reached, reached
from dashboard.panels import words
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Page
from dashboard.spec.panel import Cell, Column

Row = tuple[Cell, ...]


def name(dimension: str, key: object, asking: Asking) -> str:
    """What a person calls one value; that nobody said it, where nobody did."""
    if key is None:
        return t("associations.not_said", asking.view.language)
    return words.name(dimension, key, asking.snapshot, asking.view.language)


def in_order(dimension: str, keys: set, asking: Asking) -> list:
    """As `words.by_name`; what nobody said stands last."""
    known = words.by_name(dimension, keys - {None}, asking.snapshot, asking.view.language)
    return [*known, *([None] if None in keys else [])]


def here(page: Page, view: View, **more: object) -> str:
    """The address of the same tab with some filters set to one value."""
    known = {spec.key for spec in page.filters}
    chosen = {key: (value,) for key, value in more.items() if key in known and value is not None}
    filters = FilterState(view.filters.specs, {**view.filters.values, **chosen})
    return page.path + replace(view, filters=filters, sort="").search(page) if chosen else ""


def one_school(asking: Asking) -> str | None:
    """The only school chosen."""
    chosen = asking.view.filters.where().get("school", ())
    return chosen[0] if len(chosen) == 1 else None


def everywhere() -> dict[str, tuple]:
    """In place of the view's filters: the whole district."""
    return dict.fromkeys(OF_SCHOOLS, ())


def so_far(asking: Asking, year: str | None) -> Reached:
    return reached(asking.snapshot, year) if year else Reached("", None, ())


def month_over(so_far: Reached, language: str) -> str:
    """The last month that is over: «октябрь». English alone writes it with a capital."""
    if not so_far.over:
        return ""
    month = t(f"choice.{so_far.over[-1]}", language)
    return month if language == "en" else month.lower()


def of_all_areas(about: str, asking: Asking) -> str:
    """Where an area is chosen and the block cannot tell by area, it says so."""
    if not asking.view.filters.where().get("area"):
        return about
    return f"{about} {t('associations.of_all_areas', asking.view.language)}"


def titled(stem: str, kind: str, language: str) -> str:
    """The key of a block's words, of its variant if that has its own."""
    return f"{stem}.{kind}" if kind and has(f"{stem}.{kind}", language) else stem


def sorted_rows(rows: Sequence[Row], columns: Sequence[Column], sort: str) -> tuple[Row, ...]:
    """As the address asks, by a column of numbers; what has none stands last, whichever way."""
    wanted, down = sort.removeprefix("-"), sort.startswith("-")
    places = {column.name: place for place, column in enumerate(columns)}
    if wanted not in places:
        return tuple(rows)
    at = places[wanted]
    if at == 0:
        return tuple(reversed(rows)) if down else tuple(rows)
    there = [row for row in rows if row[at].number is not None]
    missing = [row for row in rows if row[at].number is None]
    return (*sorted(there, key=lambda row: row[at].number, reverse=down), *missing)


def sorts(columns: Sequence[Column]) -> tuple[str, ...]:
    """The columns that `sorted_rows` can sort by."""
    return tuple(c.name for place, c in enumerate(columns) if not place or c.unit != "text")
