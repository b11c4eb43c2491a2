"""A link to a page of ours, among other Dash components."""

from dash import html
from dash.development.base_component import Component


def link(words: str, href: str) -> Component | str:
    """assets/tirek.js follows it without loading everything anew. No address: plain words."""
    return html.A(words, href=href, className="inside") if href else words
