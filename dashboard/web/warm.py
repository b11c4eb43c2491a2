"""Have Dash finish its set-up before the first request."""

from flask import Flask


def warm(server: Flask) -> None:
    """With threads, the first concurrent requests of a cold worker fail with "Callback function
    not found for output" (plotly/dash issue 3971)."""
    client = server.test_client()
    for path in ("/_dash-layout", "/_dash-dependencies"):
        client.get(path)
