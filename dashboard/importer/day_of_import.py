"""The day on which a file was received: today, or, where a snapshot is made again, the day then."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

_then: ContextVar[str] = ContextVar("moment_of_import", default="")


def day_of_import() -> date:
    then = moment_of_import()
    return datetime.fromisoformat(then).astimezone().date() if then else date.today()


def moment_of_import() -> str:
    """ISO 8601 while a snapshot is made again; empty for what is received now."""
    return _then.get()


@contextmanager
def on_the_day(moment: str) -> Iterator[None]:
    """What is read meanwhile is read as at this moment (ISO 8601), by what was answered then."""
    token = _then.set(moment)
    try:
        yield
    finally:
        _then.reset(token)
