"""What gunicorn does in each worker; `tirek serve` names this file."""

from dashboard.web.warm import warm


def post_worker_init(worker: object) -> None:
    warm(worker.app.wsgi())
