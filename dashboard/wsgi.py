"""For gunicorn: `gunicorn -c python:dashboard.web.gunicorn_conf dashboard.wsgi:server`."""

from dashboard.settings import Settings
from dashboard.web.app import create_app

server = create_app(Settings.from_env()).server
