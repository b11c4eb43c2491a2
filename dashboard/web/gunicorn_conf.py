"""How gunicorn serves, and what it does in each worker; `tirek serve` names this file."""

worker_class = "gthread"  # a browser asks for the blocks of a page at once
threads = 4
keepalive = 15  # seconds; a page that is looked at keeps its connections
loglevel = "warning"
control_socket_disable = True
MANY = 65_536  # files that may be open at once


def post_worker_init(worker: object) -> None:
    """Nothing of ours is imported before the fork: a worker whose master has loaded DuckDB never
    ends by itself."""
    from dashboard.web.warm import warm

    _open_many_files()
    warm(worker.app.wsgi())


def _open_many_files() -> None:
    """Each larger file of a drop is open until the whole drop has arrived."""
    import resource  # gunicorn runs where there is one

    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MANY if most == resource.RLIM_INFINITY else min(MANY, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(now, wanted), most))
