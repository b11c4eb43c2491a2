"""How an error reaches a person: what they can act on is said, the rest is recorded."""

import logging

from dash import html, no_update, set_props
from dash.development.base_component import Component

from dashboard.errors import NoSnapshot, UserError
from dashboard.i18n import t
from dashboard.settings import Settings
from dashboard.web import ids
from dashboard.web.spoken import spoken_here

log = logging.getLogger(__name__)


def explain(error: Exception, language: str) -> Component:
    """A sentence in the person's language; what is no UserError goes to the log whole."""
    if not isinstance(error, UserError):
        log.error("unexpected", exc_info=error)
        error = UserError()
    said = [html.P(t(error.key, language, **error.about))]
    if isinstance(error, NoSnapshot):
        begin = t("frame.begin", language)
        said.append(html.P(html.A(begin, href=f"/data?lang={language}", className="inside")))
        said.append(html.P(t("frame.opens", language)))
    return html.Div(said, role="alert", className="trouble")


def on_error(settings: Settings) -> object:
    """The net under every callback; blocks and pages explain their own errors in place."""

    def caught(error: Exception) -> object:
        set_props(ids.ALERTS, {"children": explain(error, spoken_here(settings))})
        return no_update

    return caught
