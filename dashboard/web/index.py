"""The first bytes of every page, before Dash draws it: the right language from the start."""

from collections.abc import Callable

from dash.dash import interpolate_str

from dashboard.settings import Settings
from dashboard.web.spoken import spoken_here

PAGE = """<!doctype html>
<html lang="{%language%}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{%title%}</title>
<link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
{%css%}
</head>
<body>
<div id="react-entry-point"><div class="_dash-loading" aria-busy="true"></div></div>
<footer>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>"""


def index(settings: Settings) -> Callable[..., str]:
    """Takes the place of Dash's own `interpolate_index`."""

    def interpolate(title: str = "", **parts: str) -> str:
        wanted = {key: parts[key] for key in ("css", "config", "scripts", "renderer")}
        return interpolate_str(PAGE, language=spoken_here(settings), title=title, **wanted)

    return interpolate
