"""A snapshot of an older version is brought up to date once, by the first command that meets it."""

from dashboard.settings import Settings
from dashboard.store import draft, schema, snapshots
from dashboard.store.current import version


def bring_up_to_date(settings: Settings) -> None:
    """Nothing to do without a snapshot, or with one of this version. A newer one stays: reading it
    raises OldSnapshot."""
    name = snapshots.current_or_none(settings.store)
    if name is None or version(settings, name) >= schema.VERSION:
        return
    with draft.draft(settings.store, settings) as opened:
        draft.publish(opened, {"files": [], "upgraded_from": name})
