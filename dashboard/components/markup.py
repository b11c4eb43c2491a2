"""HTML written by us, where there are hundreds of elements.

As Dash components, a heat map of 45 × 15 takes 20 ms to build and 2 s to appear in the browser;
written out it takes 2 ms and appears at once. `Markup` escapes whatever is put into it.
"""

from markupsafe import Markup

Words = Markup | str


def tag(kind: str, *children: Words, **attributes: str | None) -> Markup:
    """One element. `class_` is its class, `data_keep` its `data-keep`; None leaves one out."""
    written = Markup("").join(
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), value)
        for name, value in attributes.items()
        if value is not None
    )
    return Markup("<{0}{1}>{2}</{0}>").format(kind, written, Markup("").join(children))


def link(words: Words, href: str, **attributes: str | None) -> Words:
    """A link to a page of ours; plain words where there is nowhere to go."""
    return tag("a", words, href=href, class_="inside", **attributes) if href else words


def drawn(markup: Markup, label: str) -> dict:
    """The component that shows it, scrolling by itself: assets/tirek.js has its few lines."""
    props = {"html": str(markup), "label": label}
    return {"type": "Markup", "namespace": "tirek", "props": props}
