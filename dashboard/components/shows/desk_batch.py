"""A batch: its progress while it is at work, then what was understood and what is asked."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components import form
from dashboard.components.card import card
from dashboard.components.desk_asked import asked
from dashboard.components.markup import drawn, link, tag
from dashboard.i18n import integer, t
from dashboard.spec.panel import Cell, Panel

SHOWN = ("name", "layout", "in", "out", "problems")
COUNTS = ("in", "out")


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    batch = panel.marks["batch"]
    failed = "trouble" if batch.state == "failed" else None
    said = [
        html.P(
            words, className=failed if not place else None, **({"role": "alert"} if failed else {})
        )
        for place, words in enumerate(panel.sentences)
    ]
    steps = drawn(_steps(panel, language), panel.title)
    questions = [drawn(one, panel.title) for one in asked(panel.marks["asked"], batch.id, language)]
    names = panel.marks["names"]
    told = [drawn(tag("p", link(*names), class_="read-on"), panel.title)] if names else []
    files = [drawn(_files(panel, language), panel.title)] if panel.rows else []
    return card(panel, html.Div(said, className="said"), steps, *told, *questions, *files)


def _steps(panel: Panel, language: str) -> Markup:
    """What can be done next; while it is at work, how far it is."""
    batch = panel.marks["batch"]
    if batch.is_running:
        return _bar(panel)
    ended = batch.state in ("loaded", "discarded")  # then no button takes the focus
    here = {"tabindex": "-1", "data_keep": "load"} if ended else {}
    done = tag("p", panel.marks["progress"], class_="state", role="status", **here)
    if ended:
        return done
    can_load = batch.state == "checked" and panel.marks["loads"]
    wanted = [key for key, can in (("load", can_load), ("check", True), ("discard", True)) if can]
    return tag("div", done, *(_step(key, batch.id, language) for key in wanted), class_="steps")


def _bar(panel: Panel) -> Markup:
    """assets/tirek.js asks how far it is and shows the page anew once it has ended."""
    batch, words = panel.marks["batch"], panel.marks["progress"]
    bar = tag("progress", max=str(batch.total or 1), value=str(batch.done), aria_label=words)
    poll = f"/data/batch/{batch.id}.json"
    return tag(
        "div",
        tag("p", words, role="status"),
        bar,
        class_="steps",
        data_poll=poll,
        data_state=batch.state,
    )


def _step(key: str, batch: str, language: str) -> Markup:
    name = "go" if key == "load" else "quiet"
    button = form.button(t(f"desk.{key}", language), class_=name, data_keep=key)
    sure = t("desk.discard.sure", language) if key == "discard" else None
    action = f"/data/{key}?lang={language}"
    return form.form(action, form.hidden(batch=batch), button, data_confirm=sure)


def _files(panel: Panel, language: str) -> Markup:
    """What needs a look stands open; of many sound files it is enough that they can be seen."""
    titles = {column.name: column.title for column in panel.columns}
    rows = [
        (file, _row(dict(zip(titles, row)), file, problems, titles, language))
        for row, file, problems in zip(panel.rows, panel.marks["files"], panel.marks["problems"])
    ]
    bad = [row for file, row in rows if file["telling"]]
    good = [row for file, row in rows if not file["telling"]]
    told = [_table(bad, titles, panel.title)] if bad else []
    if bad and good:
        words = t("desk.sound", language, number=integer(len(good), language))
        told.append(tag("details", tag("summary", words), _table(good, titles, words)))
    elif good:
        told.append(_table(good, titles, panel.title))
    return tag("div", *told)


def _table(rows: list[Markup], titles: dict[str, str], caption: str) -> Markup:
    heads = [
        tag("th", titles[key], scope="col", class_="number" if key in COUNTS else None)
        for key in SHOWN
    ]
    body = (
        tag("caption", caption, class_="visually-hidden"),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *rows),
    )
    return tag("table", *body, class_="table table-sm grid-table desk-table")


def _row(
    cells: dict[str, Cell], file: dict, problems: dict, titles: dict[str, str], language: str
) -> Markup:
    folder, _, name = cells["name"].text.rpartition("/")
    head = tag("th", name, tag("small", folder) if folder else "", scope="row")
    small = tag("small", cells["tables"].text)
    words = tag("td", cells["layout"].text, small, data_label=titles["layout"])
    counts = [tag("td", cells[key].text, class_="number", data_label=titles[key]) for key in COUNTS]
    last = tag("td", *_told(file, problems, language), data_label=titles["problems"])
    return tag("tr", head, words, *counts, last, class_=f"is-{file['status']}")


def _told(file: dict, problems: dict, language: str) -> list[Markup]:
    """The first problem stands open: it is what there is to do."""
    if not problems["said"]:
        return [Markup("—")]
    first, *others = problems["said"]
    shown = [tag("div", first)]
    if others or problems["more"]:
        items = [tag("li", words) for words in others]
        items += [tag("li", problems["more"])] if problems["more"] else []
        count = t("desk.more", language, number=len(items))
        shown.append(tag("details", tag("summary", count), tag("ul", *items)))
    links = [link(t("desk.tell_columns", language), file["columns"])] if file["columns"] else []
    if file["book"]:
        links.append(tag("a", t("desk.book", language), href=file["book"], download=""))
    return [*shown, tag("div", *_spaced(links), class_="links")] if links else shown


def _spaced(links: list[Markup]) -> list[Markup]:
    return [part for one in links for part in (one, Markup(" "))]
