"""Put the pieces together."""

import dash

from dashboard.discover import discover
from dashboard.roles import known_access, known_role
from dashboard.settings import Settings
from dashboard.web import bootstrap, callbacks, door, headers, shell, trouble
from dashboard.web.assets import ASSETS
from dashboard.web.ids import TURN
from dashboard.web.index import index
from dashboard.web.site import Site, make_site

YEAR = 365 * 24 * 3600  # Dash writes a file's age into its address, so a copy may be kept
# Of what is sent here, except files: hundreds of names are answered in one form.
LARGEST_FORM, MOST_FIELDS = 16 << 20, 100_000


def create_app(settings: Settings, site: Site | None = None) -> dash.Dash:
    """`site` is for tests; else the pages of dashboard/pages over the settings' store.

    Raises ConfigError for a role or a way in that is not known, and for a log-in without a key.
    """
    known_access(settings)
    known_role(settings)  # under another server than ours nobody has asked yet
    site = site or make_site(settings)
    app = _dash(settings)
    door.close(app.server, site)
    _register_pages(site)
    app.layout = shell.shell
    callbacks.register(app, site)
    for register_routes in discover("dashboard.web", "register_routes"):
        register_routes(app.server, site)
    headers.declare(app.server, site, app.csp_hashes)
    return app


def _dash(settings: Settings) -> dash.Dash:
    app = dash.Dash(
        "dashboard",
        use_pages=True,
        pages_folder="",
        assets_folder=str(ASSETS),
        external_stylesheets=[bootstrap.URL],
        include_pages_meta=False,
        routing_callback_inputs={TURN: dash.Input(TURN, "data")},
        suppress_callback_exceptions=True,
        on_error=trouble.on_error(settings),
        compress=True,
        title="Tirek",
        update_title=None,
    )
    app.interpolate_index = index(settings)
    app.server.config["SEND_FILE_MAX_AGE_DEFAULT"] = YEAR
    app.server.config["MAX_CONTENT_LENGTH"] = LARGEST_FORM
    app.server.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_FORM
    app.server.config["MAX_FORM_PARTS"] = MOST_FIELDS
    app.server.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    return app


def _register_pages(site: Site) -> None:
    """The registry belongs to the process: what an earlier application left is taken out."""
    dash.page_registry.clear()
    for page in site.pages.values():
        dash.register_page(
            page.key,
            path=page.path,
            name=page.key,
            title=shell.page_title(page, site),
            layout=shell.page_layout(page, site),
        )
    dash.register_page("not_found_404", path="/404", layout=shell.not_found(site))
