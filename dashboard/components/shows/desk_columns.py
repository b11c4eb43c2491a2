"""A sheet that nobody knows, step by step: its rows, its headings, which column is which."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components import form
from dashboard.components.card import card
from dashboard.components.markup import Words, drawn, link, tag
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    marks = panel.marks
    said = [html.Div([html.P(words) for words in panel.sentences], className="said")]
    if marks["state"]:
        said = [drawn(_at_work(panel), panel.title)]
    parts = [tag("p", link(*marks["files"]), class_="read-on")] if marks["files"] else []
    parts += [_sheets(panel, language)] if marks["sheets"] else []
    if marks["asked"]:
        parts += [_rows(marks["asked"], language), _first(panel, language)]
        parts += [_second(panel, language)] if marks["asked"]["headings"] else []
    parts += [_change(marks["changed"], marks["batch"], language)] if marks["changed"] else []
    parts += [_own(panel, language)] if panel.rows else []
    return card(panel, *said, *(drawn(part, panel.title) for part in parts))


def _at_work(panel: Panel) -> Markup:
    """assets/tirek.js asks how far it is and shows the page anew once it has ended."""
    poll, state = f"/data/batch/{panel.marks['batch']}.json", panel.marks["state"]
    words = tag("p", *panel.sentences, role="status")
    bar = tag("progress", aria_label=" ".join(panel.sentences))
    return tag("div", words, bar, class_="steps", data_poll=poll, data_state=state)


def _sheets(panel: Panel, language: str) -> Markup:
    items = [
        tag("li", link(words, href, aria_current="true" if here else None))
        for words, href, here in panel.marks["sheets"]
    ]
    return tag("section", tag("h3", t("columns.sheets", language)), tag("ul", *items))


def _rows(asked: Mapping, language: str) -> Markup:
    """As they stand, with their numbers: cells of pupils are among them, and stay on this page."""
    lines = [
        tag(
            "tr",
            tag("th", str(number), scope="row"),
            *(tag("td", text) for text in row),
            class_="is-heading" if number == asked["top"] + 1 else None,
        )
        for number, row in enumerate(asked["rows"], 1)
    ]
    caption = tag("caption", asked["title"])
    return tag(
        "table", caption, tag("tbody", *lines), class_="table table-sm grid-table sheet-rows"
    )


def _first(panel: Panel, language: str) -> Markup:
    """Which row, and what it is a table of: the answer leads to the next step."""
    asked, place = panel.marks["asked"], panel.marks["asked"]["place"]
    tables = [("", "—"), *asked["tables"]]
    # Once it is told what it is a table of, the next thing is below.
    name, keep = ("quiet", "columns-next") if asked["headings"] else ("go", "columns-which")
    parts = (
        form.hidden(batch=panel.marks["batch"], file=place.file, sheet=place.sheet),
        _field("row", asked["tops"], str(asked["top"] + 1), language),
        _field("high", asked["heights"], str(place.height), language),
        _field("table", tables, place.table, language),
        form.button(t("columns.next", language), class_=name, data_keep=keep),
    )
    action = f"/data/columns/show?lang={language}"
    return form.form(action, *parts, class_="inside asked", data_then="columns-which")


def _field(name: str, choices: Sequence, chosen: str, language: str) -> Markup:
    control = form.select(name, choices, chosen, data_keep=f"columns-{name}")
    return form.field(t(f"columns.ask.{name}", language), control)


def _second(panel: Panel, language: str) -> Markup:
    asked, place = panel.marks["asked"], panel.marks["asked"]["place"]
    about = {"file": place.file, "sheet": place.sheet, "row": place.top + 1}
    about |= {"batch": panel.marks["batch"], "high": place.height, "table": place.table}
    parts = (form.hidden(**about), *_told(asked, "", language))
    return form.form(f"/data/columns?lang={language}", *parts, class_="inside asked")


def _change(changed: Mapping, batch: str, language: str) -> Markup:
    title = tag("h3", t("columns.change.title", language, name=changed["name"]))
    of = tag("p", changed["table"])
    parts = (
        form.hidden(layout=changed["id"], batch=batch),
        *_told(changed, changed["name"], language),
    )
    action = f"/data/columns/change?lang={language}"
    return tag("section", title, of, form.form(action, *parts, class_="inside asked"))


def _told(asked: Mapping, name: str, language: str) -> list[Words]:
    """Each heading with what it may be, the name of the whole, and one press."""
    lines = [_line(heading, language) for heading in asked["headings"]]
    which = {"tabindex": "-1", "data_keep": "columns-which"}
    legend = tag("legend", t("columns.which", language), **which)
    needed = tag("p", t("columns.needed", language, columns=asked["needed"]))
    named = form.text("name", name, required="required", maxlength="80", data_keep="columns-name")
    return [
        tag("fieldset", legend, needed, *lines),
        form.field(t("columns.ask.name", language), named),
        form.button(t("columns.save", language), class_="go", data_keep="columns-own"),
    ]


def _line(heading: Mapping, language: str) -> Markup:
    choices = (("", t("columns.leave", language)), *heading["choices"])
    number = heading["number"]
    control = form.select(
        f"column-{number}", choices, heading["chosen"], data_keep=f"column-{number}"
    )
    field = form.field(tag("strong", heading["text"]), control)
    return tag("div", field, tag("small", heading["cells"]), class_="line")


def _own(panel: Panel, language: str) -> Markup:
    titles = [column.title for column in panel.columns]
    heads = [tag("th", title, scope="col") for title in titles]
    last = tag("th", scope="col", aria_label=t("columns.remove", language))
    rows = [
        _row(row, titles, (number, href), panel.marks["batch"], language)
        for row, (number, href) in zip(panel.rows, panel.marks["own"])
    ]
    caption = tag("caption", t("columns.own", language), class_="visually-hidden")
    head = tag("thead", tag("tr", *heads, last))
    body = (caption, head, tag("tbody", *rows))
    table = tag("table", *body, class_="table table-sm grid-table desk-table")
    return tag("section", tag("h3", t("columns.own", language)), table)


def _row(
    row: Sequence[Cell], titles: Sequence[str], known: tuple[int, str], batch: str, language: str
) -> Markup:
    (first, *others), (number, href) = row, known
    cells = [tag("td", cell.text, data_label=title) for cell, title in zip(others, titles[1:])]
    change = link(t("columns.change", language), href, data_keep=f"own-{number}")
    words = t("columns.remove", language)
    named = {"aria_label": f"{words}: {first.text}", "data_keep": "columns-own"}
    remove = form.form(
        f"/data/columns/remove?lang={language}",
        form.hidden(layout=number, batch=batch),
        form.button(words, class_="quiet", **named),
        data_confirm=t("columns.remove.sure", language, name=first.text),
    )
    return tag("tr", tag("th", first.text, scope="row"), *cells, tag("td", change, " ", remove))
