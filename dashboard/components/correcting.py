"""The form that puts one row right by hand, for whoever shows rows of files."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from urllib.parse import urlencode

from markupsafe import Markup

from dashboard.components import form
from dashboard.components.markup import tag
from dashboard.i18n import t
from dashboard.panels.correction_words import said
from dashboard.spec import core
from dashboard.spec.core import Column
from dashboard.spec.correctable import correctable, key_text, text

ROUTE = "/data/correct"
ASKED, SEEN = "new:", "seen:"  # before a column's name: what it shall be, what the person saw
NUMERIC = {"count": "numeric", "number": "decimal", "degree": "decimal"}
LONGEST = 500  # letters of a reason
# Its table; the columns of the table's key; columns with their values as they stand now (others
# are passed over).
Row = tuple[str, Mapping[str, object], Mapping[str, object]]


def correct_form(row: Row, language: str, then: str, focus: str | None = None) -> Markup:
    """Closed until it is asked for; empty where nothing of the row may be put right.

    `then` is the address of ours to go to when it is done, `focus` names where the focus goes
    then, where that is not the row itself.
    """
    table, key, cells = row
    columns = {name: one for name, one in correctable(table).items() if name in cells}
    if not columns:
        return Markup("")
    of, keep = key_text(core.tables()[table], key), kept(table, key)
    inside = (
        form.hidden(table=table, key=of, then=then),
        *_cells(columns, cells, language),
        form.field(t("correct.why", language), _why()),
        _sure(language),
        form.button(t("correct.save", language), data_keep=keep),
    )
    action = f"{ROUTE}?{urlencode({'lang': language})}"
    sent = form.form(action, *inside, data_then=focus)
    opens = tag("summary", t("correct.open", language), data_keep=keep)
    return tag("details", opens, sent, class_="correct")


def kept(table: str, key: Mapping[str, object]) -> str:
    """Where the focus goes when the row was put right: one name for each row, of plain letters."""
    row = f"{table} {key_text(core.tables()[table], key)}"
    return f"correct-{sha256(row.encode()).hexdigest()[:12]}"


def _cells(
    columns: Mapping[str, Column], cells: Mapping[str, object], language: str
) -> Iterator[Markup]:
    for name, column in columns.items():
        now = text(cells[name])
        yield form.hidden(**{f"{SEEN}{name}": now})
        yield form.field(t(f"column.{name}", language), _control(column, now, language))


def _control(column: Column, now: str, language: str) -> Markup:
    name = f"{ASKED}{column.name}"
    if column.type not in ("choice", "flag"):
        mode = NUMERIC.get(column.type)
        return form.text(name, now, inputmode=mode, autocomplete="off", maxlength="40")
    values = column.choices or ("true", "false")
    nothing = () if column.required and now else ("",)
    choices = [(value, said(column, value, language)) for value in (*nothing, *values)]
    return form.select(name, choices, now)


def _why() -> Markup:
    return form.text("why", required="required", maxlength=str(LONGEST), autocomplete="off")


def _sure(language: str) -> Markup:
    box = Markup('<input type="checkbox" name="sure" value="1">')
    return tag("label", box, tag("span", t("correct.sure", language)), class_="sure")
