"""The filters of a page: a pill each, its name and its value readable without opening it."""

import json
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.filters import RULES
from dashboard.i18n import integer, plural, t
from dashboard.panels import View
from dashboard.settings import Settings
from dashboard.spec.filters import FilterSpec
from dashboard.spec.page import Page
from dashboard.web import ids
from dashboard.web.offers import TIMES, Offer, Seen, offer

FEW = 8  # so many options are found without a search field


@dataclass(frozen=True, slots=True)
class Pill:
    """What a filter's widget shows for one view."""

    spec: FilterSpec
    options: list[dict]
    unset: str  # what stands there while nothing is chosen


def bar(page: Page, view: View, seen: Seen) -> Component:
    """On a narrow screen the pills wait behind a button; assets/tirek.js opens them."""
    language = view.language
    toggle = html.Button(
        t("frame.filters", language),
        type="button",
        className="filters-toggle",
        **{"aria-expanded": "false", "aria-controls": ids.PILLS},
    )
    widgets = [_widget(pill, view) for pill in pills(page, view, seen)]
    reset = html.A(
        t("frame.reset", language),
        href=f"{page.path}?lang={language}",
        className="inside reset",
        **{"data-keep": "reset"},
    )
    return html.Section(
        [toggle, html.Div([*widgets, reset], id=ids.PILLS, className="pills")],
        className="filters",
        **{"aria-label": t("frame.filters", language)},
    )


def pills(page: Page, view: View, seen: Seen) -> list[Pill]:
    return [_pill(spec, view, seen) for spec in page.filters]


def rule(view: View, settings: Settings) -> Component:
    """Which pupils a rate is of: chosen here, explained where it stands."""
    language = view.language
    chosen = view.rule or settings.rule
    words = {key: t(f"rule.{key}", language) for key in RULES}
    widget = dcc.Dropdown(
        id=ids.choice(ids.RULE),
        options=[{"value": key, "label": words[key]} for key in RULES],
        value=chosen,
        clearable=False,
        searchable=False,
        className="quiet",
        style=_named(t("frame.rule", language)),
    )
    return html.Span([widget, _hint(language)], className="rule")


def _hint(language: str) -> Component:
    """Opened by the pointer or the keyboard; all rules, so that it need not follow the choice."""
    lines = [
        html.Span([html.B(t(f"rule.{key}", language)), " – ", t(f"rule.{key}.about", language)])
        for key in RULES
    ]
    return html.Span(
        ["ⓘ", html.Span(lines, className="hint-text", role="tooltip")],
        className="hint",
        tabIndex=0,
        **{"aria-label": t("frame.rule", language)},
    )


def _pill(spec: FilterSpec, view: View, seen: Seen) -> Pill:
    """A chosen value that the data do not hold is offered too: an address is never changed."""
    offers = offer(spec, seen)
    known = {value for value, _ in offers}
    chosen = view.filters.to_query()[spec.key]
    lost = [(value, value) for value in chosen if value not in known]
    options = [{"value": value, "label": words} for value, words in (*offers, *lost)]
    return Pill(spec, options, _unset(spec, offers, seen))


def _unset(spec: FilterSpec, offers: list[Offer], seen: Seen) -> str:
    """«all 45»; for what is never added together the one that is taken."""
    if spec.key not in TIMES:
        return plural("filter.all", len(offers), seen.language, number=_number(offers, seen))
    return dict(offers).get(getattr(seen.taken, spec.key), "–")


def _number(offers: list[Offer], seen: Seen) -> str:
    return integer(len(offers), seen.language)


def _widget(pill: Pill, view: View) -> Component:
    spec, language = pill.spec, view.language
    chosen = view.filters.to_query()[spec.key]
    return dcc.Dropdown(
        id=ids.choice(spec.key),
        options=pill.options,
        value=next(iter(chosen), None) if spec.single else chosen,
        multi=not spec.single,
        searchable=len(pill.options) > FEW,
        search_order="original",
        placeholder=pill.unset,
        maxHeight=420,
        labels=_labels(len(pill.options), language),
        className="pill",
        style=_named(t(spec.words, language)),
    )


def _labels(count: int, language: str) -> dict[str, str]:
    names = ("search", "select_all", "deselect_all", "clear_search", "clear_selection", "nothing")
    words = {name: t(f"filter.{name}", language) for name in names}
    words["no_options_found"] = words.pop("nothing")
    number = integer(count, language)
    return words | {
        "selected_count": t("filter.some", language, chosen="{num_selected}", of=number)
    }


def _named(name: str) -> dict[str, str]:
    """The stylesheet writes the name before the value, where a screen reader finds it too."""
    return {"--name": json.dumps(name, ensure_ascii=False)}
