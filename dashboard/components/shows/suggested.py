"""Suggested pairs: what is low, who would help and why, and a link to accept it."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components.card import card
from dashboard.components.legend import legend
from dashboard.components.link import link as in_words
from dashboard.components.markup import Words, drawn, link, tag
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel

SHORT = (("value", "district"), ("mentor", "of"))  # the second stands small under the first
At = tuple[int, str]  # the row's number and its state
PLAIN = ("gap", "way", "load", "until")


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """Columns are found by name. `marks["states"]` tells of each row whether it is suggested,
    accepted, helped or left with nobody; `marks["links"]` turn many at once."""
    if panel.empty:
        return card(panel)
    said = html.Div([html.P(sentence) for sentence in panel.sentences], className="said")
    links = [in_words(words, href) for words, href in panel.marks.get("links", ())]
    table = drawn(_table(panel, language), panel.title)
    return card(panel, said, html.Div(links, className="read-on"), table, legend(panel, language))


def _table(panel: Panel, language: str) -> Markup:
    titles = {column.name: column.title for column in panel.columns}
    states = panel.marks.get("states") or ("",) * len(panel.rows)
    names = [column.name for column in panel.columns]
    rows = [
        _row(dict(zip(names, row)), at, titles, language)
        for row, at in zip(panel.rows, enumerate(states))
    ]
    caption = tag("caption", panel.title, class_="visually-hidden")
    head = tag("thead", tag("tr", *_heads(titles)))
    inside = (caption, head, tag("tbody", *rows))
    return tag("table", *inside, class_="table table-sm grid-table suggested")


def _heads(titles: dict[str, str]) -> list[Markup]:
    first = f"{titles['name']}, {titles['subject'].lower()}"
    shown = [first, titles["value"], titles["gap"], titles["mentor"], titles["way"]]
    shown += [titles["load"], titles["until"], titles["why"], titles["state"]]
    return [tag("th", words, scope="col") for words in shown]


def _row(cells: dict[str, Cell], at: At, titles: dict[str, str], language: str) -> Markup:
    name, subject = cells["name"], cells["subject"]
    head = tag("th", link(name.text, name.href), tag("small", subject.text), scope="row")
    of = {"district": t("panel.district", language, value=cells["district"].text)}
    two = {
        first: _two(cells[first], of.get(second) or cells[second].text, titles[first])
        for first, second in SHORT
    }
    one = {key: _td(key, titles[key], cells[key].text) for key in PLAIN}
    parts = (two["value"], one["gap"], two["mentor"], one["way"], one["load"], one["until"])
    why = _td("why", titles["why"], cells["why"].text)
    return tag("tr", head, *parts, why, _state(cells, at, titles, language), class_=f"is-{at[1]}")


def _two(first: Cell, second: str, title: str) -> Markup:
    sign = f"flag-{first.flag}" if first.flag else None
    small = [tag("small", second)] if second else []
    return tag("td", link(first.text, first.href), *small, class_=sign, data_label=title)


def _td(key: str, title: str, *words: Words) -> Markup:
    return tag("td", *words, class_=key, data_label=title)


def _state(cells: dict[str, Cell], at: At, titles: dict[str, str], language: str) -> Markup:
    """What can be done with it; else how it stands. The focus stays in its row."""
    place, state = at
    cell = cells["state"]
    if not cell.href:
        return _td("state", titles["state"], cell.text)
    words = t("pairing.take_back" if state == "accepted" else "pairing.accept", language)
    whom = f"{words} {cells['mentor'].text}, {cells['name'].text}, {cells['subject'].text}"
    said = [cell.text] if state == "accepted" else []
    turn = link(words, cell.href, aria_label=whom, data_keep=f"pair-{place}")
    return _td("state", titles["state"], *said, turn)
