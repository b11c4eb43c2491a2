"""Forms written by us: what a person answers goes to a route as plain HTML would send it.

assets/tirek.js sends a form without loading the page anew and follows where the route leads.
"""

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.components.markup import Words, tag

Choice = tuple[str, str]  # value, words


def form(action: str, *parts: Words, **attributes: str | None) -> Markup:
    """`action` is the address of a POST route; `data_confirm` is asked before it is sent,
    `data_then` names where the focus goes then, where that is not its button."""
    given = {"class_": "inside", **attributes}
    return tag("form", *parts, method="post", action=action, **given)


def upload(action: str, *parts: Words, **attributes: str | None) -> Markup:
    """The same for a form with files."""
    return form(action, *parts, enctype="multipart/form-data", **attributes)


def field(words: Words, control: Words, **attributes: str | None) -> Markup:
    """A control under its name."""
    return tag("label", tag("span", words), control, **attributes)


def hidden(**values: object) -> Markup:
    """What the route must know beside the answers."""
    return Markup("").join(
        Markup('<input type="hidden" name="{}" value="{}">').format(name, value)
        for name, value in values.items()
    )


def text(name: str, value: str = "", **attributes: str | None) -> Markup:
    return _void("input", type="text", name=name, value=value, **attributes)


def password(name: str, **attributes: str | None) -> Markup:
    return _void("input", type="password", name=name, **attributes)


def files(name: str, **attributes: str | None) -> Markup:
    return _void("input", type="file", name=name, multiple="multiple", **attributes)


def select(name: str, choices: Iterable[Choice], chosen: str = "", **attributes: str) -> Markup:
    """`choices` as (value, words); where none is `chosen` the first stands there."""
    options = (
        tag("option", words, value=value, selected="selected" if value == chosen else None)
        for value, words in choices
    )
    return tag("select", *options, name=name, **attributes)


def button(words: Words, **attributes: str | None) -> Markup:
    """`data_keep` names where the focus goes once the page stands again."""
    return tag("button", words, type="submit", **attributes)


def _void(kind: str, **attributes: str | None) -> Markup:
    """An element that has no end."""
    return Markup(str(tag(kind, **attributes)).removesuffix(f"</{kind}>"))
