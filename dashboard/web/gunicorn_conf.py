"""How gunicorn serves, and what it does in each worker; `tirek serve` names this file."""

worker_class = "gthread"  # a browser asks for the blocks of a page at once
threads = 4
keepalive = 15  # seconds; a page that is looked at keeps its connections
loglevel = "warning"
control_socket_disable = True


def post_worker_init(worker: object) -> None:
    """Nothing of ours is imported before the fork: a worker whose master has loaded DuckDB never
    ends by itself."""
    from dashboard.web.warm import warm

    warm(worker.app.wsgi())
