"""Bars against a plan: «18 of 21», each bar as long as the share of its own plan."""

from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.charts import theme
from dashboard.components.card import card
from dashboard.components.markup import drawn, link, tag
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """A row is a name, how many there are, how many there should be. `marks["keys"]` names the
    directions whose colours the bars have. The table is the picture: nothing is told twice."""
    if panel.empty:
        return card(panel)
    keys = panel.marks.get("keys") or ("",) * len(panel.rows)
    caption = tag("caption", panel.title, class_="visually-hidden")
    head = tag("thead", tag("tr", *_heads(panel)), class_="visually-hidden")
    body = tag("tbody", *(_row(row, key, language) for row, key in zip(panel.rows, keys)))
    return card(panel, drawn(tag("table", caption, head, body, class_="plan"), panel.title))


def _heads(panel: Panel) -> list[Markup]:
    name, value, plan = (column.title for column in panel.columns)
    return [tag("th", name, scope="col"), tag("th", f"{value} / {plan}", scope="col", colspan="2")]


def _row(row: tuple[Cell, ...], key: str, language: str) -> Markup:
    name, there, due = row
    bar = tag("span", tag("i", style=_length(there, due, key)), class_=_track(there, due))
    return tag(
        "tr",
        tag("th", link(name.text, name.href), scope="row"),
        tag("td", bar, aria_hidden="true", class_="bar"),
        tag("td", *_said(there, due, language), class_="of"),
    )


def _said(there: Cell, due: Cell, language: str) -> list[Markup | str]:
    """«**18** of 21»; where there is no plan the number alone."""
    number = tag("strong", there.text)
    return [number, " ", t("plan.of", language, plan=due.text)] if due.text else [number]


def _length(there: Cell, due: Cell, key: str) -> str:
    """Without a plan the bar is whole as soon as there is anybody."""
    whole = due.number or there.number or 1
    share = min(1.0, there.number / whole)
    return f"width:{share * 100:.1f}%;background:{theme.direction(key)}"


def _track(there: Cell, due: Cell) -> str:
    """More than planned is told by a line at the end: the bar itself cannot be longer."""
    return "track over" if due.number is not None and there.number > due.number else "track"
