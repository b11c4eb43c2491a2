"""One block of a page for one view: asked, laid out, drawn; or a sentence saying why not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import orjson
from dash.development.base_component import Component

from dashboard import panels
from dashboard.components.shows import draw
from dashboard.panels import View
from dashboard.spec.page import Page
from dashboard.store.current import Snapshot
from dashboard.web import address, trouble
from dashboard.web.shelf import Shelf
from dashboard.web.site import Site
from dashboard.web.sorting import sortable
from dashboard.web.sourced import sourced

MOST_BYTES = 48 * 2**20  # of each process


@dataclass(frozen=True, slots=True)
class Blocks:
    site: Site
    shelf: Shelf = field(default_factory=lambda: Shelf(MOST_BYTES))

    def render(self, page: Page, key: str, state: Mapping) -> orjson.Fragment | Component:
        """Ready JSON, which Dash passes on as it is: a view that was drawn once costs nothing."""
        try:
            if page.block(key).live:
                return self._live(page, key, state)
            snapshot = self.site.reader.current()
            settings = self.site.settings
            who = (settings.role, settings.school)
            known = (snapshot.id, *who, page.key, key, state["search"])
            return orjson.Fragment(self.shelf.get(known, lambda: self._drawn(page, key, state)))
        except Exception as error:  # noqa: BLE001 - the other blocks still render
            return trouble.explain(error, address.language(state, self.site.settings))

    def _live(self, page: Page, key: str, state: Mapping) -> orjson.Fragment:
        """Of this very moment, so it is not kept."""
        view = address.from_state(page, state, self.site.settings)
        made = drawn(page, key, view, self.site, self.site.reader.current_or_none())
        return orjson.Fragment(_json(made))

    def _drawn(self, page: Page, key: str, state: Mapping) -> bytes:
        view = address.from_state(page, state, self.site.settings)
        made = drawn(page, key, view, self.site, self.site.reader.current())
        return _json(made)


def _json(made: Component) -> bytes:
    return orjson.dumps(made, default=lambda component: component.to_plotly_json())


def drawn(page: Page, key: str, view: View, site: Site, snapshot: Snapshot | None) -> Component:
    """Without a snapshot there are only blocks that are live."""
    block = page.block(key)
    settings = site.settings
    panel = sortable(panels.make(page, block, view, snapshot, settings), page, view)
    panel = sourced(panel, page, block, view, site)
    return draw(block.show, panel, view.language, f"{page.key}-{key}")
