"""Schools by name in a sentence."""

from collections.abc import Iterable

from dashboard.i18n import order, plural
from dashboard.panels.attention.asked import Asked

NAMED = 3  # more would not be read


def named(ids: Iterable[str], asked: Asked) -> str:
    """«№ 31, № 40»; of many the first by name and how many more there are."""
    language = asked.language
    names = sorted((asked.school(key) for key in ids), key=lambda name: order(name, language))
    said, more = ", ".join(names[:NAMED]), len(names) - NAMED
    return f"{said} {plural('attention.more', more, language)}" if more > 0 else said
