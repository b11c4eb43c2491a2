"""The school of the role `school`, before anything is shown of it."""

from contextlib import suppress

from dashboard.errors import ConfigError, NoSnapshot
from dashboard.metrics.registers import schools
from dashboard.roles import own_school
from dashboard.settings import Settings
from dashboard.store.current import Reader


def known_school(settings: Settings) -> None:
    """Raises ConfigError where the register does not know the one school. Before the first import
    there is no register: then the list itself says so."""
    if not own_school(settings):
        return
    with suppress(NoSnapshot):
        snapshot = Reader(settings).current()
        known = schools(snapshot)
        snapshot.engine.dispose()
        if settings.school not in known:
            raise ConfigError("own_school_unknown", school=settings.school)
