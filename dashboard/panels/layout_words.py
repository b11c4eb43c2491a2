"""What the layouts are called by which a file was understood."""

from collections.abc import Mapping

from dashboard.i18n import has, t
from dashboard.panels.view import Asking
from dashboard.store import own_layouts


def own(asking: Asking) -> Mapping[str, str]:
    """By key the names that people gave to layouts of the district."""
    return own_layouts.names(asking.settings.store)


def called(keys: str | None, own: Mapping[str, str], language: str) -> str:
    """«Report of a class»; of several each; canonical ones are called as their tables are."""
    found = (keys or "").split("+")
    return ", ".join(own.get(key) or _called(key, language) for key in found if key)


def _called(key: str, language: str) -> str:
    words = (f"layout.{key}", f"table.{key}")
    return next((t(one, language) for one in words if has(one, language)), key)
