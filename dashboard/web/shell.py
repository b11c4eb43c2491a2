"""A page as a function of its address: head, filters, question, and a place for each block."""

import time
from collections.abc import Callable, Iterable

from dash import dcc, html, page_container
from dash.development.base_component import Component

from dashboard.i18n import moment, t
from dashboard.metrics import metric
from dashboard.metrics.registers import district
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block, Page
from dashboard.store.current import Snapshot
from dashboard.web import address, as_of, filterbar, frame, ids, small, sourced, trouble
from dashboard.web.offers import Seen, seen
from dashboard.web.site import Site
from dashboard.web.spoken import spoken, spoken_here


def shell() -> Component:
    return html.Div([dcc.Store(id=ids.TURN), html.Div(id=ids.ALERTS), page_container])


def page_layout(page: Page, site: Site) -> Callable[..., Component]:
    """The function Dash Pages calls with the query whenever the address changes."""

    def layout(**query: object) -> Component:
        language = spoken(query.get("lang"), site.settings)
        view = address.read(page, query, language, site.settings)
        try:
            return _page(page, view, site)
        except Exception as error:  # noqa: BLE001 - Dash Pages breaks if a layout raises
            return _in_trouble(page, view, site, error)

    return layout


def page_title(page: Page, site: Site) -> Callable[..., str]:
    """Called after the layout in one and the same request, so the language is settled."""

    def title(**_: object) -> str:
        return f"{t(f'page.{page.key}.short', spoken_here(site.settings))} – Tirek"

    return title


def not_found(site: Site) -> Callable[..., Component]:
    def layout(**query: object) -> Component:
        language = spoken(query.get("lang"), site.settings)
        view = View(FilterState((), {}), language)
        words = [
            html.H1(t("frame.not_found", language)),
            html.A(t("frame.home", language), href=f"/?lang={language}", className="inside"),
        ]
        return _whole(view, "", frame.head(None, view, site), _main(words))

    return layout


def _page(page: Page, view: View, site: Site) -> Component:
    if page.live:
        return _live_page(page, view, site)
    snapshot = site.reader.current()
    now = seen(page, view, snapshot, site.settings)
    return _whole(
        view,
        _address(page, view),
        dcc.Location(id=ids.ADDRESS, refresh=False),
        dcc.Store(id=ids.STATE, data=address.to_state(view, page)),
        frame.head(page, view, site, district(snapshot, site.settings)),
        filterbar.bar(page, view, now),
        _main(
            [
                _head(page, view, now, site),
                _grid(page, view),
            ]
        ),
    )


def _live_page(page: Page, view: View, site: Site) -> Component:
    """Of what people do with the data, be there any or not: no filters, and never the same twice.

    What it knows of time and place is chosen in its blocks.
    """
    snapshot = site.reader.current_or_none()
    tabs = html.Div(frame.tabs(page, view, site), id=ids.TABS, className="tabs")
    here = district(snapshot, site.settings) if snapshot else site.settings.district
    of = html.Span(_made(snapshot, view), id=ids.AS_OF, className="as-of")
    main = [html.Div([_question(page, view), tabs, of], className="head"), _grid(page, view)]
    whole = _whole(
        view,
        _address(page, view),
        dcc.Location(id=ids.ADDRESS, refresh=False),
        dcc.Store(id=ids.STATE, data=address.to_state(view, page)),
        frame.head(page, view, site, here),
        _main(main),
    )
    setattr(whole, "data-made", str(time.monotonic_ns()))
    return whole


def _made(snapshot: Snapshot | None, view: View) -> str:
    made = moment(snapshot.created, view.language) if snapshot else ""
    return t("frame.data_of", view.language, day=made) if made else ""


def _grid(page: Page, view: View) -> Component:
    return html.Div([_place(page, block) for block in _on_tab(page, view)], className="grid")


def _head(page: Page, view: View, now: Seen, site: Site) -> Component:
    """The question, its tabs, and what the data are of: one line where there is room."""
    data = [*as_of.as_of(now), *small.switch(page, view, site), *sourced.switch(page, view)]
    rule = [filterbar.rule(view, site.settings)] if _is_ruled(page, view) else []
    said = [html.Span(data, id=ids.AS_OF), *rule]
    tabs = html.Div(frame.tabs(page, view, site), id=ids.TABS, className="tabs")
    words = [_question(page, view), tabs, html.Div(said, className="as-of")]
    return html.Div(words, className="head")


def _is_ruled(page: Page, view: View) -> bool:
    """Whether anything here is a rate of marks."""
    return any(metric(key).ruled for block in _on_tab(page, view) for key in block.metrics)


def _in_trouble(page: Page, view: View, site: Site, error: Exception) -> Component:
    """The menu still works; the page says what is wrong and opens once that is mended."""
    words = [_question(page, view), trouble.explain(error, view.language)]
    return _whole(view, _address(page, view), frame.head(page, view, site), _main(words))


def _whole(view: View, built: str, *parts: Component) -> Component:
    """assets/tirek.js reads the language and, to know when a page is built, the address."""
    mark = {"data-address": built}
    return html.Div([_unreachable(view), *parts], lang=view.language, className="page", **mark)


def _unreachable(view: View) -> Component:
    """Ready beforehand: without the server there is nobody to ask for it. tirek.js shows it."""
    words = t("frame.unreachable", view.language)
    return html.Div(words, id=ids.UNREACHABLE, role="alert", hidden=True)


def _address(page: Page, view: View) -> str:
    return page.path + address.write(view, page)


def _main(children: list[Component]) -> Component:
    return html.Main(children, id=ids.MAIN, tabIndex=-1)


def _question(page: Page, view: View) -> Component:
    return html.H1(t(f"page.{page.key}", view.language))


def _on_tab(page: Page, view: View) -> Iterable[Block]:
    return (block for block in page.blocks if block.tab in ("", view.tab))


def _place(page: Page, block: Block) -> Component:
    """As high as what will stand there, so that nothing jumps."""
    name = f"block wide-{block.width} show-{block.show}"
    return html.Section(id=ids.block(page.key, block.key), className=name)
