"""A form of what files do not say: one line a file, one for all where that is usual."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from markupsafe import Markup

from dashboard.components import form
from dashboard.components.markup import tag
from dashboard.i18n import t


class Lacking(Protocol):
    path: str
    said: str
    suggested: bool


class Asked(Protocol):
    key: str
    title: str
    choices: tuple[tuple[str, str], ...]
    for_all: bool
    files: tuple[Lacking, ...]


def asked(found: Sequence[Asked], batch: str, language: str) -> Iterator[Markup]:
    """Nothing where nothing is lacking. One form for all of it, so that one press sends it."""
    if not found:
        return
    numbers = iter(range(sum(len(one.files) for one in found)))
    parts = [_question(one, numbers, language) for one in found]
    send = form.button(t("desk.answer", language), class_="go", data_keep="load")
    action = f"/data/answer?lang={language}"
    heading = tag("h3", t("desk.asked", language))
    inside = form.form(action, form.hidden(batch=batch), *parts, send, class_="inside asked")
    yield tag("section", heading, inside)


def _question(one: Asked, numbers: Iterator[int], language: str) -> Markup:
    whole = []
    if one.for_all:
        control = _control(f"all-{one.key}", one, "", "")
        whole = [form.field(t("desk.for_all", language, number=len(one.files)), control)]
    lines = [_line(one, file, next(numbers), language) for file in one.files]
    if one.for_all and len(lines) > 3:
        lines = [tag("details", tag("summary", t("desk.each_apart", language)), *lines)]
    return tag("fieldset", tag("legend", one.title), *whole, *lines)


def _line(one: Asked, file: Lacking, number: int, language: str) -> Markup:
    about = form.hidden(place=number, key=one.key, path=file.path)
    hint = [tag("small", t("desk.suggested", language))] if file.suggested else []
    control = _control(f"own-{number}", one, file.said, f"ask-{number}")
    return tag("div", about, form.field(file.path, control), *hint, class_="line")


def _control(name: str, one: Asked, said: str, keep: str) -> Markup:
    """A closed list where there is one; else a field."""
    kept = keep or None
    if not one.choices:
        return form.text(name, said, size="14", data_keep=kept)
    return form.select(name, (("", "—"), *one.choices), said, data_keep=kept)
