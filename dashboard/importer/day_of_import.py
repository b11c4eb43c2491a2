"""The day on which a file was received: today, or, where a snapshot is made again, the day then."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

_then: ContextVar[date | None] = ContextVar("day_of_import", default=None)


def day_of_import() -> date:
    return _then.get() or date.today()


@contextmanager
def on_the_day(moment: str) -> Iterator[None]:
    """What is read meanwhile is read as on the day of this moment (ISO 8601)."""
    token = _then.set(datetime.fromisoformat(moment).astimezone().date())
    try:
        yield
    finally:
        _then.reset(token)
