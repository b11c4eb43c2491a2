"""How each kind of block looks: a module for each, `draw(panel, language, block_id)`."""

from importlib import import_module

from dash.development.base_component import Component

from dashboard.spec.panel import Panel


def draw(show: str, panel: Panel, language: str, block_id: str) -> Component:
    """`show` comes from a page's own declaration, never from an address."""
    return import_module(f"{__name__}.{show}").draw(panel, language, block_id)
