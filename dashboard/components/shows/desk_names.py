"""Names that nobody knows, each with a list to choose from; below, what was answered before."""

from collections.abc import Iterator, Mapping, Sequence

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
    said = [html.Div([html.P(words) for words in panel.sentences], className="said")]
    if panel.marks["state"]:
        said = [drawn(_at_work(panel), panel.title)]
    back = panel.marks["files"]
    said += [drawn(tag("p", link(*back), class_="read-on"), panel.title)] if back else []
    asked = [drawn(_form(panel, language), panel.title)] if panel.marks["asked"] else []
    given = [drawn(_given(panel, language), panel.title)] if panel.rows else []
    return card(panel, *said, *asked, *given)


def _at_work(panel: Panel) -> Markup:
    """assets/tirek.js asks how far it is and shows the page anew once it has ended."""
    poll, state = f"/data/batch/{panel.marks['batch']}.json", panel.marks["state"]
    words = tag("p", *panel.sentences, role="status")
    bar = tag("progress", aria_label=" ".join(panel.sentences))
    return tag("div", words, bar, class_="steps", data_poll=poll, data_state=state)


def _form(panel: Panel, language: str) -> Markup:
    """One for all names, so that one press sends whatever is answered."""
    numbers = iter(range(sum(len(kind["lines"]) for kind in panel.marks["asked"])))
    kinds = [_kind(kind, numbers, language) for kind in panel.marks["asked"]]
    send = form.button(t("names.save", language), class_="go", data_keep="name-save")
    if all(kind["missing"] for kind in panel.marks["asked"]):
        send = Markup("")
    about = form.hidden(batch=panel.marks["batch"])
    return form.form(f"/data/names?lang={language}", about, *kinds, send, class_="inside asked")


def _kind(kind: Mapping, numbers: Iterator[int], language: str) -> Markup:
    missing = [tag("p", kind["missing"])] if kind["missing"] else []
    lines = [_line(kind, line, next(numbers), language) for line in kind["lines"]]
    return tag("fieldset", tag("legend", kind["title"]), *missing, *lines)


def _line(kind: Mapping, line: Mapping, number: int, language: str) -> Markup:
    name = tag("strong", line["text"])
    about = tag("small", line["about"])
    if kind["missing"]:
        return tag("div", name, " ", about, class_="line")
    known = {"place": number, "kind": kind["kind"], "text": line["text"], "seen": line["seen"]}
    field = form.field(name, _choices(line, number, language))
    return tag("div", form.hidden(**known), field, about, class_="line")


def _choices(line: Mapping, number: int, language: str) -> Markup:
    """Nothing is chosen but what a person chose; the likeliest stand first."""
    later = tag("option", t("names.later", language), value="")
    near = _group(t("names.nearest", language), line["nearest"], line["chosen"])
    rest = _group(t("names.others", language), line["others"], line["chosen"])
    return tag("select", later, *near, *rest, name=f"code-{number}", data_keep=f"name-{number}")


def _group(title: str, choices: Sequence[tuple[str, str]], chosen: str) -> list[Markup]:
    options = [
        tag("option", words, value=code, selected="selected" if code == chosen else None)
        for code, words in choices
    ]
    return [tag("optgroup", *options, label=title)] if options else []


def _given(panel: Panel, language: str) -> Markup:
    titles = [column.title for column in panel.columns]
    pairs = list(zip(panel.rows, panel.marks["answers"]))
    batch = panel.marks["batch"]
    stands = [
        _row(
            row, titles, _take_back(row[0].text, form.hidden(answer=number, batch=batch), language)
        )
        for row, (number, used) in pairs
        if used
    ]
    ended = [_row(row, titles, "") for row, (_, used) in pairs if not used]
    parts: list[Words] = [
        tag("h3", t("names.given", language)),
        tag("p", t("names.kept", language)),
    ]
    parts += [_table(stands, titles, language)] if stands else []
    if ended:
        earlier = tag("summary", t("names.earlier", language))
        parts.append(tag("details", earlier, _table(ended, titles, language)))
    return tag("section", *parts)


def _table(rows: Sequence[Markup], titles: Sequence[str], language: str) -> Markup:
    heads = [tag("th", title, scope="col") for title in titles]
    caption = tag("caption", t("names.given", language), class_="visually-hidden")
    last = tag("th", scope="col", aria_label=t("names.back", language))
    body = (caption, tag("thead", tag("tr", *heads, last)), tag("tbody", *rows))
    return tag("table", *body, class_="table table-sm grid-table desk-table")


def _row(row: Sequence[Cell], titles: Sequence[str], back: Words) -> Markup:
    first, *others = row
    cells = [tag("td", c.text, data_label=title) for c, title in zip(others, titles[1:])]
    return tag("tr", tag("th", first.text, scope="row"), *cells, tag("td", back))


def _take_back(text: str, about: Markup, language: str) -> Markup:
    words = t("names.back", language)
    button = form.button(
        words, class_="quiet", aria_label=f"{words}: {text}", data_keep="name-save"
    )
    sure = t("names.back.sure", language, text=text)
    action = f"/data/names/back?lang={language}"
    return form.form(action, about, button, data_confirm=sure)
