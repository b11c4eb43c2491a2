"""The download menu: one plain link for each format."""

from collections.abc import Iterable

import dash_bootstrap_components as dbc


def menu(label: str, links: Iterable[tuple[str, str]]) -> dbc.DropdownMenu:
    """`links` are (words, address); the browser fetches the file, no callback is involved."""
    items = [
        dbc.DropdownMenuItem(words, href=href, external_link=True, target="_self")
        for words, href in links
    ]
    return dbc.DropdownMenu(items, label=label, align_end=True, color="light", className="download")
