"""Bootstrap's stylesheet, out of the installed package: nothing comes from the net."""

from importlib.metadata import version
from importlib.resources import files

from flask import Flask, Response, send_file

from dashboard.web.site import Site

PATH = "/bootstrap.css"
URL = f"{PATH}?v={version('bootstrap-flask')}"


def register_routes(server: Flask, _site: Site) -> None:
    sheet = files("flask_bootstrap") / "static" / "bootstrap5" / "css" / "bootstrap.min.css"

    @server.get(PATH)
    def bootstrap() -> Response:
        return send_file(str(sheet), mimetype="text/css")
