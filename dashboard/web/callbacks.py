"""All the callbacks there are. Address -> page is Dash Pages; these are the other three."""

from collections.abc import Mapping
from dataclasses import replace

from dash import Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard.panels.view import ROWS, SMALL
from dashboard.web import address, as_of, frame, ids, small, sourced
from dashboard.web.blocks import Blocks
from dashboard.web.filterbar import pills
from dashboard.web.offers import TIMES, seen, settled
from dashboard.web.site import Site


def register(app: Dash, site: Site) -> None:
    """Wire the three callbacks. They only pass arguments on; the work is in plain functions."""
    blocks, looks = Blocks(site), small.Log(site)

    @app.callback(
        Output(ids.block(), "children"), Input(ids.STATE, "data"), State(ids.block(), "id")
    )
    def render(state: dict, block_id: dict) -> object:
        page = site.pages[block_id["page"]]
        looks.note(page, address.from_state(page, state, site.settings))
        return blocks.render(page, block_id["key"], state)

    @app.callback(
        Output(ids.NAV, "children"),
        Output(ids.TOOLS, "children"),
        Output(ids.TABS, "children"),
        Output(ids.AS_OF, "children"),
        Output(ids.choice(), "options"),
        Output(ids.choice(), "placeholder"),
        Input(ids.STATE, "data"),
        State(ids.choice(), "id"),
        prevent_initial_call=True,
    )
    def follow(state: dict, widgets: list[dict]) -> tuple:
        return follow_state(state, [widget["key"] for widget in widgets], site)

    @app.callback(
        Output(ids.ADDRESS, "search"),
        Output(ids.STATE, "data"),
        Input(ids.choice(), "value"),
        State(ids.STATE, "data"),
        prevent_initial_call=True,
    )
    def choose(_values: list, state: dict) -> tuple:
        chosen = {widget["id"]["key"]: widget.get("value") for widget in ctx.inputs_list[0]}
        return choose_values(chosen, state, site)


def choose_values(chosen: Mapping, state: dict, site: Site) -> tuple:
    """The new address and state, or no update if the choice is the one already shown."""
    page = site.pages[state["page"]]
    old = address.from_state(page, state, site.settings)
    beside = {"sort": old.sort, "view": old.tab, "small": SMALL if old.small else ""}
    beside |= {"from": ROWS if old.rows else ""}
    beside |= dict(old.options)
    view = address.read(page, {**chosen, **beside}, old.language, site.settings)
    filters = settled(page, view.filters, site.reader.current())
    new = address.to_state(replace(view, filters=filters), page)
    return (no_update, no_update) if new == state else (new["search"], new)


def follow_state(state: dict, widgets: list[str], site: Site) -> tuple:
    """What the frame says of the new state: links that carry it, offers that depend on it."""
    page = site.pages[state["page"]]
    view = address.from_state(page, state, site.settings)
    if page.live:  # built anew whenever its address changes
        raise PreventUpdate
    now = seen(page, view, site.reader.current(), site.settings)
    moving = {pill.spec.key: pill for pill in pills(page, view, now) if pill.spec.key in TIMES}
    return (
        frame.nav(page, view, site),
        frame.tools(page, view),
        frame.tabs(page, view, site),
        [*as_of.as_of(now), *small.switch(page, view, site), *sourced.switch(page, view)],
        [moving[key].options if key in moving else no_update for key in widgets],
        [moving[key].unset if key in moving else no_update for key in widgets],
    )
